#include <algorithm>
#include <cmath>

#include "app/topics/topic_flow.h"
#include "app/wishes/wish_tending.h"
#include "ui/kit/canvas.h"
#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/screens/home/home_screen.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/strings.h"
#include "ui/words/wall_strings.h"

namespace studio {
namespace {

constexpr std::int64_t kTurnMs = 15'000;

Poster PosterOf(const Notice& notice) {
  Poster out{notice.title, notice.text, notice.date, {}, notice.picture};
  out.pill = {notice.level.empty() ? std::string(say::kNotices) : notice.level, "campaign",
              Tone::kRed};
  return out;
}

Poster PosterOf(const Honour& honour, const Station& station) {
  Poster out{honour.title, honour.text, honour.date, {}, honour.picture};
  const auto whose = std::find_if(station.members.begin(), station.members.end(),
                                  [&](const Member& one) { return one.id == honour.member; });
  const std::string name = whose == station.members.end()
                               ? station.studio.name
                               : say::Fill(say::kMemberName, {{"name", whose->name}});
  out.text = name + (honour.text.empty() ? "" : "\n" + honour.text);
  out.pill = {std::string(say::kHonours) + (honour.level.empty() ? "" : " · " + honour.level),
              "emoji_events", Tone::kJade};
  return out;
}

// One honour after each notice, as long as there are any.
Poster PosterAt(const Station& station, std::size_t at) {
  const std::size_t notices = station.notices.size(), honours = station.honours.size();
  const std::size_t pairs = std::min(notices, honours);
  if (at < 2 * pairs) {
    return at % 2 == 0 ? PosterOf(station.notices[at / 2])
                       : PosterOf(station.honours[at / 2], station);
  }
  return notices > honours ? PosterOf(station.notices[at - pairs])
                           : PosterOf(station.honours[at - pairs], station);
}

struct Fact {
  std::string_view icon;
  std::string words;
};

// Who is here or comes, what is talked over and what is wished for.
std::vector<Fact> FactsOf(const Station& station, std::int64_t county_ms) {
  constexpr std::size_t kNamed = 3;
  const auto number = [](std::size_t n) { return say::Number(static_cast<std::int64_t>(n)); };
  std::vector<Fact> out;
  std::string names;
  std::size_t people = 0;
  for (const DutyLine& line : DutyOn(station, county_ms).lines) {
    if (line.away) continue;
    if (++people <= kNamed) names += (names.empty() ? "" : "、") + line.member.name;
  }
  if (people > 0)
    out.push_back({"badge", say::Fill(people > kNamed ? say::kInviteDutyMore : say::kInviteDuty,
                                      {{"names", names}, {"n", number(people)}})});
  const int topics = OpenTopics(station, LocalTime::At(county_ms).Date());
  if (topics > 0)
    out.push_back({"forum", say::Fill(say::kInviteTopics, {{"n", say::Number(topics)}})});
  const auto open = std::count_if(
      station.wishes.begin(), station.wishes.end(),
      [&](const Wish& wish) { return OnWall(wish, station).state == WishState::kOpen; });
  if (open > 0)
    out.push_back({"favorite", say::Fill(say::kInviteWishes, {{"n", say::Number(open)}})});
  return out;
}

// At the foot of `area`: one under the other, lying down beside each other.
void DrawFacts(Frame& frame, Rect& area, const std::vector<Fact>& facts) {
  if (facts.empty()) return;
  const Theme& theme = frame.theme;
  TextStyle style = TextStyle::Of(theme.size.button, Weight::kBold);
  const float icon = theme.size.button * 1.2f, gap = theme.Px(20);
  const auto count = static_cast<int>(facts.size());
  if (frame.wide) {
    // All in letters of one size.
    float words = 0;
    for (const Fact& fact : facts) words += MeasureText(frame, fact.words, style) + 2;
    const float room = area.w - static_cast<float>(count) * (icon + 2 * gap);
    if (words > room) style.size = std::max(theme.Px(34), std::floor(style.size * room / words));
  }
  const float line = style.size * style.line_spacing;
  std::vector<Rect> places;
  if (frame.wide) {
    // As wide as its words need, and what is left between them.
    Rect row = area.TakeBottom(line, theme.Px(28));
    float needed = 0;
    for (const Fact& fact : facts) needed += icon + gap + MeasureText(frame, fact.words, style);
    const float between = std::max(gap, (row.w - needed) / static_cast<float>(count));
    for (const Fact& fact : facts)
      places.push_back(
          row.TakeLeft(icon + gap + MeasureText(frame, fact.words, style) + 1, between));
  } else {
    const float all = static_cast<float>(count) * (line + theme.Px(8));
    places = area.TakeBottom(all, theme.Px(28)).SplitRows(count, theme.Px(8));
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    DrawIcon(frame, places[i].TakeLeft(icon, gap), facts[i].icon, icon, theme.colour.red);
    DrawText(frame, places[i], facts[i].words, Fitted(frame, facts[i].words, style, places[i].w));
  }
}

// No button: wherever one touches, home comes.
void DrawInvitation(Frame& frame, Rect rect) {
  const Theme& theme = frame.theme;
  FillRounded(frame, rect, theme.size.radius, theme.colour.red);
  const TextStyle style = TextStyle::Of(theme.size.card_title, Weight::kBold, theme.colour.on_red);
  const float icon = theme.Px(84), gap = theme.Px(24);
  const float words = MeasureText(frame, say::kInvite, style) + 1;
  Rect inside = rect.Centred(icon + gap + words, rect.h);
  DrawIcon(frame, inside.TakeLeft(icon, gap), "touch_app", icon, theme.colour.on_red);
  DrawText(frame, inside, say::kInvite, style);
}

}  // namespace

void HomeScreen::DrawIdle(Frame& frame) {
  const Theme& theme = frame.theme;
  const std::int64_t turn = frame.now.monotonic_ms / kTurnMs;
  frame.RequestRedrawAt((turn + 1) * kTurnMs);
  // Nothing stands on the same pixels for long.
  const float drift = theme.Px(6) * static_cast<float>(turn % 7 - 3);
  Rect area = frame.area.Moved(drift, theme.Px(6) * static_cast<float>(turn % 5 - 2))
                  .Inset(theme.Px(72), theme.Px(frame.wide ? 56 : 72));
  DrawSign(frame, area.TakeTop(SignHeight(theme), theme.Px(32)));
  DrawInvitation(frame, area.TakeBottom(theme.Px(frame.wide ? 130 : 170), theme.Px(32)));
  const Station& station = *parts_.state.station;
  DrawFacts(frame, area, FactsOf(station, parts_.state.CountyMs(frame.now)));
  const std::vector<StudioQuota> quotas = QuotasNow(frame);
  const std::size_t posters = station.notices.size() + station.honours.size();
  const std::size_t at = static_cast<std::size_t>(turn) % (posters + (quotas.empty() ? 0 : 1));
  if (at == posters) return DrawProgressPoster(frame, area, quotas);
  DrawPoster(frame, area, PosterAt(station, at));
}

void HomeScreen::DrawPoster(Frame& frame, Rect area, const Poster& poster) {
  const Theme& theme = frame.theme;
  const float pad = theme.Px(frame.wide ? 48 : 72);
  const float after_pill = theme.Px(frame.wide ? 28 : 48);
  const float after_title = theme.Px(frame.wide ? 24 : 44);
  const PicturePtr picture = parts_.pictures.Get(poster.picture);
  TextStyle title = TextStyle::Of(theme.size.home_title, Weight::kBold).Lines(picture ? 2 : 4);
  title.line_spacing = 1.3f;
  TextStyle text = TextStyle::Of(frame.wide ? theme.size.button : theme.size.card_title * 0.92f);
  text.line_spacing = 1.6f;
  const TextStyle date =
      TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kRight);
  Rect room = picture && frame.wide ? area.TakeRight(area.w * 0.36f, theme.Px(40)) : Rect{};
  const float width = area.w - 2 * pad;
  const float title_height = MeasureWrapped(frame, poster.title, width, title);
  const float around = 2 * pad + theme.size.chip_height + after_pill + title_height + after_title;
  const float line = text.size * text.line_spacing;
  float above = 0;
  if (picture && !frame.wide) {
    // As large as what is written leaves it.
    const float written =
        std::ceil(MeasureWrapped(frame, poster.text, width, text) / line) * line + 1;
    const float high =
        std::clamp(area.h - around - written - theme.Px(40), area.h * 0.2f, area.h * 0.4f);
    room = area.TakeTop(high, theme.Px(40));
    above = high + theme.Px(40);
  }
  Rect place;
  if (picture) {
    const auto wide = static_cast<float>(picture->width),
               high = static_cast<float>(picture->height);
    const float scale = std::min(room.w / wide, room.h / high);
    place = room.Centred(wide * scale, high * scale);
  }
  text.max_lines = std::max(1, static_cast<int>((area.h - around) / line));
  const float height = std::min(area.h, around + MeasureWrapped(frame, poster.text, width, text));
  Rect card = above > 0 ? area.TakeTop(height) : area.Centred(area.w, height);
  if (picture) {
    frame.canvas.Picture(picture, place);
    CutCorners(frame, place, theme.size.radius, theme.colour.paper);
  }
  DrawCard(frame, card);
  card = card.Inset(pad);
  const Rect top = card.TakeTop(theme.size.chip_height, after_pill);
  DrawPills(frame, {top.x, top.y + (top.h - theme.size.chip_height * 0.78f) / 2, top.w, top.h},
            {poster.pill});
  DrawText(frame, top, poster.date, date);
  card.TakeTop(DrawWrapped(frame, card, poster.title, title), after_title);
  DrawWrapped(frame, card, poster.text, text);
}

}  // namespace studio

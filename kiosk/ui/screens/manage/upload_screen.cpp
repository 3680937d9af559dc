#include "ui/screens/manage/upload_screen.h"

#include <algorithm>
#include <optional>

#include "app/station/health.h"
#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/link_strings.h"

namespace studio {
namespace {

constexpr float kLineShare = 0.47f;  // of the width, in landscape
constexpr float kBroad = 1.9f;       // times as wide as high

std::string UploadCount(std::string_view pattern, std::int64_t n) {
  return say::Fill(pattern, {{"n", say::Number(n)}});
}

struct LinkLook {
  Tone tone;
  std::string_view icon;
};

LinkLook LookOf(LinkCondition condition) {
  switch (condition) {
    case LinkCondition::kConnected:
      return {Tone::kJade, "cloud_done"};
    case LinkCondition::kStarting:
      return {Tone::kSand, "cloud_queue"};
    case LinkCondition::kOffline:
      return {Tone::kAmber, "cloud_off"};
    case LinkCondition::kClockWrong:  // everything goes up all the same
      return {Tone::kAmber, "schedule"};
    case LinkCondition::kRefused:
    case LinkCondition::kUntrusted:
      break;
  }
  return {Tone::kRed, "gpp_bad"};
}

}  // namespace

UploadScreen::UploadScreen(ScreenParts parts)
    : parts_(parts), flow_(parts.outbox, parts.ways.link, parts.state, parts.clock) {}

std::int64_t UploadScreen::SetAside() const {
  return flow_.report() ? flow_.report()->set_aside : 0;
}

void UploadScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  flow_.Update();
  // Ages and a try under way go on by themselves.
  frame.RequestRedrawAt(frame.now.monotonic_ms + (flow_.TryingLine() ? 1000 : 20'000));
  Rect area = frame.area;
  if (Header(frame, area, say::kHubUpload)) return parts_.navigator.Pop();
  if (DrawFooter(frame, area)) return parts_.navigator.Pop();
  if (!flow_.report()) {
    if (flow_.failed()) return DrawEmptyPage(frame, area, "error", say::kOutboxFailed);
    return DrawWaitingPage(frame, area, "hourglass_top", say::kReadingOutbox);
  }
  area = area.Inset(theme.size.margin, 0);
  if (frame.wide && !parts_.modes.theme.extra_large) {
    DrawLine(frame, area.TakeLeft(area.w * kLineShare, theme.size.gap));
    return DrawSetAside(frame, area);
  }
  if (SetAside() == 0 && !flow_.put_back()) return DrawLine(frame, area);
  DrawTabs(frame, area.TakeTop(theme.size.chip_height, theme.Px(24)));
  return list_tab_ ? DrawSetAside(frame, area) : DrawLine(frame, area);
}

bool UploadScreen::DrawFooter(Frame& frame, Rect& area) {
  const bool again = flow_.failed();
  const auto buttons = TakeFooter(frame, area).SplitColumns(2, frame.theme.size.gap);
  const bool back = SecondaryButton(frame, buttons[0], say::kBack, {"arrow_back"});
  if (again) {
    if (SecondaryButton(frame, buttons[1], say::kOneAgain, {"refresh"})) flow_.ReadAgain();
    return back;
  }
  ButtonLook look{"sync"};
  look.enabled = flow_.CanTryLine();
  const auto label = flow_.TryingLine() ? say::kTryingLine : say::kTryLine;
  if (PrimaryButton(frame, buttons[1], label, look)) flow_.TryLineNow();
  return back;
}

void UploadScreen::DrawTabs(Frame& frame, Rect row) {
  const auto halves = row.SplitColumns(2, frame.theme.Px(16));
  if (Chip(frame, halves[0], say::kTabLine, {"cloud", !list_tab_})) list_tab_ = false;
  if (Chip(frame, halves[1], UploadCount(say::kTabSetAside, SetAside()), {"inbox", list_tab_})) {
    list_tab_ = true;
  }
}

void UploadScreen::DrawLine(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  // A broad page has no height to stack all of it.
  Rect facts = area;
  const bool beside = area.w > kBroad * area.h;
  if (beside) {
    area = facts.TakeLeft(facts.w * 0.5f, theme.size.gap);
  }
  const KioskState& state = parts_.state;
  const LinkLook look = LookOf(state.link.condition);
  const float high =
      NoticePanel(frame, area, look.tone, look.icon, say::LinkTitle(state), say::LinkAdvice(state));
  area.TakeTop(high, theme.Px(16));
  // The machine's own words, for whoever helps over the phone.
  if (!state.link.reason.empty()) {
    const TextStyle small = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink)
                                .Lines(beside ? 5 : 3);
    const std::string words = std::string(say::kTechnical) + "：" + state.link.reason;
    area.TakeTop(DrawWrapped(frame, area, words, small), theme.Px(12));
  }
  DrawFacts(frame, beside ? facts : area);
}

void UploadScreen::DrawFacts(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const KioskState& state = parts_.state;
  const OutboxReport& report = *flow_.report();
  const auto row = [&](std::string_view title, const std::string& value,
                       Colour ink = Colour{0, 0, 0, 0}) {
    const TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
    const TextStyle bold = TextStyle::Of(theme.size.body, Weight::kBold, ink);
    const float title_width = MeasureText(frame, title, soft) + theme.Px(28);
    const float value_high = MeasureWrapped(frame, value, area.w - title_width, bold);
    const float pad = theme.Px(frame.wide ? 6 : 14);
    Rect line = area.TakeTop(value_high + 2 * pad);
    DrawDivider(frame, line.x, line.Bottom(), line.w);
    line = line.Inset(0, pad);
    DrawText(frame, line.TakeLeft(title_width).TakeTop(soft.size * soft.line_spacing), title, soft);
    DrawWrapped(frame, line, value, bold);
  };
  row(say::kLastExchange,
      state.link.last_exchange_ms == 0
          ? std::string(say::kNeverYet)
          : say::WhenOf(state.link.last_exchange_ms, state.CountyMs(frame.now)));
  row(say::kWaitingCount,
      report.waiting == 0
          ? std::string(say::kNothing)
          : say::Fill(say::kWaitingSplit, {{"n", say::Number(report.waiting)},
                                           {"own", say::Number(report.waiting_requests)}}));
  if (report.oldest_ms != 0) {
    row(say::kOldestWaits, say::LastingText(state.CountyMs(frame.now) - report.oldest_ms));
  }
  if (report.waiting_attachments > 0) {
    row(say::kFilesWaiting, UploadCount(say::kCountPieces, report.waiting_attachments));
  }
  const HealthLevel clock = ClockLevel(state.link);
  const Colour ink = clock == HealthLevel::kBad         ? theme.colour.red
                     : clock == HealthLevel::kAttention ? theme.colour.amber
                                                        : Colour{0, 0, 0, 0};
  const std::string advice = say::ClockAdvice(state);
  row(say::kClock, say::ClockLine(state.link) + (advice.empty() ? "" : "。" + advice), ink);
}

std::string UploadScreen::ItemText(const Frame& frame, const SetAsideItem& item) const {
  return say::WhenOf(item.made_at_ms, parts_.state.CountyMs(frame.now)) + "  " +
         say::ReasonLine(item, *parts_.state.station);
}

namespace {

struct ItemSizes {
  TextStyle name, text;
  float pad, button;
  ItemSizes(const Frame& frame, float width)
      : name(TextStyle::Of(frame.theme.size.body, Weight::kBold)),
        text(TextStyle::Of(frame.theme.size.small, Weight::kRegular, frame.theme.colour.soft_ink)
                 .Lines(4)),
        pad(frame.theme.Px(24)),
        button(std::min(PillWidth(frame, say::kOneAgain, true), width * 0.45f)) {}
  float TextWidth(float width) const { return width - 3 * pad - button; }
};

}  // namespace

float UploadScreen::ItemHeight(const Frame& frame, float width) const {
  const ItemSizes sizes(frame, width);
  float highest = frame.theme.size.chip_height;
  for (const SetAsideItem& item : flow_.report()->items) {
    const float within = sizes.TextWidth(width);
    highest =
        std::max(highest, MeasureWrapped(frame, say::ItemName(item), within, sizes.name) +
                              MeasureWrapped(frame, ItemText(frame, item), within, sizes.text));
  }
  return highest + 2 * sizes.pad;
}

void UploadScreen::DrawSetAside(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const auto& put_back = flow_.put_back();
  if (put_back) {
    const bool done = put_back->has_value();
    const std::string words =
        done ? UploadCount(say::kPutBack, **put_back) : std::string(say::kNotPutBack);
    const float high = NoticePanel(frame, area, done ? Tone::kJade : Tone::kAmber,
                                   done ? "check_circle" : "error", words, "");
    area.TakeTop(high, theme.Px(20));
  }
  const OutboxReport& report = *flow_.report();
  if (report.set_aside == 0) {
    return DrawEmptyPage(frame, area, "inbox", say::kSetAsideNone);
  }
  Rect head = area.TakeTop(theme.size.chip_height, theme.Px(16));
  const float all = PillWidth(frame, say::kAllAgain, true);
  if (Chip(frame, head.TakeRight(all, theme.Px(20)), say::kAllAgain,
           {"replay", false, !flow_.putting_back()})) {
    return flow_.TryAllAgain();
  }
  DrawText(frame, head, UploadCount(say::kTabSetAside, report.set_aside),
           TextStyle::Of(theme.size.section_title, Weight::kBold));
  const auto shown = static_cast<std::int64_t>(report.items.size());
  if (report.set_aside > shown) {
    const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
    DrawText(frame, area.TakeBottom(soft.size * soft.line_spacing),
             UploadCount(say::kSetAsideMore, report.set_aside - shown), soft);
  }
  PagedList list(frame, area, "set-aside", scroll_, static_cast<int>(shown),
                 ItemHeight(frame, area.w), theme.Px(16));
  int again = -1;
  for (int i = list.First(); i < list.End(); ++i) {
    if (DrawItem(frame, list.Row(i), static_cast<std::size_t>(i))) again = i;
  }
  // Last: the list is another one afterwards.
  if (again >= 0) flow_.TryAgain(static_cast<std::size_t>(again));
}

// True where it is to be tried again.
bool UploadScreen::DrawItem(Frame& frame, Rect row, std::size_t index) {
  const Theme& theme = frame.theme;
  const SetAsideItem& item = flow_.report()->items[index];
  const ItemSizes sizes(frame, row.w);
  DrawCard(frame, row, theme.size.small_radius, theme.colour.card);
  const Rect button =
      Rect{row.Right() - sizes.pad - sizes.button, row.y, sizes.button, row.h}.Centred(
          sizes.button, theme.size.chip_height);
  const std::string label = std::string(say::kOneAgain) + "##" + item.record + item.attachment;
  const bool again = Chip(frame, button, label, {"replay", false, !flow_.putting_back()});
  row = row.Inset(sizes.pad);
  row.w = sizes.TextWidth(row.w + 2 * sizes.pad);
  row.TakeTop(DrawWrapped(frame, row, say::ItemName(item), sizes.name));
  DrawWrapped(frame, row, ItemText(frame, item), sizes.text);
  return again;
}

}  // namespace studio

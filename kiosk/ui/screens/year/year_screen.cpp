#include "ui/screens/year/year_screen.h"

#include <algorithm>
#include <memory>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/year/standing_screen.h"
#include "ui/screens/year/year_close_screen.h"
#include "ui/screens/year/year_export_screen.h"
#include "ui/words/staff/manage_strings.h"

namespace studio {
namespace {

constexpr float kNameWidth = 176, kFigureWidth = 140, kGradeWidth = 160;

float YearRowHeight(const Theme& theme) {
  return std::max(theme.size.touch_floor, theme.size.body * 1.9f);
}

}  // namespace

void YearScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const Station& station = *parts_.state.station;
  const std::string title = say::Fill(say::kYearPage, {{"year", say::Number(flow_->year())}});
  const bool there = flow_->state() == YearState::kThere;
  const std::string state = there ? say::YearStateLine(*flow_, station) : std::string();
  HeaderLook look;
  look.step = state;
  if (Header(frame, area, title, look)) return parts_.navigator.Pop();
  Rect step = TakeDeskStep(frame, area), close;
  if (!frame.wide) close = step.TakeRight((step.w - theme.size.gap) * 0.6f, theme.size.gap);
  const bool back = SecondaryButton(frame, step, say::kBack);
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (back) return parts_.navigator.Pop();
  if (!IsYearThere(frame, area, *flow_, station)) return;
  if (frame.wide) {
    Rect left = area.TakeLeft(area.w * 0.32f, theme.size.gap);
    close = left.TakeBottom(theme.size.button_height, theme.size.gap);
    if (DrawDoors(frame, left)) return;
    DrawSums(frame, left);
  } else {
    if (DrawDoors(frame, area)) return;
    if (!parts_.modes.theme.extra_large)
      DrawSums(frame, area.TakeTop(area.h * 0.36f, theme.size.gap));
  }
  DrawTable(frame, area);
  DrawCloseButton(frame, close);
}

// True: this page is done with for now: another year, or its sheets.
bool YearScreen::DrawDoors(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const int by = flow_->CanGo(-1) ? -1 : 1;
  const std::string other =
      say::Fill(say::kYearBefore, {{"year", say::Number(flow_->year() + by)}}) + "###other";
  Rect line = area.TakeTop(theme.size.chip_height, theme.Px(16));
  const Rect go = line.TakeLeft(PillWidth(frame, other, true), theme.Px(16));
  Rect sheets = line;
  // Where both have no room beside each other, one below the other.
  const float width = PillWidth(frame, say::kYearExport, true);
  if (line.w < width) sheets = area.TakeTop(theme.size.chip_height, theme.Px(16));
  if (Chip(frame, sheets.TakeLeft(width), say::kYearExport, {"print"})) {
    parts_.navigator.Push(
        std::make_unique<YearExportScreen>(parts_, flow_->session(), flow_->year()));
    return true;
  }
  if (!Chip(frame, go, other, {"history"})) return false;
  flow_->Go(by);
  scroll_ = {};
  return true;
}

void YearScreen::DrawSums(Frame& frame, Rect card) {
  const Theme& theme = frame.theme;
  const StudioAccount& account = *flow_->account();
  DrawCard(frame, card);
  card = card.Inset(theme.Px(28), theme.Px(20));
  const std::vector<QuotaBar> bars = QuotaBars(account.own.quotas, account.rules, account.today);
  Rect chart = card;
  if (!bars.empty()) {
    if (frame.wide) {
      chart = card.TakeBottom(card.h * 0.5f, theme.Px(18));
    } else {
      chart = card.TakeRight(card.w * 0.48f, theme.size.gap);
    }
    for (const QuotaBar& bar : bars) {
      if (card.h < QuotaBarHeight(theme)) break;
      DrawQuotaBar(frame, card.TakeTop(QuotaBarHeight(theme), theme.Px(16)), bar);
    }
  }
  for (const std::string& line : say::ConsequenceLines(account, *parts_.state.station)) {
    const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
    DrawText(frame, chart.TakeBottom(soft.size * 1.4f), line, Fitted(frame, line, soft, chart.w));
  }
  std::vector<ChartBar> grades;
  for (const Grade& grade : account.rules.grades) {
    const auto n = std::count_if(
        account.results.begin(), account.results.end(),
        [&](const MemberResult& one) { return say::GradeShown(account, one) == grade.name; });
    grades.push_back({grade.name, static_cast<int>(n),
                      theme.colour.Strong(GradeTone(account.rules, grade.name))});
  }
  const auto open = std::count_if(
      account.results.begin(), account.results.end(),
      [&](const MemberResult& one) { return say::GradeShown(account, one) == say::kNoGradeYet; });
  if (open > 0)
    grades.push_back(
        {std::string(say::kYearGradeOpen), static_cast<int>(open), theme.colour.track});
  DrawBarChart(frame, chart, grades);
}

int YearScreen::ColumnsIn(const Frame& frame, float width) const {
  const Theme& theme = frame.theme;
  const float others = theme.Px(kNameWidth + kFigureWidth + kGradeWidth + 48);
  const int fit = static_cast<int>((width - others) / theme.Px(kFigureWidth));
  return std::clamp(fit, 0, static_cast<int>(flow_->account()->rules.sections.size()));
}

void YearScreen::DrawTable(Frame& frame, Rect card) {
  const Theme& theme = frame.theme;
  const StudioAccount& account = *flow_->account();
  if (account.people.empty()) return DrawEmptyPage(frame, card, "groups", say::kYearNobody);
  DrawCard(frame, card);
  card = card.Inset(theme.Px(24), theme.Px(16));
  const int columns = ColumnsIn(frame, card.w);
  const TextStyle head = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  Rect line = card.TakeTop(head.size * 1.5f, theme.Px(6));
  const auto cell = [&](Rect place, std::string_view words) {
    DrawText(frame, place, words, Fitted(frame, words, head, place.w - theme.Px(10)));
  };
  cell(line.TakeLeft(theme.Px(kNameWidth)), say::kYearMembers);
  cell(line.TakeRight(theme.Px(kGradeWidth)), say::kYearGrade);
  cell(line.TakeRight(theme.Px(kFigureWidth)), say::kYearTotal);
  const float width = columns == 0 ? 0 : line.w / static_cast<float>(columns);
  for (int i = 0; i < columns; ++i) {
    cell(line.TakeLeft(width), account.rules.sections[static_cast<std::size_t>(i)].title);
  }
  std::optional<std::size_t> tapped;
  {
    PagedList list(frame, card, "members", scroll_, static_cast<int>(account.people.size()),
                   YearRowHeight(theme), theme.size.touch_gap);
    for (int i = list.First(); i < list.End(); ++i) {
      const auto index = static_cast<std::size_t>(i);
      const Member& member = account.people[index];
      const Press press = PressArea(frame, list.Row(i), member.name + "##" + member.id);
      if (press.down) DrawCard(frame, list.Row(i), theme.size.small_radius, theme.colour.pressed);
      DrawRow(frame, list.Row(i), index, columns);
      if (press.tapped) tapped = index;
    }
  }
  if (!tapped) return;
  const Member& member = account.people[*tapped];
  if (auto one = AccountIn(account, member.id)) {
    parts_.navigator.Push(std::make_unique<StandingScreen>(
        parts_, member, std::make_shared<const MemberAccount>(std::move(*one))));
  }
}

void YearScreen::DrawRow(Frame& frame, Rect row, std::size_t index, int columns) {
  const Theme& theme = frame.theme;
  const StudioAccount& account = *flow_->account();
  const MemberResult& result = account.results[index];
  const TextStyle plain = TextStyle::Of(theme.size.body);
  const TextStyle bold = TextStyle::Of(theme.size.body, Weight::kBold);
  const auto text = [&](Rect place, const std::string& words, const TextStyle& style) {
    place = place.Centred(place.w, style.size * 1.35f);
    DrawText(frame, place, words, Fitted(frame, words, style, place.w - theme.Px(10)));
  };
  DrawDivider(frame, row.x, row.Bottom(), row.w);
  text(row.TakeLeft(theme.Px(kNameWidth)), account.people[index].name, bold);
  const std::string grade = account.people[index].ranked ? say::GradeShown(account, result)
                                                         : std::string(say::kYearNotRanked);
  const Rect pill = row.TakeRight(theme.Px(kGradeWidth));
  text(pill, grade,
       TextStyle::Of(theme.size.body, Weight::kBold,
                     theme.colour.TintOf(GradeTone(account.rules, grade)).ink));
  text(row.TakeRight(theme.Px(kFigureWidth)), result.total.Text(), bold);
  const float width = columns == 0 ? 0 : row.w / static_cast<float>(columns);
  for (int i = 0; i < columns; ++i) {
    const std::string& id = account.rules.sections[static_cast<std::size_t>(i)].id;
    const auto sum = std::find_if(result.sections.begin(), result.sections.end(),
                                  [&](const SectionSum& one) { return one.id == id; });
    text(row.TakeLeft(width), sum == result.sections.end() ? "—" : sum->points.Text(), plain);
  }
}

void YearScreen::DrawCloseButton(Frame& frame, const Rect& rect) {
  const bool closed = flow_->account()->IsClosed();
  ButtonLook look{closed ? "lock" : "fact_check"};
  look.enabled = closed || flow_->MayClose();
  look.why_not = say::kYearTooSoon;
  const std::string_view label = closed ? say::kYearClosed : say::kYearCheck;
  if (PrimaryButton(frame, rect, std::string(label) + "###close", look))
    parts_.navigator.Push(std::make_unique<YearCloseScreen>(parts_, flow_));
}

}  // namespace studio

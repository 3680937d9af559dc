#include "ui/screens/year/studio_screen.h"

#include <algorithm>
#include <memory>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/year/calendar_screen.h"
#include "ui/screens/year/told_list_screen.h"
#include "ui/words/manage_strings.h"

namespace studio {
namespace {

std::vector<ToldRow> HaveRows(const Station& station) {
  std::vector<ToldRow> rows;
  for (const std::string& name : station.mechanism.haves) {
    const auto& seen = station.studio.haves;
    const auto found = std::find_if(seen.begin(), seen.end(),
                                    [&](const StudioHave& one) { return one.name == name; });
    const bool there = found != seen.end();
    rows.push_back({name, there ? found->evidence : std::string(say::kHaveMissing), there});
  }
  return rows;
}

std::vector<ToldRow> ChildRows(const Station& station) {
  std::vector<ToldRow> rows;
  for (const ChildProgress& child : station.children) {
    ToldRow row{child.name, {}, true};
    for (const QuotaBar& bar : QuotaBars(child.progress.quotas)) {
      row.hint += (row.hint.empty() ? "" : "，") + bar.title + " " + bar.said;
      row.well = row.well && bar.met;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

void StudioScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const Station& station = *parts_.state.station;
  if (Header(frame, area, station.studio.name)) return parts_.navigator.Pop();
  if (CalendarScreen::HasAny(station)) {
    const FootPair foot = TakeFootPair(frame, area, say::kBack, say::kCalendarPage);
    if (SecondaryButton(frame, foot.back, say::kBack)) return parts_.navigator.Pop();
    if (PrimaryButton(frame, foot.on, say::kCalendarPage, {"event"}))
      return parts_.navigator.Push(std::make_unique<CalendarScreen>(parts_));
  } else if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) {
    return parts_.navigator.Pop();
  }
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (!IsYearThere(frame, area, *flow_, station)) return;
  if (frame.wide) {
    DrawMonths(frame, area.TakeRight(area.w * 0.5f, theme.size.gap));
  } else {
    DrawMonths(frame, area.TakeBottom(area.h * 0.4f, theme.size.gap));
  }
  DrawQuotas(frame, area);
}

void StudioScreen::DrawDoors(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const Station& station = *parts_.state.station;
  std::vector<ToldRow> haves = HaveRows(station), children = ChildRows(station);
  if (haves.empty() && children.empty()) return;
  Rect strip = area.TakeTop(theme.size.chip_height, theme.Px(18));
  const auto door = [&](const std::string& label, std::string_view icon) {
    return Chip(frame, strip.TakeLeft(PillWidth(frame, label, true), theme.Px(16)), label, {icon});
  };
  const auto there =
      std::count_if(haves.begin(), haves.end(), [](const auto& row) { return row.well; });
  const std::string name = say::HavesName(station);
  if (!haves.empty() && door(name + " " + say::Number(there) + " / " +
                                 say::Number(static_cast<std::int64_t>(haves.size())) + "###haves",
                             "checklist"))
    return parts_.navigator.Push(
        std::make_unique<ToldListScreen>(parts_, "haves", name, std::move(haves)));
  if (!children.empty() &&
      door(say::Fill(say::kStudioChildren,
                     {{"n", say::Number(static_cast<std::int64_t>(children.size()))}}),
           "account_tree"))
    parts_.navigator.Push(std::make_unique<ToldListScreen>(
        parts_, "children", std::string(say::kStudioChildrenPage), std::move(children)));
}

void StudioScreen::DrawQuotas(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const StudioAccount& account = *flow_->account();
  DrawDoors(frame, area);
  DrawText(frame, area.TakeTop(theme.size.section_title * 1.4f, theme.Px(12)), say::kStudioQuotas,
           TextStyle::Of(theme.size.section_title, Weight::kBold));
  if (!account.own.sections.empty()) {
    const std::string score = say::Fill(say::kStudioScore, {{"n", account.own.total.Text()}});
    DrawText(frame, area.TakeTop(theme.size.body * 1.4f, theme.Px(12)), score,
             TextStyle::Of(theme.size.body, Weight::kBold));
  }
  if (const std::string without = say::WithoutPlatformLine(*parts_.state.station);
      !without.empty()) {
    const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
    area.TakeTop(DrawWrapped(frame, area, without, soft), theme.Px(12));
  }
  const std::vector<QuotaBar> bars = QuotaBars(account.own.quotas, account.rules, account.today);
  if (bars.empty()) return DrawEmptyPage(frame, area, "checklist", say::kStudioNoQuotas);
  PagedList list(frame, area, "quotas", scroll_, static_cast<int>(bars.size()),
                 QuotaBarHeight(theme), theme.Px(26));
  for (int i = list.First(); i < list.End(); ++i) {
    DrawQuotaBar(frame, list.Row(i), bars[static_cast<std::size_t>(i)]);
  }
}

void StudioScreen::DrawMonths(Frame& frame, Rect card) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  card = card.Inset(theme.Px(32), theme.Px(24));
  DrawText(frame, card.TakeTop(theme.size.section_title * 1.4f, theme.Px(16)), say::kStudioMonths,
           TextStyle::Of(theme.size.section_title, Weight::kBold));
  const std::vector<int> months = DeedsByMonth(*flow_->account());
  std::vector<ChartBar> bars;
  for (std::size_t i = 0; i < months.size(); ++i) {
    bars.push_back({say::Number(static_cast<std::int64_t>(i) + 1), months[i], theme.colour.jade});
  }
  DrawBarChart(frame, card, bars);
}

}  // namespace studio

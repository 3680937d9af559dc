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
#include "ui/words/staff/manage_strings.h"

namespace studio {
namespace {

std::vector<ToldRow> HaveRows(const Station& station) {
  std::vector<ToldRow> rows;
  for (const std::string& name : station.mechanism.haves) {
    const auto& seen = station.studio.haves;
    const auto found = std::find_if(seen.begin(), seen.end(),
                                    [&](const SeenItem& one) { return one.name == name; });
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
      if (!bar.met) row.well = false;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<ToldRow> FactRows(const Station& station) {
  std::vector<ToldRow> rows;
  for (const ToldFact& fact : station.studio.facts)
    rows.push_back({fact.title, fact.words, std::nullopt});
  return rows;
}

std::vector<ToldRow> LiaisonRows(const YearFlow& flow, const Station& station) {
  std::vector<ToldRow> rows;
  for (say::LiaisonStanding& one : say::LiaisonStandings(*flow.account(), station))
    rows.push_back({std::move(one.title), std::move(one.words), one.visited});
  return rows;
}

std::vector<ToldRow> TopicRows(const Station& station) {
  std::vector<ToldRow> rows;
  for (say::TopicStanding& one : say::TopicStandings(station))
    rows.push_back({std::move(one.title), std::move(one.words), one.done});
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
  Rect strip{};
  const auto door = [&](std::string_view tag, std::string_view title, const std::string& label,
                        std::string_view icon, std::vector<ToldRow> rows) {
    if (rows.empty()) return;
    const float width = PillWidth(frame, label, true);
    if (strip.w < width) strip = area.TakeTop(theme.size.chip_height, theme.Px(18));
    const Rect chip = strip.TakeLeft(std::min(width, strip.w), theme.Px(16));
    if (Chip(frame, chip, label + "###" + std::string(tag), {icon}))
      parts_.navigator.Push(
          std::make_unique<ToldListScreen>(parts_, tag, std::string(title), std::move(rows)));
  };
  const auto counted = [](std::string_view pattern, const std::vector<ToldRow>& rows) {
    const auto well =
        std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.well == true; });
    return say::Fill(pattern, {{"n", say::Number(well)},
                               {"of", say::Number(static_cast<std::int64_t>(rows.size()))}});
  };
  door("studio-facts", say::kStudioFacts, std::string(say::kStudioFacts), "info",
       FactRows(station));
  const std::vector<ToldRow> haves = HaveRows(station), liaisons = LiaisonRows(*flow_, station),
                             topics = TopicRows(station), children = ChildRows(station);
  const std::string name = say::HavesName(station);
  door("haves", name, counted(name + " {n} / {of}", haves), "checklist", haves);
  door("children", say::kStudioChildrenPage,
       say::Fill(say::kStudioChildren,
                 {{"n", say::Number(static_cast<std::int64_t>(children.size()))}}),
       "account_tree", children);
  door("liaisons", say::kStudioLiaisonsPage, counted(say::kStudioLiaisons, liaisons), "groups",
       liaisons);
  door("topic-checks", say::kStudioTopicsPage, counted(say::kStudioTopics, topics), "forum",
       topics);
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
  if (const std::string coverage = say::CoverageLine(*parts_.state.station); !coverage.empty()) {
    const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
    area.TakeTop(DrawWrapped(frame, area, coverage, soft), theme.Px(12));
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

#include "ui/screens/year/year_pieces.h"

#include <algorithm>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/manage_strings.h"

namespace studio {
namespace {

constexpr float kQuotaThickness = 16, kWidestBar = 120;

const OwedStretch* StretchOn(const std::vector<OwedStretch>& stretches, CalendarDate day) {
  for (const OwedStretch& one : stretches) {
    if (one.days.Has(day)) return &one;
  }
  return stretches.empty() ? nullptr : &stretches.back();
}

}  // namespace

bool IsYearThere(Frame& frame, Rect area, YearFlow& flow, const Station& station) {
  const Theme& theme = frame.theme;
  if (flow.state() == YearState::kThere) return true;
  if (flow.state() == YearState::kReading) {
    DrawEmptyPage(frame, area, "hourglass_top", say::kYearReading);
    return false;
  }
  area.TakeTop(theme.Px(24));
  if (flow.state() == YearState::kUntold) {
    NoticePanel(frame, area, Tone::kAmber, "cloud_off", say::kYearUntoldTitle,
                say::Fill(say::kYearUntold, {{"county", say::CountyName(station)}}));
    return false;
  }
  const std::string advice = say::Fill(say::kYearFailed, {{"county", say::CountyName(station)}});
  const float used = NoticePanel(frame, area, Tone::kAmber, "error", say::kYearFailedTitle, advice);
  area.TakeTop(used, theme.size.gap);
  LowerForReach(frame, area);
  if (SecondaryButton(frame, area.TakeTop(theme.size.button_height), say::kYearAgain, {"replay"}))
    flow.Read();
  return false;
}

float QuotaBarHeight(const Theme& theme) {
  return theme.size.button * 1.35f + theme.Px(kQuotaThickness + 8);
}

void DrawQuotaBar(Frame& frame, Rect row, const QuotaBar& bar) {
  const Theme& theme = frame.theme;
  const TextStyle plain = TextStyle::Of(theme.size.button);
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  Rect line = row.TakeTop(bold.size * 1.35f, theme.Px(8));
  DrawText(frame, line.TakeRight(MeasureText(frame, bar.said, bold) + 1, theme.Px(24)), bar.said,
           bold);
  DrawText(frame, line, bar.title, Fitted(frame, bar.title, plain, line.w));
  DrawProgress(frame, row.TakeTop(theme.Px(kQuotaThickness)), bar.part,
               bar.met ? theme.colour.jade : theme.colour.amber);
}

std::vector<QuotaBar> QuotaBars(const std::vector<QuotaState>& states, const CountingRules& rules,
                                CalendarDate today) {
  std::vector<QuotaBar> bars;
  for (const QuotaState& state : states) {
    const auto quota = std::find_if(rules.quotas.begin(), rules.quotas.end(),
                                    [&](const Quota& one) { return one.id == state.quota; });
    const OwedStretch* stretch = StretchOn(state.stretches, today);
    if (quota == rules.quotas.end() || stretch == nullptr) continue;
    bars.push_back({quota->title, stretch->done.Text() + " / " + stretch->owed.Text(),
                    ShareDone(stretch->done, stretch->owed), stretch->done >= stretch->owed});
  }
  return bars;
}

std::vector<QuotaBar> QuotaBars(const std::vector<StudioQuota>& quotas) {
  std::vector<QuotaBar> bars;
  for (const StudioQuota& one : quotas) {
    const auto done = Fraction::Parse(one.done), owed = Fraction::Parse(one.owed);
    if (!done || !owed) continue;
    bars.push_back(
        {one.title, one.done + " / " + one.owed, ShareDone(*done, *owed), *done >= *owed});
  }
  return bars;
}

void DrawBarChart(Frame& frame, Rect area, const std::vector<ChartBar>& bars) {
  if (bars.empty()) return;
  const Theme& theme = frame.theme;
  int most = 1;
  for (const ChartBar& bar : bars) most = std::max(most, bar.count);
  const TextStyle figure =
      TextStyle::Of(theme.size.small, Weight::kBold, theme.colour.ink, Align::kCentre);
  const TextStyle name =
      TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.ink, Align::kCentre);
  const Rect names = area.TakeBottom(name.size * 1.35f, theme.Px(6));
  const float line = figure.size * 1.35f;
  const int count = static_cast<int>(bars.size());
  const float gap = theme.Px(bars.size() > 8 ? 6 : 14);
  const std::vector<Rect> columns = area.SplitColumns(count, gap);
  const std::vector<Rect> below = names.SplitColumns(count, gap);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const ChartBar& bar = bars[i];
    Rect column = columns[i];
    const float room = std::max(0.f, column.h - line);
    const float high = room * static_cast<float>(bar.count) / static_cast<float>(most);
    const Rect filled = column.TakeBottom(std::max(high, theme.Px(4)));
    const Rect stem = filled.Centred(std::min(filled.w, theme.Px(kWidestBar)), filled.h);
    DrawCard(frame, stem, std::min(theme.Px(10), stem.h / 2), bar.colour);
    const std::string said = say::Number(bar.count);
    DrawText(frame, column.TakeBottom(line), said, Fitted(frame, said, figure, column.w));
    DrawText(frame, below[i], bar.name, Fitted(frame, bar.name, name, below[i].w));
  }
}

Tone GradeTone(const CountingRules& rules, const std::string& grade) {
  if (rules.grades.empty()) return Tone::kSand;
  if (grade == rules.grades.front().name) return Tone::kJade;
  return grade == rules.grades.back().name ? Tone::kAmber : Tone::kSand;
}

}  // namespace studio

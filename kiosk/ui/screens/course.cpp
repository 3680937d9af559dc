#include "ui/screens/course.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/screens/page_pieces.h"
#include "ui/shapes.h"
#include "ui/strings.h"
#include "ui/text.h"

namespace studio {
namespace {

struct CourseStep {
  enum class Mark { kDone, kWaiting, kProblem, kAhead };
  Mark mark;
  std::string title;
  std::string hint;
};

std::vector<CourseStep> StepsOf(const ReceiptStatus& status, const Station& station,
                                std::int64_t now_ms) {
  using Mark = CourseStep::Mark;
  const std::pair<std::string_view, std::string_view> county{"county", say::CountyName(station)};
  std::vector<CourseStep> steps;
  const std::string made = say::WhenOf(status.made_at_ms, now_ms);
  const std::string kept = say::Fill(say::kStepKeptHint, {{"when", made}});
  switch (status.state) {
    case ReceiptState::kWithdrawn:
      steps.push_back({Mark::kDone, std::string(say::kStepKept), kept});
      steps.push_back(
          {Mark::kProblem, std::string(say::kWithdrawn), std::string(say::kWithdrawnHint)});
      return steps;
    case ReceiptState::kWaiting:
      steps.push_back({Mark::kDone, std::string(say::kStepKept), kept});
      steps.push_back({Mark::kWaiting, say::StateName(status.state, station),
                       say::Fill(say::kStepWaitingHint, {county})});
      break;
    case ReceiptState::kSetAside:
      steps.push_back({Mark::kDone, std::string(say::kStepKept), kept});
      steps.push_back(
          {Mark::kProblem, std::string(say::kStepSetAside), std::string(say::kStepSetAsideHint)});
      break;
    case ReceiptState::kReceived:
      steps.push_back({Mark::kDone, std::string(say::kStepKept), kept});
      steps.push_back({Mark::kDone, say::StateName(status.state, station),
                       say::Fill(say::kStepReceivedHint,
                                 {{"when", say::WhenOf(status.received_at_ms, now_ms)}})});
      break;
  }
  steps.push_back(
      {Mark::kAhead, std::string(say::kStepReferred), std::string(say::kStepReferredHint)});
  steps.push_back(
      {Mark::kAhead, std::string(say::kStepAnswered), std::string(say::kStepAnsweredHint)});
  return steps;
}

struct MarkLook {
  std::string_view icon;
  Colour colour;
};

MarkLook LookOf(CourseStep::Mark mark, const Palette& colour) {
  switch (mark) {
    case CourseStep::Mark::kDone:
      return {"check_circle", colour.jade};
    case CourseStep::Mark::kWaiting:
      return {"cloud_upload", colour.amber};
    case CourseStep::Mark::kProblem:
      return {"error_outline", colour.red};
    case CourseStep::Mark::kAhead:
      break;
  }
  return {"radio_button_unchecked", colour.icon};
}

struct CourseStyles {
  TextStyle title, hint;
};

CourseStyles StylesOf(const Theme& theme, CourseStep::Mark mark, Align align) {
  const bool ahead = mark == CourseStep::Mark::kAhead;
  const Colour ink = ahead ? theme.colour.soft_ink : theme.colour.ink;
  CourseStyles styles{
      TextStyle::Of(theme.size.button, Weight::kBold, ink, align),
      TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink, align)};
  styles.title.line_spacing = styles.hint.line_spacing = 1.3f;
  return styles;
}

// One below the other, joined by a thin line.
void DrawDown(Frame& frame, Rect inside, const std::vector<CourseStep>& steps) {
  const Theme& theme = frame.theme;
  const float mark = theme.Px(58), rail = theme.Px(4);
  const CourseStyles sizes = StylesOf(theme, CourseStep::Mark::kDone, Align::kLeft);
  const float title = sizes.title.size * sizes.title.line_spacing;
  const float hint = sizes.hint.size * sizes.hint.line_spacing;
  // Where it is crowded, what lies ahead is only named.
  const auto count = static_cast<float>(steps.size());
  const bool crowded = inside.h < count * (title + hint + theme.Px(16));
  const auto hinted = [&](const CourseStep& step) {
    return !crowded || step.mark != CourseStep::Mark::kAhead;
  };
  float total = 0;
  for (const CourseStep& step : steps) total += title + (hinted(step) ? hint : 0);
  const float spare = std::clamp((inside.h - total) / count, 0.f, theme.Px(90));
  Rect last{};
  for (const CourseStep& step : steps) {
    const CourseStyles styles = StylesOf(theme, step.mark, Align::kLeft);
    const float words = title + (hinted(step) ? hint : 0);
    Rect row = inside.TakeTop(words + spare);
    row = row.Centred(row.w, words);
    const Rect place = row.TakeLeft(mark, theme.Px(36));
    const float from = last.CentreY() + mark * 0.65f, to = place.CentreY() - mark * 0.65f;
    if (last.h > 0 && to - from > theme.Px(12)) {
      FillRounded(frame, {place.CentreX() - rail / 2, from, rail, to - from}, rail / 2,
                  theme.colour.outline);
    }
    last = place;
    const MarkLook look = LookOf(step.mark, theme.colour);
    DrawIcon(frame, place, look.icon, mark, look.colour);
    DrawText(frame, row.TakeTop(title), step.title, Fitted(frame, step.title, styles.title, row.w));
    if (hinted(step)) {
      DrawText(frame, row, step.hint, Fitted(frame, step.hint, styles.hint, row.w));
    }
  }
}

// From left to right, where there is more width than height.
void DrawAcross(Frame& frame, const Rect& inside, const std::vector<CourseStep>& steps) {
  const Theme& theme = frame.theme;
  const float mark = theme.Px(76), rail = theme.Px(4);
  const std::vector<Rect> cells =
      inside.SplitColumns(static_cast<int>(steps.size()), theme.size.gap);
  const float step_width = cells.size() > 1 ? cells[1].x - cells[0].x : 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const CourseStep& step = steps[i];
    const CourseStyles styles = StylesOf(theme, step.mark, Align::kCentre);
    Rect cell = cells[i];
    const Rect place = cell.TakeTop(mark, theme.Px(24));
    if (i + 1 < steps.size()) {
      FillRounded(frame,
                  {place.CentreX() + mark * 0.65f, place.CentreY() - rail / 2,
                   step_width - mark * 1.3f, rail},
                  rail / 2, theme.colour.outline);
    }
    const MarkLook look = LookOf(step.mark, theme.colour);
    DrawIcon(frame, place, look.icon, mark, look.colour);
    DrawText(frame, cell.TakeTop(styles.title.size * styles.title.line_spacing, theme.Px(8)),
             step.title, Fitted(frame, step.title, styles.title, cell.w));
    DrawWrapped(frame, cell, step.hint, styles.hint);
  }
}

}  // namespace

void DrawCourse(Frame& frame, Rect card, const ReceiptStatus& status, const Station& station) {
  const Theme& theme = frame.theme;
  const std::vector<CourseStep> steps = StepsOf(status, station, frame.now.wall_ms);
  const float pad = theme.Px(30);
  const bool across = card.w > 2.4f * card.h;
  const float most = across ? theme.Px(360) * theme.size.body / theme.Px(40)
                            : theme.Px(190) * static_cast<float>(steps.size()) + 2 * pad;
  card.h = std::min(card.h, most);
  DrawCard(frame, card);
  if (across) {
    DrawAcross(frame, card.Inset(theme.Px(48), theme.Px(44)), steps);
  } else {
    DrawDown(frame, card.Inset(theme.Px(48), pad), steps);
  }
}

}  // namespace studio

#include "ui/screens/course.h"

#include <string>
#include <vector>

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

}  // namespace

void DrawCourse(Frame& frame, const Rect& card, const ReceiptStatus& status,
                const Station& station) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  Rect inside = card.Inset(theme.Px(48), theme.Px(30));
  const std::vector<CourseStep> steps = StepsOf(status, station, frame.now.wall_ms);
  const float height = std::min(inside.h / static_cast<float>(steps.size()), theme.Px(180));
  const float mark = theme.Px(58);
  for (const CourseStep& step : steps) {
    Rect row = inside.TakeTop(height);
    row = row.Centred(row.w, theme.Px(120));
    const Rect icon = row.TakeLeft(mark, theme.Px(36));
    switch (step.mark) {
      case CourseStep::Mark::kDone:
        DrawIcon(frame, icon, "check_circle", mark, theme.colour.jade);
        break;
      case CourseStep::Mark::kWaiting:
        DrawIcon(frame, icon, "cloud_upload", mark, theme.colour.amber);
        break;
      case CourseStep::Mark::kProblem:
        DrawIcon(frame, icon, "error_outline", mark, theme.colour.red);
        break;
      case CourseStep::Mark::kAhead:
        DrawIcon(frame, icon, "radio_button_unchecked", mark, theme.colour.icon);
        break;
    }
    DrawText(frame, row.TakeTop(theme.Px(64)), step.title,
             TextStyle::Of(theme.size.button, Weight::kBold));
    DrawText(frame, row, step.hint,
             TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink));
  }
}

}  // namespace studio

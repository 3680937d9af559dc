#include "commands/assess_command.h"

#include "commands/unlocked_view.h"
#include "shared/base/shown_text.h"
#include "shared/mechanism/assessment_json.h"

namespace studio {

Result<std::string> AssessStudio(const AssessOrder& order) {
  auto unlocked = UnlockView({order.data, order.card_file, order.pin_file});
  if (!unlocked) return tl::unexpected(unlocked.error());
  const auto day = DayAsked(order.on, unlocked->view);
  if (!day) return tl::unexpected(day.error());
  const auto grounds = unlocked->view.Year(order.year, *unlocked->key);
  if (!grounds) return tl::unexpected(grounds.error());
  const StudioId studio = unlocked->identity.county.studio;
  return AssessmentJson(*grounds, {order.year, *day, studio, order.member})
      .map([](const std::string& text) { return ShownJson(text); });
}

}  // namespace studio

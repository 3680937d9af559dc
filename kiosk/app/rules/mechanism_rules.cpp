#include "app/rules/mechanism_rules.h"

namespace studio {

PunctualityRule PunctualityRuleOf(const Mechanism& mechanism) {
  return {mechanism.late_after_minutes, mechanism.early_before_minutes};
}

CheckInSettings CheckInSettingsOf(const Mechanism& mechanism) {
  CheckInSettings settings;
  settings.punctuality = PunctualityRuleOf(mechanism);
  settings.early_arrival_minutes = mechanism.early_arrival_minutes;
  settings.ask_pin = mechanism.ask_pin;
  return settings;
}

RotationRule RotationRuleOf(const Mechanism& mechanism, const std::vector<Quota>& told) {
  RotationRule rule;
  rule.quotas = told;
  if (rule.quotas.empty()) {
    const bool by_platform = mechanism.rotation_subject == Mechanism::Subject::kPlatform;
    rule.quotas = {MonthlyDuty(by_platform ? Subject::kStudio : Subject::kMember,
                               mechanism.rotation_at_least)};
  }
  rule.punctuality = PunctualityRuleOf(mechanism);
  return rule;
}

}  // namespace studio

#include "shared/base/diagnosis.h"

#include <algorithm>

#include "shared/base/json.h"

namespace studio {
namespace {

const char* StateOf(Wellness wellness) {
  switch (wellness) {
    case Wellness::kBad:
      return "bad";
    case Wellness::kAttention:
      return "attention";
    case Wellness::kAbsent:
      return "absent";
    case Wellness::kGood:
      return "good";
  }
  return "";
}

const char* MarkOf(Wellness wellness) {
  switch (wellness) {
    case Wellness::kBad:
      return "【故障】";
    case Wellness::kAttention:
      return "【注意】";
    case Wellness::kAbsent:
      return "【未接】";
    case Wellness::kGood:
      return "【正常】";
  }
  return "";
}

}  // namespace

Diagnosis Sorted(Diagnosis diagnosis) {
  std::stable_sort(
      diagnosis.begin(), diagnosis.end(),
      [](const Symptom& one, const Symptom& other) { return one.wellness < other.wellness; });
  return diagnosis;
}

std::string DiagnosisText(const Diagnosis& diagnosis) {
  std::string text;
  int troubles = 0;
  for (const Symptom& symptom : diagnosis) {
    text += MarkOf(symptom.wellness) + symptom.name + "：" + symptom.found + "\n";
    if (!symptom.to_do.empty()) text += "　　　　→ " + symptom.to_do + "\n";
    if (symptom.wellness <= Wellness::kAttention) ++troubles;
  }
  text += troubles == 0 ? "一切正常。\n" : "有 " + std::to_string(troubles) + " 处要处理。\n";
  return text;
}

std::string DiagnosisJson(const Diagnosis& diagnosis) {
  auto findings = nlohmann::json::array();
  for (const Symptom& symptom : diagnosis) {
    findings.push_back({{"code", symptom.code},
                        {"name", symptom.name},
                        {"state", StateOf(symptom.wellness)},
                        {"found", symptom.found},
                        {"to_do", symptom.to_do}});
  }
  const nlohmann::json all = {{"well", Works(diagnosis)}, {"findings", findings}};
  return all.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
}

bool Works(const Diagnosis& diagnosis) {
  return std::none_of(diagnosis.begin(), diagnosis.end(),
                      [](const Symptom& symptom) { return symptom.wellness == Wellness::kBad; });
}

}  // namespace studio

// What a doctor command has to say of a machine: of each thing whether it is well, and where it is
// not, what to do. In Chinese, for who is no engineer; codes for programs.
#pragma once

#include <string>
#include <vector>

namespace studio {

enum class Wellness {
  kBad,        // does not work
  kAttention,  // works, and somebody must see to it
  kAbsent,     // is not set up
  kGood,
};

struct Symptom {
  std::string code;  // "disk"
  std::string name;  // 磁盘
  Wellness wellness = Wellness::kGood;
  std::string found;  // how it is
  std::string to_do;  // empty where nothing need be done
};
using Diagnosis = std::vector<Symptom>;

// Worst first, else in their order.
Diagnosis Sorted(Diagnosis diagnosis);
// A line for each, what to do below it; the last line says how many want looking after.
std::string DiagnosisText(const Diagnosis& diagnosis);
// {"well": bool, "findings": [{"code", "name", "state", "found", "to_do"}]}; state: bad, attention,
// absent, good.
std::string DiagnosisJson(const Diagnosis& diagnosis);
// Nothing is bad.
bool Works(const Diagnosis& diagnosis);

}  // namespace studio

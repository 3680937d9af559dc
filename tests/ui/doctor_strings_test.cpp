// What the doctor says: every condition has its own sentence, what does not work comes with what to
// do, and what is well with nothing.
#include "ui/words/staff/doctor_strings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace studio;

namespace {

constexpr std::int64_t kNowS = 1'796'000'000;

ExaminationFacts WellMachine() {
  ExaminationFacts facts;
  facts.running = true;
  facts.server = "https://10.0.0.5:8443";
  facts.county_name = "示例县政协";
  facts.storage = {600'000'000'000, 1'000'000'000'000, true, 1};
  facts.camera = facts.microphone = facts.printer = DeviceCondition::kGood;
  facts.scanner = true;
  facts.line = LineFacts{LineCondition::kGood, "", 0, kNowS + 700 * 24 * 3600};
  facts.now_s = kNowS;
  return facts;
}

Symptom Told(const ExaminationFacts& facts, const std::string& code) {
  const Diagnosis diagnosis = say::Diagnose(facts);
  const auto found = std::find_if(diagnosis.begin(), diagnosis.end(),
                                  [&](const Symptom& one) { return one.code == code; });
  REQUIRE(found != diagnosis.end());
  return *found;
}

// Each of count conditions, one after the other.
template <class Condition>
void CheckEach(const std::string& code, int count, void (*set)(ExaminationFacts&, Condition)) {
  std::set<std::string> sentences;
  for (int i = 0; i < count; ++i) {
    CAPTURE(code);
    CAPTURE(i);
    ExaminationFacts facts = WellMachine();
    set(facts, static_cast<Condition>(i));
    const Symptom symptom = Told(facts, code);
    CHECK(sentences.insert(symptom.found).second);
    CHECK(symptom.found.find('{') == std::string::npos);
    CHECK(symptom.to_do.find('{') == std::string::npos);
    CHECK(symptom.to_do.empty() == (symptom.wellness == Wellness::kGood));
    CHECK(Works(say::Diagnose(facts)) == (symptom.wellness != Wellness::kBad));
  }
}

}  // namespace

TEST_CASE("of a machine that is well the doctor has nothing to say") {
  const Diagnosis diagnosis = say::Diagnose(WellMachine());
  for (const Symptom& symptom : diagnosis) {
    CAPTURE(symptom.code);
    CHECK(symptom.wellness == Wellness::kGood);
    CHECK(symptom.to_do.empty());
    CHECK_FALSE(symptom.found.empty());
  }
  CHECK(Works(diagnosis));
  CHECK(DiagnosisText(diagnosis).find("一切正常。") != std::string::npos);
}

TEST_CASE("whatever is wrong has a sentence of its own, with what to do") {
  CheckEach<FolderCondition>("enrolment", 5, [](auto& facts, auto is) { facts.folder = is; });
  CheckEach<LineCondition>("line", 7, [](auto& facts, auto is) { facts.line->condition = is; });
  CheckEach<DeviceCondition>("camera", 4, [](auto& facts, auto is) { facts.camera = is; });
  CheckEach<DeviceCondition>("printer", 4, [](auto& facts, auto is) { facts.printer = is; });
  ExaminationFacts facts = WellMachine();
  facts.database = DatabaseCondition::kDamaged;
  CHECK(Told(facts, "database").wellness == Wellness::kBad);
  facts.missing_fonts = {"/usr/share/fonts/none.ttc"};
  CHECK(Told(facts, "fonts").found.find("none.ttc") != std::string::npos);
  facts.annex = false;
  CHECK(Told(facts, "program").wellness == Wellness::kBad);
}

TEST_CASE(
    "a certificate is told of from 60 days before its end on, and room, clock and date by how "
    "much") {
  ExaminationFacts facts = WellMachine();
  constexpr std::int64_t kDayS = 24 * 3600;
  facts.line->certificate_end_s = kNowS + 62 * kDayS;
  CHECK(Told(facts, "certificate").wellness == Wellness::kGood);
  facts.line->certificate_end_s = kNowS + 12 * kDayS;
  CHECK(Told(facts, "certificate").wellness == Wellness::kAttention);
  CHECK(Told(facts, "certificate").found.find("还有 12 天") != std::string::npos);
  facts.line->certificate_end_s = kNowS - 1;
  CHECK(Told(facts, "certificate").wellness == Wellness::kBad);
  facts.line->clock_offset_ms = 12 * 60'000;
  CHECK(Told(facts, "clock").found == "本机时钟慢 12 分钟");
  facts.now_s = 0;
  CHECK(Told(facts, "clock").wellness == Wellness::kBad);
  facts.storage.free_bytes = 20'000'000'000;
  CHECK(Told(facts, "disk").wellness == Wellness::kAttention);
  facts.storage.canary_good = false;
  CHECK(Told(facts, "writing").wellness == Wellness::kBad);
  CHECK(say::Diagnose(facts).front().wellness == Wellness::kBad);
}

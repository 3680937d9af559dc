#include "server/founding/mechanism_publishing.h"

#include <algorithm>

#include "server/books/year_book.h"
#include "shared/base/json.h"
#include "shared/feed/counting_entities.h"
#include "shared/mechanism/rules_json.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;

std::size_t MechanismProof::Wrong() const {
  std::size_t wrong = 0;
  for (const studio::Mistake& mistake : read.mistakes) wrong += mistake.doubt ? 0 : 1;
  for (const studio::ExampleOutcome& one : examples) wrong += one.differences.empty() ? 0 : 1;
  return wrong;
}

MechanismProof Prove(std::string_view toml) {
  MechanismProof proof{studio::ReadCountingRules(toml), studio::ReadPlaceOf(toml), {}};
  studio::Mistakes& mistakes = proof.read.mistakes;
  if (!proof.place.is_toml) return proof;
  const bool sound = proof.Wrong() == 0;
  if (sound) proof.examples = RunExamples(proof.read.rules, toml, mistakes);
  mistakes.insert(mistakes.end(), proof.place.mistakes.begin(), proof.place.mistakes.end());
  if (sound && proof.examples.empty()) {
    mistakes.push_back({0, "一个例子（[[example]]）也没有，证明不了算得对，不能发布。", true,
                        studio::mistake::kMissing, "example"});
  }
  std::stable_sort(
      mistakes.begin(), mistakes.end(),
      [](const studio::Mistake& a, const studio::Mistake& b) { return a.line < b.line; });
  return proof;
}

Result<std::string> PublishMechanism(Ledger& ledger, const studio::BoxKeyPair& county,
                                     std::string_view toml, std::int64_t now_ms) {
  const MechanismProof proof = Prove(toml);
  if (proof.Wrong() > 0) {
    return Fail(ErrorKind::kInvalid,
                std::to_string(proof.Wrong()) + " 处要改，没有发布；原来发布的不变。");
  }
  if (proof.examples.empty()) {
    return Fail(ErrorKind::kInvalid,
                "一个例子（[[example]]）也没有，证明不了算得对，没有发布；原来发布的不变。");
  }
  const std::string& name = proof.place.name;
  ledger.Atomically([&] {
    ledger.PutEntity("mechanism", name, proof.place.body, 0);
    ledger.PutEntity(studio::CountingTextKind::kName, name, RulesJson(proof.read.rules), 0);
    json about = json::parse(ledger.EntityBody("county", "county").value_or("{}"));
    if (about.value("mechanism", json()) != json(name)) {
      about["mechanism"] = name;
      ledger.PutEntity("county", "county", about.dump(), 0);
    }
    const DeedBook deeds(ledger, county, now_ms);
    YearBook years(ledger, deeds, now_ms);
    years.PublishProgress({});
    years.PublishCounty();
  });
  return name;
}

}  // namespace county

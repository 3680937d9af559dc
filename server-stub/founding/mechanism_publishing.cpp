#include "server/founding/mechanism_publishing.h"

#include <algorithm>

#include "server/books/year_book.h"
#include "server/founding/mechanism_file.h"
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
  MechanismProof proof{studio::ReadCountingRules(toml), {}};
  const auto& mistakes = proof.read.mistakes;
  const bool sound = std::all_of(mistakes.begin(), mistakes.end(),
                                 [](const studio::Mistake& mistake) { return mistake.doubt; });
  if (sound) proof.examples = RunExamples(proof.read.rules, toml, proof.read.mistakes);
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
  const std::string name = MechanismName(toml);
  if (!IsMechanismName(name)) {
    return Fail(ErrorKind::kInvalid,
                "mechanism = \"" + name +
                    "\"：名字要用小写字母、数字、- 和 _，最多 40 个，没有发布；原来发布的不变。");
  }
  const auto body = MechanismBody(toml, name);
  if (!body) return tl::unexpected(body.error());
  ledger.Atomically([&] {
    ledger.PutEntity("mechanism", name, *body, 0);
    ledger.PutEntity(studio::CountingTextKind::kName, name, RulesJson(proof.read.rules), 0);
    json about = json::parse(ledger.EntityBody("county", "county").value_or("{}"));
    if (about.value("mechanism", json()) != json(name)) {
      about["mechanism"] = name;
      ledger.PutEntity("county", "county", about.dump(), 0);
    }
    const DeedBook deeds(ledger, county, now_ms);
    YearBook(ledger, deeds, now_ms).PublishProgress({});
  });
  return name;
}

}  // namespace county

#include "server/commands/mechanism_commands.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "server/commands/command_line.h"
#include "server/keys/data_folder.h"
#include "shared/mechanism/examples.h"
#include "shared/mechanism/explaining.h"
#include "shared/mechanism/rules_reading.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

struct MechanismCheck {
  std::filesystem::path file;
  bool json = false, accounts = false;
};

struct MechanismProof {
  studio::ReadRules read;
  std::vector<studio::ExampleOutcome> examples;

  std::size_t Wrong() const {
    std::size_t wrong = 0;
    for (const studio::Mistake& mistake : read.mistakes) wrong += mistake.doubt ? 0 : 1;
    for (const studio::ExampleOutcome& one : examples) wrong += one.differences.empty() ? 0 : 1;
    return wrong;
  }
};

MechanismProof Prove(std::string_view toml) {
  MechanismProof proof{studio::ReadCountingRules(toml), {}};
  const auto& mistakes = proof.read.mistakes;
  const bool sound = std::all_of(mistakes.begin(), mistakes.end(),
                                 [](const studio::Mistake& mistake) { return mistake.doubt; });
  if (sound) proof.examples = RunExamples(proof.read.rules, toml, proof.read.mistakes);
  return proof;
}

void PrintProof(const MechanismProof& proof, bool accounts = false) {
  for (const studio::Mistake& mistake : proof.read.mistakes) {
    if (mistake.line > 0) std::cout << "第 " << mistake.line << " 行：";
    std::cout << (mistake.doubt ? "（请再看看）" : "") << mistake.text << '\n';
  }
  for (const studio::ExampleOutcome& one : proof.examples) {
    std::cout << (one.differences.empty() ? "对 " : "错 ") << "第 " << one.line << " 行的例子："
              << one.title << '\n';
    for (const std::string& difference : one.differences) std::cout << "  " << difference << '\n';
    if (one.differences.empty() && !accounts) continue;
    for (const studio::MemberResult& member : one.assessment.members) {
      std::cout << AccountText(proof.read.rules, member);
    }
  }
}

nlohmann::ordered_json AsJson(const MechanismProof& proof) {
  nlohmann::ordered_json json = {{"mistakes", nlohmann::ordered_json::array()},
                                 {"examples", nlohmann::ordered_json::array()}};
  for (const studio::Mistake& mistake : proof.read.mistakes) {
    json["mistakes"].push_back(
        {{"line", mistake.line}, {"text", mistake.text}, {"doubt", mistake.doubt}});
  }
  for (const studio::ExampleOutcome& one : proof.examples) {
    json["examples"].push_back(
        {{"line", one.line}, {"title", one.title}, {"differences", one.differences}});
  }
  return json;
}

Result<void> CheckMechanism(const MechanismCheck& command) {
  const auto toml = ReadText(command.file);
  if (!toml) return tl::unexpected(toml.error());
  const MechanismProof proof = Prove(*toml);
  if (command.json) {
    std::cout << AsJson(proof).dump(2) << '\n';
  } else {
    PrintProof(proof, command.accounts);
  }
  if (proof.Wrong() == 0) return {};
  return Fail(ErrorKind::kInvalid, std::to_string(proof.Wrong()) + " 处要改");
}

Result<void> ExplainMechanism(const std::filesystem::path& file) {
  const auto toml = ReadText(file);
  if (!toml) return tl::unexpected(toml.error());
  const MechanismProof proof = Prove(*toml);
  if (proof.Wrong() > 0) {
    PrintProof(proof);
    return Fail(ErrorKind::kInvalid, std::to_string(proof.Wrong()) + " 处要改");
  }
  std::cout << studio::ExplainedText(proof.read.rules);
  return {};
}

}  // namespace

void AddMechanismCommands(CommandLine& line) {
  CLI::App& group = line.AddGroup("mechanism", "How members' work is counted");
  const auto check = std::make_shared<MechanismCheck>();
  CLI::App& checking =
      line.AddWithout(group, "check", "Read a mechanism's file and run its worked examples",
                      [check] { return CheckMechanism(*check); });
  checking.add_option("file", check->file, "The mechanism: TOML")->required();
  checking.add_flag("--json", check->json, "As JSON");
  checking.add_flag("--accounts", check->accounts,
                    "Every member's account, also where it comes out");

  const auto file = std::make_shared<std::filesystem::path>();
  CLI::App& explaining =
      line.AddWithout(group, "explain", "Print a mechanism's rules as Chinese sentences",
                      [file] { return ExplainMechanism(*file); });
  explaining.add_option("file", *file, "The mechanism: TOML")->required();
}

}  // namespace county

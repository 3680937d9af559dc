#include "server/commands/mechanism_commands.h"

#include <iostream>

#include "server/commands/command_line.h"
#include "server/founding/mechanism_publishing.h"
#include "server/keys/county_keys.h"
#include "server/keys/data_folder.h"
#include "server/office/office.h"
#include "shared/base/json.h"
#include "shared/base/shown_text.h"
#include "shared/mechanism_file/explaining.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

struct MechanismCheck {
  std::filesystem::path file;
  bool json = false, accounts = false;
};

void PrintProof(const MechanismProof& proof, bool accounts = false) {
  for (const studio::Mistake& mistake : proof.read.mistakes) {
    if (mistake.line > 0) std::cout << "第 " << mistake.line << " 行：";
    std::cout << (mistake.doubt ? "（请再看看）" : "") << studio::ShownText(mistake.text) << '\n';
  }
  for (const studio::ExampleOutcome& one : proof.examples) {
    std::cout << (one.differences.empty() ? "对 " : "错 ") << "第 " << one.line << " 行的例子："
              << studio::ShownText(one.title) << '\n';
    for (const std::string& difference : one.differences)
      std::cout << "  " << studio::ShownText(difference) << '\n';
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
    json["mistakes"].push_back({{"code", mistake.code},
                                {"line", mistake.line},
                                {"column", mistake.column},
                                {"key", mistake.key},
                                {"text", mistake.text},
                                {"doubt", mistake.doubt}});
  }
  for (const studio::ExampleOutcome& one : proof.examples) {
    json["examples"].push_back(
        {{"line", one.line}, {"title", one.title}, {"differences", one.differences}});
  }
  return json;
}

Result<std::string> FileText(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::is_regular_file(file, error)) return ReadText(file);
  return Fail(ErrorKind::kNotFound, "没有这个文件：" + file.string());
}

Result<void> CheckMechanism(const MechanismCheck& command) {
  const auto toml = FileText(command.file);
  if (!toml) return tl::unexpected(toml.error());
  const MechanismProof proof = Prove(*toml);
  if (command.json) {
    std::cout << studio::ShownJson(AsJson(proof).dump(2)) << '\n';
  } else {
    PrintProof(proof, command.accounts);
  }
  if (proof.Wrong() == 0) return {};
  return Fail(ErrorKind::kInvalid, std::to_string(proof.Wrong()) + " 处要改");
}

Result<void> Publish(const DataFolder& folder, const std::filesystem::path& file) {
  const auto toml = FileText(file);
  if (!toml) return tl::unexpected(toml.error());
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  Ledger ledger(folder);
  const auto name = PublishMechanism(ledger, keys->sealing, *toml, SystemTimeMs());
  if (!name) {
    PrintProof(Prove(*toml));
    return tl::unexpected(name.error());
  }
  std::cout << *name << " 已发布\n";
  return {};
}

Result<void> ExplainMechanism(const std::filesystem::path& file) {
  const auto toml = FileText(file);
  if (!toml) return tl::unexpected(toml.error());
  const MechanismProof proof = Prove(*toml);
  if (proof.Wrong() > 0) {
    PrintProof(proof);
    return Fail(ErrorKind::kInvalid, std::to_string(proof.Wrong()) + " 处要改");
  }
  std::cout << studio::ExplainedFile(proof.read.rules, proof.read.entries, proof.place);
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

  const auto published = std::make_shared<std::filesystem::path>();
  CLI::App& publishing =
      line.Add(group, "publish", "Publish a mechanism that proves itself, and go by it",
               [published](const DataFolder& folder) { return Publish(folder, *published); });
  publishing.add_option("file", *published, "The mechanism: TOML")->required();

  const auto file = std::make_shared<std::filesystem::path>();
  CLI::App& explaining =
      line.AddWithout(group, "explain", "Print a mechanism's rules as Chinese sentences",
                      [file] { return ExplainMechanism(*file); });
  explaining.add_option("file", *file, "The mechanism: TOML")->required();
}

}  // namespace county

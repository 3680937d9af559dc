#include "server/safety_commands.h"

#include <iostream>

#include "server/command_line.h"
#include "server/data_folder.h"
#include "server/safety_trial.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

struct CheckCommand {
  std::filesystem::path list, sentences;
  bool json = false, totals = false;
};

Result<void> Check(const CheckCommand& command) {
  const auto list = ReadFile(command.list);
  if (!list) return Fail(list.error().kind, command.list.string() + ": " + list.error().detail);
  const auto sentences = ReadFile(command.sentences);
  if (!sentences) {
    return Fail(sentences.error().kind,
                command.sentences.string() + ": " + sentences.error().detail);
  }
  const auto trial = TrySafety(studio::AsText(*list), studio::AsText(*sentences));
  if (!trial) return tl::unexpected(trial.error());
  if (command.json) {
    std::cout << trial->json << '\n';
  } else {
    std::cout << (command.totals ? trial->totals : trial->text);
  }
  if (trial->wrong == 0) return {};
  return Fail(ErrorKind::kInvalid,
              std::to_string(trial->wrong) + " sentences come out otherwise than they say");
}

}  // namespace

void AddSafetyCommands(CommandLine& line) {
  const auto options = std::make_shared<CheckCommand>();
  CLI::App& command = line.AddWithout(line.AddGroup("safety", "What makes terminals stop and ask"),
                                      "check", "Try a list on sentences, before it is published",
                                      [options] { return Check(*options); });
  command.add_option("list", options->list, "The list: JSON")->required();
  command.add_option("--sentences", options->sentences, "A sentence a line, or LABEL<TAB>sentence")
      ->required();
  command.add_flag("--json", options->json, "As JSON");
  command.add_flag("--totals", options->totals, "Only the totals by label");
}

}  // namespace county

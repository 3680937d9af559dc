#include "server/commands/safety_commands.h"

#include <iostream>

#include "server/commands/command_line.h"
#include "server/founding/safety_lesson.h"
#include "server/founding/safety_trial.h"
#include "server/keys/data_folder.h"
#include "shared/base/shown_text.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

struct CheckCommand {
  std::filesystem::path list, sentences;
  bool json = false, totals = false;
};

Result<void> Check(const CheckCommand& command) {
  const auto list = ReadText(command.list);
  if (!list) return tl::unexpected(list.error());
  const auto sentences = ReadText(command.sentences);
  if (!sentences) return tl::unexpected(sentences.error());
  const auto trial = TrySafety(*list, *sentences);
  if (!trial) return tl::unexpected(trial.error());
  if (command.json) {
    std::cout << studio::ShownJson(trial->json) << '\n';
  } else {
    std::cout << (command.totals ? trial->totals : trial->text);
  }
  if (trial->wrong == 0) return {};
  return Fail(ErrorKind::kInvalid,
              std::to_string(trial->wrong) + " sentences come out otherwise than they say");
}

struct LearnCommand {
  std::filesystem::path list;
  std::vector<std::filesystem::path> sentences;
  studio::SafetyLearning how;
};

Result<void> Learn(const LearnCommand& command) {
  const auto list = ReadText(command.list);
  if (!list) return tl::unexpected(list.error());
  std::vector<SentenceFile> files;
  for (const auto& path : command.sentences) {
    auto text = ReadText(path);
    if (!text) return tl::unexpected(text.error());
    files.push_back({path.filename().string(), std::move(*text)});
  }
  const auto learnt = TeachSafety(*list, files, command.how);
  if (!learnt) return tl::unexpected(learnt.error());
  std::cout << learnt->text;
  return WriteFile(command.list, studio::AsBytes(learnt->list), FileMode::kPublic);
}

}  // namespace

void AddSafetyCommands(CommandLine& line) {
  CLI::App& group = line.AddGroup("safety", "What makes terminals stop and ask");
  const auto check = std::make_shared<CheckCommand>();
  CLI::App& checking =
      line.AddWithout(group, "check", "Try a list on sentences, before it is published",
                      [check] { return Check(*check); });
  checking.add_option("list", check->list, "The list: JSON")->required();
  checking.add_option("--sentences", check->sentences, "A sentence a line, or LABEL<TAB>sentence")
      ->required();
  checking.add_flag("--json", check->json, "As JSON");
  checking.add_flag("--totals", check->totals, "Only the totals by label");

  const auto learn = std::make_shared<LearnCommand>();
  CLI::App& learning = line.AddWithout(
      group, "learn", "Learn a list's points from sentences, and write them into it",
      [learn] { return Learn(*learn); });
  learning.add_option("list", learn->list, "The list: JSON of a safety entity")->required();
  learning.add_option("--sentences", learn->sentences, "Files of LABEL<TAB>sentence, one a line")
      ->required();
  learning
      .add_option("--one-in", learn->how.one_in,
                  "Of so many sentences of something else one may be stopped as danger")
      ->check(CLI::Range(2, 10'000))
      ->capture_default_str();
}

}  // namespace county

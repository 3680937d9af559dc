#include "server/topic_commands.h"

#include <iostream>

#include "server/command_line.h"
#include "server/county_keys.h"
#include "server/office.h"
#include "server/topic_desk.h"

namespace county {

namespace {

struct TopicCommand {
  TopicWork work;
  std::string result, follow_up, text;
  CLI::Option* has_result = nullptr;
  CLI::Option* has_follow_up = nullptr;
  CLI::Option* has_text = nullptr;
};

std::optional<std::string> Given(const CLI::Option* option, const std::string& text) {
  if (option->count() == 0) return std::nullopt;
  return text;
}

Result<void> ListTopics(const DataFolder& folder, const bool& as_json) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  const Ledger ledger(folder.ledger());
  if (as_json) {
    std::cout << TopicsJson(ledger, *keys) << '\n';
  } else {
    std::cout << TopicsText(ledger, *keys);
  }
  return {};
}

Result<void> TendTopic(const DataFolder& folder, const TopicCommand& command) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  TopicWork work = command.work;
  work.result = Given(command.has_result, command.result);
  work.follow_up = Given(command.has_follow_up, command.follow_up);
  work.text = Given(command.has_text, command.text);
  Ledger ledger(folder.ledger());
  return WorkOnTopic(ledger, *keys, work, SystemTimeMs());
}

}  // namespace

void AddTopicCommands(CommandLine& line) {
  {
    auto [command, as_json] =
        line.Add("topics", "Print what was said on each topic, opened", ListTopics);
    command.add_flag("--json", as_json, "As JSON");
  }
  auto [command, options] = line.Add("topic", "Move a topic on, close it, answer it", TendTopic);
  command.add_option("--id", options.work.id, "The topic's id")->required();
  command.add_option("--step", options.work.step, "The step that it has reached today");
  command.add_flag("--close", options.work.close, "No more opinions are counted");
  options.has_result = command.add_option("--result", options.result, "What was agreed");
  options.has_follow_up =
      command.add_option("--follow-up", options.follow_up, "What was done about it");
  auto* words = command.add_option("--publish-words", options.work.publish_words,
                                   "The opinion whose words everybody may read");
  options.has_text =
      command.add_option("--text", options.text, "These words instead of its own")->needs(words);
}

}  // namespace county

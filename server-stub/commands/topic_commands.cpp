#include "server/commands/topic_commands.h"

#include <iostream>

#include "server/clerk/topics.h"
#include "server/clerk/wishes.h"
#include "server/commands/command_line.h"
#include "server/keys/county_keys.h"
#include "server/office/office.h"
#include "shared/base/shown_text.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

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
  const Ledger ledger(folder);
  if (as_json) {
    std::cout << studio::ShownJson(TopicsJson(ledger, *keys)) << '\n';
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
  Ledger ledger(folder);
  return WorkOnTopic(ledger, *keys, work, SystemTimeMs());
}

struct WishCommand {
  std::string record, text, confirm, not_yet, reopen;
  bool publish = false;
  CLI::Option* has_text = nullptr;
};

Result<void> ListWishes(const DataFolder& folder) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  std::cout << studio::ShownJson(WishesJson(Ledger(folder), *keys)) << '\n';
  return {};
}

Result<void> TendWish(const DataFolder& folder, const WishCommand& command) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  Ledger ledger(folder);
  if (!command.confirm.empty()) return ConfirmWish(ledger, *keys, command.confirm, SystemTimeMs());
  if (!command.not_yet.empty()) return ReturnWish(ledger, *keys, command.not_yet, SystemTimeMs());
  if (!command.reopen.empty()) return ReopenWish(ledger, *keys, command.reopen, SystemTimeMs());
  const auto record = Uuid::Parse(command.record);
  if (!record || !command.publish) {
    return Fail(
        ErrorKind::kInvalid,
        "either --record ID --publish, --confirm ID, --not-yet ID or --reopen ID is needed, "
        "the first with the id as `wishes` prints it");
  }
  const auto wish =
      HangOnWall(ledger, *keys, *record, Given(command.has_text, command.text), SystemTimeMs());
  if (!wish) return tl::unexpected(wish.error());
  std::cout << *wish << '\n';
  return {};
}

void AddWishCommands(CommandLine& line) {
  AddJsonFlag(line.Add("wishes", "Print every wish, opened", ListWishes));
  auto [command, options] = line.Add("wish", "Hang a wish on the wall, or move it on", TendWish);
  auto* record = command.add_option("--record", options.record, "The record that it came with");
  auto* publish =
      command.add_flag("--publish", options.publish, "On the wall, without a name")->needs(record);
  options.has_text =
      AddText(command, "--text", options.text, "These words instead of its own")->needs(publish);
  auto* confirm = command.add_option("--confirm", options.confirm,
                                     "The wish (id on the wall) that was granted indeed");
  auto* not_yet = command.add_option("--not-yet", options.not_yet,
                                     "The wish that was called granted and has not come");
  command.add_option("--reopen", options.reopen, "The wish that who claimed it cannot grant")
      ->excludes(confirm)
      ->excludes(not_yet)
      ->excludes(record);
  confirm->excludes(record)->excludes(not_yet);
  not_yet->excludes(record);
}

}  // namespace

void AddTopicCommands(CommandLine& line) {
  AddWishCommands(line);
  {
    auto [command, as_json] =
        line.Add("topics", "Print what was said on each topic, opened", ListTopics);
    command.add_flag("--json", as_json, "As JSON");
  }
  auto [command, options] = line.Add("topic", "Move a topic on, close it, answer it", TendTopic);
  command.add_option("--id", options.work.id, "The topic's id")->required();
  command.add_option("--step", options.work.step, "The step that it has reached today");
  command.add_flag("--close", options.work.close, "No more opinions are counted");
  options.has_result = AddText(command, "--result", options.result, "What was agreed");
  options.has_follow_up =
      AddText(command, "--follow-up", options.follow_up, "What was done about it");
  auto* words = command.add_option("--publish-words", options.work.publish_words,
                                   "The opinion whose words everybody may read");
  options.has_text =
      AddText(command, "--text", options.text, "These words instead of its own")->needs(words);
}

}  // namespace county

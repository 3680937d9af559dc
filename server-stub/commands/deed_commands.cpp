#include "server/commands/deed_commands.h"

#include <iostream>

#include "server/clerk/deed_table.h"
#include "server/clerk/deeds.h"
#include "server/commands/command_line.h"
#include "server/office/office.h"
#include "shared/base/shown_text.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

struct SayCommand {
  std::string id, by, why;
};

struct ImportCommand {
  std::filesystem::path file;
  std::string by, why;
  bool take_good = false;
};

struct CloseCommand {
  int year = 0;
  std::string by, why;
};

struct AssessCommand {
  studio::YearQuestion question;
  std::string on;
};

template <class Work>
auto AtDesk(const DataFolder& folder, Work work) -> decltype(work(std::declval<DeedDesk&>())) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  Ledger ledger(folder);
  DeedDesk desk(ledger, *keys, SystemTimeMs());
  return work(desk);
}

Result<void> Add(const DataFolder& folder, const DeedOrder& order) {
  return AtDesk(folder, [&](DeedDesk& desk) -> Result<void> {
    const auto id = desk.Add(order);
    if (!id) return tl::unexpected(id.error());
    std::cout << *id << '\n';
    return {};
  });
}

Result<void> ChangeDeed(const DataFolder& folder, const DeedOrder& order) {
  return AtDesk(folder, [&](DeedDesk& desk) { return desk.Change(order); });
}

Result<void> WithdrawDeed(const DataFolder& folder, const SayCommand& said) {
  return AtDesk(folder, [&](DeedDesk& desk) { return desk.Withdraw(said.id, said.by, said.why); });
}

Result<void> AcceptDeed(const DataFolder& folder, const SayCommand& said) {
  return AtDesk(folder, [&](DeedDesk& desk) { return desk.Accept(said.id, said.by, said.why); });
}

Result<void> CloseYear(const DataFolder& folder, const CloseCommand& command) {
  return AtDesk(folder, [&](DeedDesk& desk) {
    const std::vector<std::string> known = desk.BeforeClosing(command.year);
    auto closed = desk.Close(command.year, command.by);
    if (!closed) return closed;
    for (const std::string& line : known) std::cout << studio::ShownText(line) << '\n';
    return closed;
  });
}

Result<void> ReopenYear(const DataFolder& folder, const CloseCommand& command) {
  return AtDesk(folder,
                [&](DeedDesk& desk) { return desk.Reopen(command.year, command.by, command.why); });
}

Result<void> Import(const DataFolder& folder, const ImportCommand& command) {
  const auto bytes = ReadFile(command.file);
  if (!bytes) return tl::unexpected(bytes.error());
  const DeedGrounds grounds = DeedGroundsOf(Ledger(folder), SystemTimeMs());
  const DeedTable table = ReadDeedTable(studio::AsText(*bytes), grounds);
  for (const DeedTable::Problem& problem : table.problems) {
    if (problem.row > 0) std::cout << "第 " << problem.row << " 行：";
    std::cout << studio::ShownText(problem.sentence) << '\n';
  }
  const std::string problems = std::to_string(table.problems.size()) + " 处要改";
  if (!table.problems.empty() && !command.take_good) {
    return Fail(ErrorKind::kInvalid, problems + "，一条也没有导入。");
  }
  std::vector<DeedWord> words;
  for (const studio::Deed& deed : table.deeds) {
    words.push_back({deed, false, command.by, command.why});
    words.back().deed.entered_by = command.by;
  }
  const auto entered = AtDesk(folder, [&](DeedDesk& desk) { return desk.Enter(words); });
  if (!entered) return entered;
  std::cout << "导入了 " << words.size() << " 条\n";
  if (!table.problems.empty()) return Fail(ErrorKind::kInvalid, problems + "，有问题的没有导入。");
  return {};
}

Result<void> ListDeeds(const DataFolder& folder, const DeedFilter& filter) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  Ledger ledger(folder);
  std::cout << studio::ShownJson(DeedsJson(ledger, *keys, filter, SystemTimeMs())) << '\n';
  return {};
}

Result<void> PrintAssessment(const DataFolder& folder, const AssessCommand& command) {
  studio::YearQuestion question = command.question;
  if (!command.on.empty()) {
    const auto day = studio::ParseDate(command.on);
    if (!day)
      return Fail(ErrorKind::kInvalid, "--on “" + command.on + "”不是日期，要写成 2026-11-29。");
    question.today = *day;
  }
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  Ledger ledger(folder);
  const auto text = AssessJson(ledger, *keys, question, SystemTimeMs());
  if (!text) return tl::unexpected(text.error());
  std::cout << studio::ShownJson(*text) << '\n';
  return {};
}

void AddSaying(CLI::App& command, std::string& by, std::string& why) {
  AddText(command, "--by", by, "Who enters it")->required();
  AddText(command, "--why", why, "Why; needed where the year is closed");
}

void AddDeedOptions(CLI::App& command, DeedOrder& order) {
  AddText(command, "--kind", order.kind, "The kind, a word of the mechanism");
  AddText(command, "--done", order.done, "The day, as 2026-03-20");
  AddTexts(command, "--member", order.members,
           "ID,role=ROLE,attendance=WORD; once for each, in order");
  AddTexts(command, "--state", order.states, "STATE,on=DATE,level=LEVEL,form=FORM; one more each");
  AddTexts(command, "--unit", order.units, "NAME=FIGURE");
  AddTexts(command, "--mark", order.marks, "One more mark");
  AddText(command, "--level", order.level, "Of an event or a commendation");
  command.add_option("--studio", order.studio, "Number of the studio where it was done");
  command.add_option("--must-attend", order.must_attend, "yes or no")
      ->check(CLI::IsMember({"yes", "no"}));
  command.add_option("--score", order.score, "Chosen by who judges");
  AddText(command, "--proof", order.proof, "Where it stands written");
  AddSaying(command, order.by, order.why);
}

void AddYear(CLI::App& command, int& year) {
  command.add_option("--year", year, "The year")->check(CLI::Range(2000, 2100));
}

}  // namespace

void AddDeedCommands(CommandLine& line) {
  CLI::App& group = line.AddGroup("deed", "What the county alone knows of members' work");
  {
    auto [command, order] = line.Add(group, "add", "Enter a deed, and print its id", Add);
    AddText(command, "--id", order.id, "The document's number; else one is made");
    AddDeedOptions(command, order);
  }
  {
    auto [command, order] =
        line.Add(group, "change", "Say of a deed what is otherwise, or one more state", ChangeDeed);
    AddText(command, "--id", order.id, "As `deeds` prints it")->required();
    AddDeedOptions(command, order);
    command.add_flag("--confirm", order.confirm, "What a member wrote counts from now on");
  }
  {
    auto [command, said] = line.Add(group, "withdraw", "Take a deed back", WithdrawDeed);
    AddText(command, "--id", said.id, "As `deeds` prints it")->required();
    AddSaying(command, said.by, said.why);
  }
  {
    auto [command, said] =
        line.Add(group, "accept", "Take what came late into a closed year", AcceptDeed);
    AddText(command, "--id", said.id, "As `deeds --held` prints it")->required();
    AddSaying(command, said.by, said.why);
  }
  {
    auto [command, order] = line.Add(group, "import", "Enter a table of deeds: CSV", Import);
    command.add_option("file", order.file, "The table")->required();
    command.add_flag("--take-good", order.take_good, "Also where some rows are wrong: the others");
    AddSaying(command, order.by, order.why);
  }
  {
    auto [command, close] =
        line.Add(group, "close", "Close a year: its grades are given", CloseYear);
    command.add_option("--year", close.year, "The year")->required()->check(CLI::Range(2000, 2100));
    AddText(command, "--by", close.by, "Who closes it")->required();
  }
  {
    auto [command, open] = line.Add(group, "reopen", "Open a closed year again", ReopenYear);
    command.add_option("--year", open.year, "The year")->required()->check(CLI::Range(2000, 2100));
    AddText(command, "--by", open.by, "Who opens it")->required();
    AddText(command, "--why", open.why, "Why")->required();
  }
  {
    auto [command, filter] = line.Add("deeds", "Print the deeds, opened", ListDeeds);
    AddJsonFlag(command);
    AddYear(command, filter.year);
    command.add_option("--studio", filter.studio, "Only those that this one is told");
    AddText(command, "--member", filter.member, "Only this member's");
    AddText(command, "--history", filter.history, "Everything that was ever said of this one");
    command.add_flag("--held", filter.held, "What came late into a closed year, instead");
  }
  auto [command, assess] = line.Add("assess", "Reckon a year by the mechanism", PrintAssessment);
  AddJsonFlag(command);
  command.add_option("--year", assess.question.year, "The year")
      ->required()
      ->check(CLI::Range(2000, 2100));
  AddText(command, "--member", assess.question.member, "Only this member");
  command.add_option("--studio", assess.question.studio,
                     "What this one's terminal knows, and no more");
  command.add_option("--on", assess.on, "As of that day, as 2026-11-29; else today");
}

}  // namespace county

#include "server/commands/case_commands.h"

#include <iostream>
#include <iterator>

#include "server/clerk/cases.h"
#include "server/clerk/tally.h"
#include "server/clerk/unit_sheet.h"
#include "server/commands/command_line.h"
#include "server/office/office.h"
#include "shared/base/clean_text.h"
#include "shared/base/shown_text.h"

namespace county {

using studio::CaseStep;
using studio::ErrorKind;
using studio::Fail;

namespace {

struct StepCommand {
  std::string record, to, unit, outcome;
};

struct ReplyCommand {
  std::string record, text, outcome;
};

struct MatterCommand {
  std::string record, summary;
  bool close = false;
};

// "-": all of standard input.
std::string TypedText(const std::string& text) {
  if (text != "-") return text;
  std::string typed((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
  return studio::CleanText(typed, studio::TextKind::kLines);
}

std::optional<studio::CaseOutcome> OutcomeOf(const std::string& name) {
  if (name.empty()) return std::nullopt;
  return studio::CaseOutcomeFrom(name);
}

Result<void> Move(const DataFolder& folder, const std::string& record, const CaseMove& move) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  Ledger ledger(folder);
  return MoveCase(ledger, *keys, record, move, SystemTimeMs());
}

Result<void> ListRequests(const DataFolder& folder, const RequestFilter& filter) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  std::cout << studio::ShownJson(RequestsJson(Ledger(folder), *keys, filter)) << '\n';
  return {};
}

Result<void> PassOn(const DataFolder& folder, const std::string& record) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  const auto sheet = UnitSheetJson(Ledger(folder), *keys, record);
  if (!sheet) return tl::unexpected(sheet.error());
  std::cout << studio::ShownJson(*sheet) << '\n';
  return {};
}

Result<void> Withdraw(const DataFolder& folder, const std::string& record) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  Ledger ledger(folder);
  return WithdrawCase(ledger, *keys, record, SystemTimeMs());
}

Result<void> Step(const DataFolder& folder, const StepCommand& command) {
  const auto step = studio::CaseStepFrom(command.to);
  if (!step) return Fail(ErrorKind::kInvalid, "--to: received, referred or answered");
  return Move(folder, command.record, {*step, command.unit, {}, OutcomeOf(command.outcome)});
}

Result<void> Reply(const DataFolder& folder, const ReplyCommand& command) {
  const std::string text = TypedText(command.text);
  if (studio::IsBlank(text)) return Fail(ErrorKind::kInvalid, "a reply needs words");
  return Move(folder, command.record, {CaseStep::kAnswered, {}, text, OutcomeOf(command.outcome)});
}

Result<void> TendMatter(const DataFolder& folder, const MatterCommand& command) {
  if (command.close != command.summary.empty()) {
    return Fail(ErrorKind::kInvalid, "either --summary TEXT or --close is needed");
  }
  Ledger ledger(folder);
  if (command.close) return CloseMatter(ledger, command.record, SystemTimeMs());
  const auto id = OpenMatter(ledger, command.record, command.summary, SystemTimeMs());
  if (!id) return tl::unexpected(id.error());
  std::cout << *id << '\n';
  return {};
}

Result<void> CountMonth(const DataFolder& folder, const std::string& month) {
  Ledger ledger(folder);
  const auto studios = PublishTallies(ledger, month, SystemTimeMs());
  if (!studios) return tl::unexpected(studios.error());
  std::cout << month << " published for " << *studios << " studios\n";
  return {};
}

void AddRecord(CLI::App& command, std::string& record) {
  command.add_option("--record", record, "The record's id or the receipt number")->required();
}

void AddOutcome(CLI::App& command, std::string& outcome) {
  command.add_option("--outcome", outcome, "What came of it")
      ->check(CLI::IsMember({"solved", "solving", "planned", "not_now", "noted"}));
}

}  // namespace

void AddCaseCommands(CommandLine& line) {
  {
    auto [command, filter] =
        line.Add("requests", "Print the requests and their course, opened", ListRequests);
    AddJsonFlag(command);
    command.add_option("--studio", filter.studio, "Only this studio's");
    command.add_flag("--open", filter.open, "Only those that wait for the county");
  }
  {
    auto [command, step] = line.Add("step", "Move a request on, and tell who filed it", Step);
    AddRecord(command, step.record);
    command.add_option("--to", step.to, "The step")
        ->required()
        ->check(CLI::IsMember({"received", "referred", "answered"}));
    AddText(command, "--unit", step.unit, "Who holds it from now on");
    AddOutcome(command, step.outcome);
  }
  {
    auto [command, reply] = line.Add("reply", "Answer a request", Reply);
    AddRecord(command, reply.record);
    AddText(command, "--text", reply.text, "The reply; - reads it")->required();
    AddOutcome(command, reply.outcome);
  }
  {
    auto [command, record] =
        line.Add("pass-on", "Print what the handling unit is given of a request", PassOn);
    AddRecord(command, record);
  }
  {
    auto [command, record] =
        line.Add("withdraw", "Erase what somebody rang up to take back", Withdraw);
    AddRecord(command, record);
  }
  {
    auto [command, matter] = line.Add("matter", "Let others join a request's matter", TendMatter);
    AddRecord(command, matter.record);
    AddText(command, "--summary", matter.summary, "What it is about, without a name");
    command.add_flag("--close", matter.close, "Nobody may join any more");
  }
  auto [command, month] = line.Add("tally", "Count a month and publish it", CountMonth);
  command.add_option("--month", month, "As 2026-11")->required();
}

}  // namespace county

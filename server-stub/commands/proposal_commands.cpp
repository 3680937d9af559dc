#include "server/commands/proposal_commands.h"

#include <iostream>

#include "server/clerk/proposals.h"
#include "server/commands/command_line.h"
#include "server/keys/county_calendar.h"
#include "server/office/office.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

struct NewProposal {
  std::string id, title, unit, step = "filed", on;
  std::vector<std::string> authors;
};

struct ProposalStepCommand {
  std::string id, to, unit, on;
};

struct UnitsRating {
  std::string id, quality, reason;
};

struct ProposalListing {};

Result<void> AtProposals(const DataFolder& folder,
                         const std::function<Result<void>(ProposalBook&)>& work) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  Ledger ledger(folder);
  return WithProposals(ledger, *keys, SystemTimeMs(), work);
}

Result<std::string> DayOr(const std::string& typed) {
  const studio::CalendarDate today = DateAt(SystemTimeMs());
  if (typed.empty()) return studio::ToText(today);
  const auto day = studio::ParseDate(typed);
  if (!day || *day > today)
    return Fail(ErrorKind::kInvalid, "--on “" + typed + "”要写成 2026-11-29，不晚于今天。");
  return studio::ToText(*day);
}

Result<void> AddProposal(const DataFolder& folder, const NewProposal& typed) {
  const auto on = DayOr(typed.on);
  if (!on) return tl::unexpected(on.error());
  studio::Proposal proposal{typed.id, typed.title, typed.authors, typed.unit, {}};
  proposal.course = {{studio::ProposalStepFrom(typed.step).value(), *on}};
  return AtProposals(folder, [&](ProposalBook& book) { return book.Add(proposal); });
}

Result<void> MoveProposal(const DataFolder& folder, const ProposalStepCommand& typed) {
  const auto on = DayOr(typed.on);
  if (!on) return tl::unexpected(on.error());
  return AtProposals(folder, [&](ProposalBook& book) {
    return book.Move(typed.id, studio::ProposalStepFrom(typed.to).value(), *on, typed.unit);
  });
}

Result<void> RateProposal(const DataFolder& folder, const UnitsRating& typed) {
  return AtProposals(folder, [&](ProposalBook& book) {
    return book.Rate(typed.id, {studio::ProposalQualityFrom(typed.quality).value(), typed.reason});
  });
}

Result<void> ListProposals(const DataFolder& folder, const ProposalListing&) {
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  std::cout << ProposalsJson(Ledger(folder), *keys) << '\n';
  return {};
}

CLI::Option* AddStep(CLI::App& command, const char* name, std::string& step) {
  return command.add_option(name, step, "The step")
      ->check(CLI::IsMember({"filed", "assigned", "handling", "answered", "closed"}));
}

}  // namespace

void AddProposalCommands(CommandLine& line) {
  CLI::App& group = line.AddGroup("proposal", "Members' proposals and how both sides rate them");
  {
    auto [command, typed] = line.Add(group, "add", "Enter a proposal", AddProposal);
    AddText(command, "--id", typed.id, "Its number")->required();
    AddText(command, "--title", typed.title, "What it is about")->required();
    AddTexts(command, "--author", typed.authors,
             "A member's id; once for each, the first proposer first")
        ->required();
    AddText(command, "--unit", typed.unit, "Who handles it")->required();
    AddStep(command, "--step", typed.step);
    command.add_option("--on", typed.on, "The day, as 2026-03-20; else today");
  }
  {
    auto [command, typed] = line.Add(group, "step", "Move a proposal on", MoveProposal);
    AddText(command, "--id", typed.id, "Its number")->required();
    AddStep(command, "--to", typed.to)->required();
    AddText(command, "--unit", typed.unit, "Who handles it from now on");
    command.add_option("--on", typed.on, "The day, as 2026-03-20; else today");
  }
  {
    auto [command, typed] =
        line.Add(group, "rate", "What the handling unit finds of the proposal, once", RateProposal);
    AddText(command, "--id", typed.id, "Its number")->required();
    command.add_option("--quality", typed.quality, "How good a proposal it is")
        ->required()
        ->check(CLI::IsMember({"good", "fair", "poor"}));
    AddText(command, "--reason", typed.reason, "Why")->required();
  }
  auto [command, listing] = line.Add("proposals", "Print the proposals", ListProposals);
  AddJsonFlag(command);
  static_cast<void>(listing);
}

}  // namespace county

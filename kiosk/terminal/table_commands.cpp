// Who is on duty when, as tables.
#include <iostream>

#include "annex/annex.h"
#include "terminal/command_line.h"

namespace studio {
namespace {

Result<bool> TakeTableOver(const ImportOrder& order) {
  const auto annex = LoadAnnex();
  if (!annex) return tl::unexpected(annex.error());
  return (*annex)->import_roster(order, std::cout);
}

Result<bool> PrintMonth(const ExportOrder& order) {
  const auto annex = LoadAnnex();
  if (!annex) return tl::unexpected(annex.error());
  const auto exported = (*annex)->export_roster(order);
  if (!exported) return tl::unexpected(exported.error());
  return true;
}

}  // namespace

void AddTableCommands(CommandLine& line) {
  CLI::App& roster = line.AddGroup("roster", "who is on duty when, as tables");
  {
    auto [command, order] =
        line.Add(roster, "import", "take over a table of shifts", TakeTableOver);
    AddData(command, order.data)->required();
    command.add_option("FILE", order.file, "a table as WPS or Excel write it: .csv, .xlsx or .xls")
        ->required();
    command.add_flag("--dry-run", order.dry_run, "only say what it would change");
    command
        .add_option("--take", order.take,
                    "CELL whose question is answered by taking what stands there, as B7; CELL:2 "
                    "in the second way; all where there is one way")
        ->allow_extra_args(false);
    command.add_option("--leave", order.leave, "CELL that is left out, as B7; all others")
        ->allow_extra_args(false);
  }
  auto [command, order] = line.Add(roster, "export", "a month, to print or to send", PrintMonth);
  AddData(command, order.data)->required();
  command.add_option("--month", order.month, "YYYY-MM")->required();
  command.add_option("--out", order.out, "FILE.xlsx, FILE.csv or FILE.ics")->required();
  command.add_flag("--a3", order.large_paper, "the sheet for the wall on A3 instead of A4");
}

}  // namespace studio

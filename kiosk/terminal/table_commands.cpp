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
    command.add_option("FILE", order.file, "CSV as WPS or Excel write it")->required();
    command.add_flag("--dry-run", order.dry_run, "only say what it would change");
  }
  auto [command, order] = line.Add(roster, "export", "a month, to print or to send", PrintMonth);
  AddData(command, order.data)->required();
  command.add_option("--month", order.month, "YYYY-MM")->required();
  command.add_option("--out", order.out, "FILE.xlsx, FILE.csv or FILE.ics")->required();
}

}  // namespace studio

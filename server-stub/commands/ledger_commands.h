// The commands about terminals and what came from them.
#pragma once

namespace county {

class CommandLine;
void AddLedgerCommands(CommandLine& line);

}  // namespace county

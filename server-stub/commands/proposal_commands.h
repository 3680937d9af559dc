// Proposals: entered, moved on, rated by the unit that handles them, listed.
#pragma once

namespace county {

class CommandLine;
void AddProposalCommands(CommandLine& line);

}  // namespace county

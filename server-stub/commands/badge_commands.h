// The commands about badges and the key that signs them.
#pragma once

namespace county {

class CommandLine;
void AddBadgeCommands(CommandLine& line);

}  // namespace county

// The commands about what became of requests.
#pragma once

namespace county {

class CommandLine;
void AddCaseCommands(CommandLine& line);

}  // namespace county

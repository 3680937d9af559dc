// How the county's machine is, and its certificate over the years.
#pragma once

namespace county {

class CommandLine;
void AddUpkeepCommands(CommandLine& line);

}  // namespace county

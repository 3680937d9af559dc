// mechanism check: a mechanism's file proved before it is published.
#pragma once

namespace county {

class CommandLine;

void AddMechanismCommands(CommandLine& line);

}  // namespace county

// mechanism check, mechanism explain: a mechanism's file proved, and told in sentences.
#pragma once

namespace county {

class CommandLine;

void AddMechanismCommands(CommandLine& line);

}  // namespace county

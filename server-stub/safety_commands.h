// safety check: a list tried on sentences.
#pragma once

namespace county {

class CommandLine;

void AddSafetyCommands(CommandLine& line);

}  // namespace county

// safety check, safety learn: a list tried on sentences, and taught by them.
#pragma once

namespace county {

class CommandLine;

void AddSafetyCommands(CommandLine& line);

}  // namespace county

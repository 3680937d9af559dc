// Deeds: entered, confirmed, imported, listed; years: assessed and closed.
#pragma once

namespace county {

class CommandLine;
void AddDeedCommands(CommandLine& line);

}  // namespace county

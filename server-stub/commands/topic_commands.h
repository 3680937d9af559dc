// The commands about topics and wishes.
#pragma once

namespace county {

class CommandLine;

void AddTopicCommands(CommandLine& line);

}  // namespace county

// studio-kiosk: the command line, and nothing else.
#include "shared/base/private_memory.h"
#include "terminal/command_line.h"

int main(int argc, char** argv) {
  studio::KeepToOurselves();
  studio::CommandLine line;
  studio::AddTerminalCommand(line);
  studio::AddDataCommands(line);
  studio::AddTableCommands(line);
  studio::AddTryingCommands(line);
  return line.Run(argc, argv);
}

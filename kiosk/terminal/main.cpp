// studio-kiosk: the command line, and nothing else.
#include <spdlog/formatter.h>
#include <spdlog/spdlog.h>

#include "shared/base/private_memory.h"
#include "terminal/command_line.h"
#include "terminal/shown_log.h"

int main(int argc, char** argv) {
  studio::KeepToOurselves();
  spdlog::set_formatter(studio::ShownLines());
  studio::CommandLine line;
  studio::AddTerminalCommand(line);
  studio::AddDataCommands(line);
  studio::AddDoctorCommand(line);
  studio::AddTableCommands(line);
  studio::AddTryingCommands(line);
  return line.Run(argc, argv);
}

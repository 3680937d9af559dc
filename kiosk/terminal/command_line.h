// The command line of studio-kiosk: commands register here, each with its options and what it does.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <memory>

#include "shared/base/result.h"

namespace studio {

class CommandLine {
 public:
  // False: status 1, where the command has said why itself. An error is told on standard error,
  // and the status is 1.
  template <class Options>
  using Work = Result<bool> (*)(const Options& options);
  // Options live as long as the command line: what its flags write to.
  template <class Options>
  struct Registered {
    CLI::App& command;
    Options& options;
  };

  CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  // What is done where no command is named.
  template <class Options>
  Registered<Options> AddDefault(Work<Options> work) {
    const auto options = std::make_shared<Options>();
    default_ = [work, options] { return work(*options); };
    return {app_, *options};
  }
  template <class Options>
  Registered<Options> Add(const char* name, const char* what, Work<Options> work) {
    return Add(app_, name, what, work);
  }
  // `roster import` is Add(AddGroup("roster", …), "import", …).
  template <class Options>
  Registered<Options> Add(CLI::App& group, const char* name, const char* what, Work<Options> work) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = group.add_subcommand(name, what);
    command->callback(
        [this, work, options] { work_ = [work, options] { return work(*options); }; });
    return {*command, *options};
  }
  CLI::App& AddGroup(const char* name, const char* what);

  // The exit status.
  int Run(int argc, char** argv);

 private:
  CLI::App app_{"The terminal of a member studio"};
  std::function<Result<bool>()> default_, work_;
};

// --data DIR.
CLI::Option* AddData(CLI::App& command, std::filesystem::path& data);
// --json where JSON is the only form there is.
void AddJsonFlag(CLI::App& command);

// The groups of commands (terminal_command.cpp and the files beside it).
void AddTerminalCommand(CommandLine& line);
void AddDataCommands(CommandLine& line);
void AddDoctorCommand(CommandLine& line);
void AddTableCommands(CommandLine& line);
void AddTryingCommands(CommandLine& line);

}  // namespace studio

#include "terminal/command_line.h"

#include <cstdint>
#include <cstdio>

#include "shared/base/shown_text.h"

namespace studio {

CommandLine::CommandLine() { app_.require_subcommand(0, 1); }

CLI::App& CommandLine::AddGroup(const char* name, const char* what) {
  CLI::App* group = app_.add_subcommand(name, what);
  group->require_subcommand(1);
  return *group;
}

int CommandLine::Run(int argc, char** argv) {
  CLI11_PARSE(app_, argc, argv);
  const Result<bool> done = work_ ? work_() : default_();
  if (done) return *done ? 0 : 1;
  std::fprintf(stderr, "studio-kiosk: %s\n", ShownText(done.error().detail).c_str());
  return 1;
}

CLI::Option* AddData(CLI::App& command, std::filesystem::path& data) {
  return command.add_option("--data", data, "data folder of this terminal");
}

void AddJsonFlag(CLI::App& command) {
  command
      .add_flag(
          "--json", [](std::int64_t) {}, "as JSON")
      ->required();
}

}  // namespace studio

#include "server/commands/command_line.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <iostream>

#include "server/clerk/shown_log.h"
#include "shared/base/clean_text.h"
#include "shared/base/shown_text.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

CommandLine::CommandLine() { app_.require_subcommand(1); }

namespace {

CommandLine::Work ForFounded(CommandLine::Work work) {
  return [work = std::move(work)](const DataFolder& folder) -> Result<void> {
    if (folder.Founded()) return work(folder);
    const std::string path = folder.root().string();
    return Fail(ErrorKind::kNotFound,
                path + " holds no county; run: county-stub init --data " + path);
  };
}

}  // namespace

CLI::App& CommandLine::Add(const char* name, const char* what, Work work) {
  return AddTo(app_, name, what, ForFounded(std::move(work)));
}

CLI::App& CommandLine::Add(CLI::App& group, const char* name, const char* what, Work work) {
  return AddTo(group, name, what, ForFounded(std::move(work)));
}

CLI::App& CommandLine::AddForAnyFolder(const char* name, const char* what, Work work) {
  return AddTo(app_, name, what, std::move(work));
}

CLI::App& CommandLine::AddTo(CLI::App& parent, const char* name, const char* what, Work work) {
  CLI::App* command = parent.add_subcommand(name, what);
  command->add_option("--data", data_, "The county's folder")->required();
  command->callback([this, work = std::move(work)] { work_ = work; });
  return *command;
}

CLI::App& CommandLine::AddGroup(const char* name, const char* what) {
  CLI::App* group = app_.add_subcommand(name, what);
  group->require_subcommand(1);
  return *group;
}

CLI::App& CommandLine::AddWithout(CLI::App& group, const char* name, const char* what,
                                  std::function<Result<void>()> work) {
  CLI::App* command = group.add_subcommand(name, what);
  command->callback(
      [this, work = std::move(work)] { work_ = [work](const DataFolder&) { return work(); }; });
  return *command;
}

int CommandLine::Run(int argc, char** argv) {
  try {
    app_.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app_.exit(error) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
  }
  const auto log = spdlog::stderr_logger_mt("county");
  ShowWhatIsLogged(*log);
  spdlog::set_default_logger(log);
  const Result<void> done = work_(DataFolder(data_));
  if (done) return EXIT_SUCCESS;
  std::cerr << "county-stub: " << studio::ShownText(done.error().detail) << '\n';
  return EXIT_FAILURE;
}

namespace {

std::string SeenInOption(const std::string& typed) {
  if (!typed.empty() && studio::IsBlank(typed)) {
    throw CLI::ValidationError("nothing in it can be seen");
  }
  return studio::CleanText(typed, studio::TextKind::kLines);
}

}  // namespace

CLI::Option* AddText(CLI::App& command, const char* name, std::string& text, const char* what) {
  return command.add_option(name, text, what)->transform(SeenInOption);
}

CLI::Option* AddTexts(CLI::App& command, const char* name, std::vector<std::string>& texts,
                      const char* what) {
  return command.add_option(name, texts, what)->allow_extra_args(false)->transform(SeenInOption);
}

void AddJsonFlag(CLI::App& command) {
  command.add_flag(
      "--json", [](std::int64_t) {}, "As JSON, which is the only form there is");
}

}  // namespace county

// The command line of county-stub: commands register here, each with what it does to a county.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/keys/data_folder.h"
#include "server/ledger/ledger.h"

namespace county {

class CommandLine {
 public:
  using Work = std::function<Result<void>(const DataFolder& folder)>;

  CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  // A command for a founded county; without one it fails and says how to found it.
  CLI::App& Add(const char* name, const char* what, Work work);
  // One that needs no county yet.
  CLI::App& AddForAnyFolder(const char* name, const char* what, Work work);

  // With options, which live as long as the command: what its flags write to.
  template <class Options>
  struct Registered {
    CLI::App& command;
    Options& options;
  };

  // Of a group, for a founded county.
  CLI::App& Add(CLI::App& group, const char* name, const char* what, Work work);
  template <class Options>
  Registered<Options> Add(CLI::App& group, const char* name, const char* what,
                          Result<void> (*work)(const DataFolder& folder, const Options& options)) {
    const auto options = std::make_shared<Options>();
    return {Add(group, name, what, Bound(work, options)), *options};
  }
  // One that is about no county.
  CLI::App& AddWithout(CLI::App& group, const char* name, const char* what,
                       std::function<Result<void>()> work);
  CLI::App& AddGroup(const char* name, const char* what);

  template <class Options>
  using WorkWith = Result<void> (*)(const DataFolder& folder, const Options& options);
  template <class Options>
  Registered<Options> Add(const char* name, const char* what, WorkWith<Options> work) {
    const auto options = std::make_shared<Options>();
    return {Add(name, what, Bound(work, options)), *options};
  }
  template <class Options>
  Registered<Options> AddForAnyFolder(const char* name, const char* what, WorkWith<Options> work) {
    const auto options = std::make_shared<Options>();
    return {AddForAnyFolder(name, what, Bound(work, options)), *options};
  }

  // The exit status. What fails is told on standard error.
  int Run(int argc, char** argv);

 private:
  template <class Options>
  static Work Bound(WorkWith<Options> work, std::shared_ptr<Options> options) {
    return [work, options = std::move(options)](const DataFolder& folder) {
      return work(folder, *options);
    };
  }

  CLI::App& AddTo(CLI::App& parent, const char* name, const char* what, Work work);

  CLI::App app_{"A county server small enough to read in an evening", "county-stub"};
  std::filesystem::path data_;
  Work work_;
};

// An option for words that people will read: CleanText of what was typed; refused where nothing in
// it can be seen.
CLI::Option* AddText(CLI::App& command, const char* name, std::string& text, const char* what);
// Likewise, one for each time it is given.
CLI::Option* AddTexts(CLI::App& command, const char* name, std::vector<std::string>& texts,
                      const char* what);

// --json where JSON is the only form there is.
void AddJsonFlag(CLI::App& command);

}  // namespace county

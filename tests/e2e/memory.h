// The memory of a running terminal, looked at from outside, between two lines of its script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "village.h"

namespace studio::e2e {

// A terminal whose script is written while it runs.
class LiveTerminal {
 public:
  LiveTerminal(Village& village, const std::filesystem::path& terminal,
               const std::vector<std::string>& options = {});
  ~LiveTerminal();
  LiveTerminal(const LiveTerminal&) = delete;

  // Runs those lines; fails the test with what was on the screen where one cannot be run.
  void Do(const std::string& lines);
  // What its last `print` printed.
  std::string Printed();
  // Ends the script and waits.
  void End();
  void Kill();  // at once, as a power cut would
  int pid() const { return program_->pid(); }

 private:
  std::filesystem::path pipe_;
  int end_ = -1;
  int lines_ = 0;
  std::unique_ptr<Program> program_;
};

// Something that must not be found. `bytes`: as it stands in memory, in UTF-8 where it is text.
struct Planted {
  std::string name, bytes;
  bool text = true;  // also looked for in UTF-16 and UTF-32
};

// The names of those that stand anywhere in the process's memory, with where: "PIN at heap".
std::vector<std::string> FoundIn(int pid, const std::vector<Planted>& planted);

// Whether this machine lets the test look at all: as root, or with CAP_SYS_PTRACE. Where it must
// (CI=1) and does not, the test fails; elsewhere it says that nothing was tried.
bool MayLook();

}  // namespace studio::e2e

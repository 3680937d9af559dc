#include "display.h"

#include <stdexcept>

namespace studio::bench {

using namespace std::chrono_literals;

std::unique_ptr<Display> Display::Start() {
  const std::string program = FindProgram({"/usr/bin/Xvfb"});
  if (program.empty()) return nullptr;
  return std::unique_ptr<Display>(new Display(program));
}

Display::Display(const std::string& program)
    : server_({program, "-displayfd", "1", "-screen", "0", "1080x1920x24", "-nolisten", "tcp"}) {
  if (!server_.WaitForOutput("\n", 30s)) throw std::runtime_error("Xvfb does not start");
  variable_ = "DISPLAY=:" + server_.out().substr(0, server_.out().find('\n'));
}

}  // namespace studio::bench

#include "chromium.h"

#include <unistd.h>

#include <fstream>
#include <sstream>

namespace studio::bench {
namespace {

using namespace std::chrono_literals;

std::string HomePage() {
  std::ifstream file(std::string(STUDIO_SOURCE_DIR) + "/tests/bench/rig/home_page.html");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

std::string Chromium::Find() {
  // Debian's /usr/bin/chromium is a shell script around the first.
  return FindProgram({"/usr/lib/chromium/chromium", "/usr/bin/chromium", "/usr/bin/google-chrome"});
}

std::string Chromium::Version(const std::string& program) {
  Process process({program, "--version"});
  process.Wait(30s);
  return process.out().substr(0, process.out().find('\n'));
}

Chromium::Chromium(std::string program, const std::filesystem::path& profile)
    : program_(std::move(program)), profile_(profile), page_(HomePage()) {}

std::unique_ptr<Process> Chromium::Start(const std::string& display) {
  std::vector<std::string> command{program_,
                                   "--user-data-dir=" + profile_.string(),
                                   "--window-size=1080,1920",
                                   "--disable-gpu",
                                   "--no-first-run",
                                   "--no-default-browser-check",
                                   "--password-store=basic",
                                   "--disable-component-update",
                                   "--disable-background-networking",
                                   "--disable-sync"};
  if (geteuid() == 0) command.push_back("--no-sandbox");  // it refuses to run as root otherwise
  command.push_back(display.empty() ? "--headless" : "--kiosk");
  command.push_back(page_.Url());
  std::vector<std::string> extra;
  if (!display.empty()) extra.push_back(display);
  return std::make_unique<Process>(std::move(command), extra);
}

}  // namespace studio::bench

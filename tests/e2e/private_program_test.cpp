// What the running programs tell the system about themselves: nobody looks in, nothing is left.
#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "memory.h"

namespace studio::e2e {
namespace {

// "0077" of "Umask:\t0077".
std::string FieldOf(int pid, const std::string& file, const std::string& name) {
  std::ifstream lines("/proc/" + std::to_string(pid) + "/" + file);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(name)) continue;
    const std::size_t at = line.find_first_not_of(" \t", name.size());
    return at == std::string::npos ? "" : line.substr(at);
  }
  return "";
}

// Root sees everything, unless it puts down what gives it that right.
Program WithoutTheRightToLook(std::vector<std::string> arguments) {
  if (geteuid() != 0) {
    const std::string program = arguments.front();
    arguments.erase(arguments.begin());
    return {program, arguments};
  }
  const std::string rights = "-sys_ptrace,-perfmon,-sys_admin";
  arguments.insert(arguments.begin(), {"--bounding-set=" + rights, "--inh-caps=" + rights});
  return {"/usr/bin/setpriv", arguments};
}

// Whether another program of the same user may look into it.
bool OpenToOthers(int pid) {
  const std::string environ = "/proc/" + std::to_string(pid) + "/environ";
  return WithoutTheRightToLook({"/usr/bin/head", "-c", "1", environ}).Wait().status == 0;
}

std::string Built(const std::string& name) { return std::string(STUDIO_BINARY_DIR) + "/" + name; }

void CheckKeepsToItself(int pid) {
  CHECK(FieldOf(pid, "status", "Umask:") == "0077");
  std::istringstream limits(FieldOf(pid, "limits", "Max core file size"));
  std::string soft, hard;
  limits >> soft >> hard;
  CHECK(soft == "0");
  CHECK(hard == "0");
  CHECK_FALSE(OpenToOthers(pid));
}

bool IsLocked(int pid) {
  const std::string kib = FieldOf(pid, "status", "VmLck:");
  return !kib.empty() && !kib.starts_with("0 ");
}

// Either it is locked, or the log says that it is not and why.
void CheckLockTold(bool locked, const std::string& log) {
  const bool told = Holds(log, "may go to the swap") || Holds(log, "locks no memory");
  CHECK_MESSAGE(locked != told, log);
}

}  // namespace

TEST_CASE("a program that does not keep to itself is seen to be open") {
  Program other = WithoutTheRightToLook({"/bin/sh", "-c", "echo begun; exec sleep 60"});
  REQUIRE(other.WaitForOutput("begun"));
  CHECK(OpenToOthers(other.pid()));
}

TEST_CASE("the running county leaves no core, lets nobody look in and has its memory locked") {
  Village village;
  Program county = WithoutTheRightToLook({Built("county-stub"), "serve", "--data",
                                          village.county().string(), "--listen", "127.0.0.1:0"});
  REQUIRE(county.WaitForOutput("listening on"));
  CheckKeepsToItself(county.pid());
  const bool locked = IsLocked(county.pid());
  county.Stop();
  CheckLockTold(locked, county.Wait().err);
}

TEST_CASE("the running terminal leaves no core, lets nobody look in and has its memory locked") {
  Village village;
  village.StartCounty();
  const auto data = village.Enrol();
  std::ofstream(village.scratch() / "s.txt")
      << "wait-for 今日值班 60\nprint\nwait-for 没有这样的话 600\n";
  Program terminal =
      WithoutTheRightToLook({Built("studio-kiosk"), "--data", data.string(), "--headless",
                             "540x960", "--script", (village.scratch() / "s.txt").string()});
  REQUIRE(terminal.WaitForOutput("今日值班"));
  CheckKeepsToItself(terminal.pid());
  const bool locked = IsLocked(terminal.pid());
  terminal.Stop();
  CheckLockTold(locked, terminal.Wait().err);
}

}  // namespace studio::e2e

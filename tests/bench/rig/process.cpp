#include "process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace studio::bench {
namespace {

using Steady = std::chrono::steady_clock;
using namespace std::chrono_literals;

int ParentOf(int pid) {
  std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  std::getline(stat, line);
  // The name before it may hold anything, brackets too.
  const auto after_name = line.rfind(") ");
  return after_name == line.npos ? 0 : std::atoi(line.c_str() + after_name + 4);
}

// Of the programs that were started here and still run.
std::set<int> started_here;

// Everything below that process, but `aside` and what is below those.
std::set<int> Below(int root, const std::set<int>& aside) {
  std::map<int, int> parents;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const int pid = std::atoi(entry.path().filename().c_str());
    if (pid > 0) parents[pid] = ParentOf(pid);
  }
  std::set<int> found{root};
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& [pid, parent] : parents) {
      if (found.contains(parent) && !aside.contains(pid)) grew |= found.insert(pid).second;
    }
  }
  found.erase(root);
  return found;
}

// Of those that still run.
double CpuMsOf(const std::set<int>& processes) {
  double ms = 0;
  for (const int pid : processes) {
    clockid_t clock;
    timespec used{};
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0) continue;
    ms += static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
  }
  return ms;
}

std::vector<char*> Pointers(const std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (const std::string& text : texts) out.push_back(const_cast<char*>(text.c_str()));
  out.push_back(nullptr);
  return out;
}

}  // namespace

Process::Process(std::vector<std::string> command, const std::vector<std::string>& extra) {
  // What leaves its parent comes to this program, and so stays in the family.
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  older_ = Below(getpid(), {});
  int out[2];
  if (pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  std::vector<std::string> environment = extra;
  for (char** entry = environ; *entry != nullptr; ++entry) environment.emplace_back(*entry);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  since_exec_ = Stopwatch();
  const int failed = posix_spawn(&pid_, command.front().c_str(), &actions, nullptr,
                                 Pointers(command).data(), Pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  close(out[1]);
  out_fd_ = out[0];
  if (failed != 0) throw std::runtime_error("cannot start " + command.front());
  started_here.insert(pid_);
}

Process::~Process() {
  if (pid_ > 0) kill(pid_, SIGTERM);
  const auto until = Steady::now() + 5s;
  for (;;) {
    while (waitpid(-1, nullptr, WNOHANG) > 0) {
    }
    const std::set<int> left = Family();
    if (left.empty()) break;
    if (Steady::now() > until) {
      for (const int pid : left) kill(pid, SIGKILL);
    }
    std::this_thread::sleep_for(10ms);
  }
  started_here.erase(pid_);
  if (out_fd_ >= 0) close(out_fd_);
}

std::set<int> Process::Family() const {
  std::set<int> others = older_;
  others.insert(started_here.begin(), started_here.end());
  others.erase(pid_);
  return Below(getpid(), others);
}

bool Process::Read(Steady::time_point until) {
  pollfd fd{out_fd_, POLLIN, 0};
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Steady::now());
  if (left.count() <= 0 || poll(&fd, 1, static_cast<int>(left.count())) <= 0) return false;
  char buffer[4096];
  const ssize_t size = read(out_fd_, buffer, sizeof buffer);
  if (size > 0) out_.append(buffer, static_cast<std::size_t>(size));
  return size > 0;
}

bool Process::WaitForOutput(const std::string& part, std::chrono::seconds patience) {
  const auto until = Steady::now() + patience;
  while (out_.find(part) == out_.npos) {
    if (!Read(until)) return false;
  }
  return true;
}

int Process::Wait(std::chrono::seconds patience) {
  const auto until = Steady::now() + patience;
  while (Read(until)) {
  }
  if (Steady::now() >= until) return -1;
  int status = 0;
  started_here.erase(pid_);
  const bool ended = waitpid(std::exchange(pid_, -1), &status, 0) > 0;
  return ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

double Process::PssMiB() const {
  double kib = 0;
  for (const int pid : Family()) {
    std::ifstream rollup("/proc/" + std::to_string(pid) + "/smaps_rollup");
    for (std::string word; rollup >> word;) {
      if (word != "Pss:") continue;
      double value = 0;
      rollup >> value;
      kib += value;
      break;
    }
  }
  return kib / 1024;
}

double Process::StatusMiB(std::string_view field) const {
  std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
  double kib = 0;
  for (std::string word; status >> word;) {
    if (word == field && status >> kib) break;
  }
  return kib / 1024;
}

double Process::CpuMs() const { return CpuMsOf(Family()); }

double Process::CpuMsFrom(int root) {
  std::set<int> all = Below(root, {});
  all.insert(root);
  return CpuMsOf(all);
}

void Process::WaitUntilQuiet(double cpu_ms, std::chrono::seconds patience) const {
  const auto until = Steady::now() + patience;
  for (double before = CpuMs(); Steady::now() < until;) {
    std::this_thread::sleep_for(1s);
    const double now = CpuMs();
    if (now - before < cpu_ms) return;
    before = now;
  }
}

std::string FindProgram(const std::vector<std::string>& places) {
  for (const std::string& place : places) {
    if (access(place.c_str(), X_OK) == 0) return place;
  }
  return {};
}

}  // namespace studio::bench

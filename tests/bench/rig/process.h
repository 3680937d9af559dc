// A program run beside the benchmark, together with everything it starts: the memory and the
// processor time of the whole family, and its end. What was there before is no part of it, nor what
// comes of that, nor another Process. Linux only (/proc).
#pragma once

#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "figures.h"

namespace studio::bench {

class Process {
 public:
  // extra: "NAME=VALUE", added to the environment. Throws std::runtime_error.
  explicit Process(std::vector<std::string> command, const std::vector<std::string>& extra = {});
  Process(const Process&) = delete;
  ~Process();  // SIGTERM, after five seconds SIGKILL; its children too

  // Reads its output until `part` has been printed. False where it ended or time is up.
  bool WaitForOutput(const std::string& part, std::chrono::seconds patience);
  // Waits for the end; the exit status, or -1.
  int Wait(std::chrono::seconds patience);
  const std::string& out() const { return out_; }
  const Stopwatch& since_exec() const { return since_exec_; }

  // Proportional share of memory of all its processes, in MiB.
  double PssMiB() const;
  // Resident memory of itself alone, now and at its highest, in MiB.
  double RssMiB() const { return StatusMiB("VmRSS:"); }
  double PeakRssMiB() const { return StatusMiB("VmHWM:"); }
  // Processor time used so far by those of its processes that still run, in ms.
  double CpuMs() const;
  // The same of any process and all below it.
  static double CpuMsFrom(int root);
  // Waits until the family has used less than `cpu_ms` within a second.
  void WaitUntilQuiet(double cpu_ms, std::chrono::seconds patience) const;

 private:
  std::set<int> Family() const;
  double StatusMiB(std::string_view field) const;
  bool Read(std::chrono::steady_clock::time_point until);

  std::set<int> older_;  // what already ran below this program
  int pid_ = -1;
  int out_fd_ = -1;
  std::string out_;
  Stopwatch since_exec_;
};

// Where the program is, or an empty string.
std::string FindProgram(const std::vector<std::string>& places);

}  // namespace studio::bench

// Runs the real programs as a person would: start, read what they print, kill, wait.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace studio::e2e {

using namespace std::chrono_literals;

struct Finished {
  int status = -1;  // exit status, or 128 + signal
  std::string out, err;
};

class Program {
 public:
  // Of the build folder, or by its whole path.
  Program(const std::string& name, std::vector<std::string> arguments);
  Program(Program&&) noexcept;
  Program(const Program&) = delete;
  ~Program();  // kills what still runs

  // Reads on until `part` has been printed; false where the program ended or time is up.
  bool WaitForOutput(const std::string& part, std::chrono::milliseconds patience = 60s);
  void Kill();  // SIGKILL
  void Stop();  // SIGTERM
  void Hold();  // SIGSTOP
  void LetGo();
  Finished Wait(std::chrono::milliseconds patience = 120s);
  const std::string& out() const { return out_; }
  int pid() const { return pid_; }

 private:
  bool Read(std::chrono::steady_clock::time_point until);

  int pid_ = -1;
  int out_fd_ = -1, err_fd_ = -1;
  std::string out_, err_;
};

Finished Run(const std::string& name, std::vector<std::string> arguments,
             std::chrono::milliseconds patience = 120s);

// A whole file; empty where there is none.
std::string BytesOf(const std::filesystem::path& path);
inline bool Holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// A folder that goes away with the test.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace studio::e2e

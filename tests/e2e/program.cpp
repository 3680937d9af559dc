#include "program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

extern char** environ;

namespace studio::e2e {

using Clock = std::chrono::steady_clock;

Program::Program(const std::string& name, std::vector<std::string> arguments) {
  int out[2], err[2];
  if (pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  posix_spawn_file_actions_adddup2(&actions, err[1], 2);
  const std::string path =
      name.starts_with('/') ? name : std::string(STUDIO_BINARY_DIR) + "/" + name;
  std::vector<char*> argv{const_cast<char*>(path.c_str())};
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const int failed = posix_spawn(&pid_, path.c_str(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(out[1]);
  close(err[1]);
  out_fd_ = out[0];
  err_fd_ = err[0];
  if (failed != 0) throw std::runtime_error("cannot start " + path);
}

Program::Program(Program&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      out_fd_(std::exchange(other.out_fd_, -1)),
      err_fd_(std::exchange(other.err_fd_, -1)),
      out_(std::move(other.out_)),
      err_(std::move(other.err_)) {}

Program::~Program() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  if (out_fd_ >= 0) close(out_fd_);
  if (err_fd_ >= 0) close(err_fd_);
}

bool Program::Read(Clock::time_point until) {
  if (out_fd_ < 0 && err_fd_ < 0) return false;
  pollfd fds[] = {{out_fd_, POLLIN, 0}, {err_fd_, POLLIN, 0}};
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
  if (left.count() <= 0 || poll(fds, 2, static_cast<int>(left.count())) <= 0) return false;
  char buffer[65536];
  for (auto [fd, text, index] : {std::tuple{&out_fd_, &out_, 0}, std::tuple{&err_fd_, &err_, 1}}) {
    if (!(fds[index].revents & (POLLIN | POLLHUP))) continue;
    const ssize_t size = read(*fd, buffer, sizeof buffer);
    if (size > 0) {
      text->append(buffer, static_cast<std::size_t>(size));
    } else {
      close(*fd);
      *fd = -1;
    }
  }
  return out_fd_ >= 0 || err_fd_ >= 0;
}

bool Program::WaitForOutput(const std::string& part, std::chrono::milliseconds patience) {
  const auto until = Clock::now() + patience;
  while (out_.find(part) == std::string::npos) {
    if (!Read(until)) return out_.find(part) != std::string::npos;
  }
  return true;
}

void Program::Kill() { kill(pid_, SIGKILL); }
void Program::Stop() { kill(pid_, SIGTERM); }
void Program::Hold() { kill(pid_, SIGSTOP); }
void Program::LetGo() { kill(pid_, SIGCONT); }

Finished Program::Wait(std::chrono::milliseconds patience) {
  const auto until = Clock::now() + patience;
  while (Read(until)) {
  }
  if (Clock::now() >= until) kill(pid_, SIGKILL);
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  Finished finished;
  finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  finished.out = out_;
  finished.err = err_;
  return finished;
}

Finished Run(const std::string& name, std::vector<std::string> arguments,
             std::chrono::milliseconds patience) {
  return Program(name, std::move(arguments)).Wait(patience);
}

std::string BytesOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

Scratch::Scratch() {
  std::string name = (std::filesystem::temp_directory_path() / "studio-e2e-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error("mkdtemp");
  path_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace studio::e2e

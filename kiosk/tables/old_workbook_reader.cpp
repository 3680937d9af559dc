#include "tables/old_workbook_reader.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>
#include <string>
#include <utility>

#include "shared/files/beside_program.h"
#include "shared/files/durable_file.h"
#include "shared/sheets/sheet_builder.h"
#include "xls/sheet_answer.h"

namespace studio {
namespace {

using ReaderClock = std::chrono::steady_clock;

constexpr auto kAnswerWithin = std::chrono::seconds(10);
constexpr const char* kReader = "studio-xls";

class Descriptor {
 public:
  explicit Descriptor(int file) : file_(file) {}
  Descriptor(Descriptor&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() { Close(); }

  int get() const { return file_; }
  void Close() {
    if (file_ >= 0) close(std::exchange(file_, -1));
  }

 private:
  int file_;  // -1: none
};

// A file without a name that holds them, to be read from its beginning.
Descriptor FileOf(std::string_view bytes) {
  Descriptor file(memfd_create("table", MFD_CLOEXEC));
  if (file.get() >= 0 && (!WriteAll(file.get(), bytes) || lseek(file.get(), 0, SEEK_SET) != 0)) {
    file.Close();
  }
  return file;
}

// The process that reads; it is at an end when this is.
class Reader {
 public:
  // From the one to the other; it gets nothing else of this process.
  Reader(int from, int to) {
    std::string program = BesideProgram(kReader, kInstalledParts).string();
    std::array<char*, 2> arguments = {program.data(), nullptr};
    std::array<char*, 1> environment = {nullptr};
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, from, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, to, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    if (posix_spawn(&process_, program.c_str(), &files, nullptr, arguments.data(),
                    environment.data()) != 0) {
      process_ = -1;
    }
    posix_spawn_file_actions_destroy(&files);
  }
  Reader(Reader&&) = delete;
  Reader& operator=(Reader&&) = delete;
  ~Reader() {
    if (process_ < 0) return;
    kill(process_, SIGKILL);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

 private:
  pid_t process_ = -1;
};

// nullopt: too much, or not in time.
std::optional<std::string> ReadToEnd(int file, ReaderClock::time_point until) {
  std::string answer;
  std::array<char, 65536> piece{};
  while (answer.size() <= kAnswerLargest) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(until - ReaderClock::now()).count();
    if (left <= 0) return std::nullopt;
    pollfd waited{file, POLLIN, 0};
    if (poll(&waited, 1, static_cast<int>(left)) <= 0) continue;
    const ssize_t read = ::read(file, piece.data(), piece.size());
    if (read == 0) return answer;
    if (read > 0) answer.append(piece.data(), static_cast<std::size_t>(read));
    if (read < 0 && errno != EINTR) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Sheets ReadXls(std::string_view bytes) {
  const auto until = ReaderClock::now() + kAnswerWithin;
  const Descriptor file = FileOf(bytes);
  std::array<int, 2> ends = {-1, -1};
  if (file.get() < 0 || pipe2(ends.data(), O_CLOEXEC) != 0) {
    return RefuseTable(TableFault::kOldWorkbook);
  }
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  const Reader reader(file.get(), to.get());
  to.Close();
  const auto answer = ReadToEnd(from.get(), until);
  if (!answer) return RefuseTable(TableFault::kOldWorkbook);
  return ReadSheetAnswer(AsBytes(*answer));
}

}  // namespace studio

#include "terminal/run_headless.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <list>
#include <optional>
#include <sstream>

#include "shared/base/private_memory.h"
#include "shared/base/shown_text.h"
#include "terminal/scripted_session.h"

namespace studio {

Result<PixelSize> ParseSize(const std::string& text) {
  PixelSize size;
  const char* const end = text.data() + text.size();
  const auto width = std::from_chars(text.data(), end, size.width);
  if (width.ec == std::errc() && width.ptr != end && *width.ptr == 'x') {
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    const auto fits = [](int side) { return side >= 320 && side <= 8192; };
    if (height.ec == std::errc() && height.ptr == end && fits(size.width) && fits(size.height)) {
      return size;
    }
  }
  return Fail(ErrorKind::kInvalid, "a size is WIDTHxHEIGHT, as in 1080x1920, not '" + text + "'");
}

namespace {

// What was on the screen has lines.
void PrintLines(std::string_view text) {
  std::fprintf(stderr, "studio-kiosk: ");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::fprintf(stderr, "%s\n", ShownText(text.substr(at, end - at)).c_str());
    at = end + 1;
  }
}

std::optional<Error> RunLines(std::list<ScriptCommand> commands, const std::string& where,
                              ScriptTarget& target) {
  const ScriptOutcome outcome = RunScript(std::move(commands), target);
  if (outcome.ok) return std::nullopt;
  return Error{ErrorKind::kInvalid,
               where + ":" + std::to_string(outcome.line) + ": " + outcome.message};
}

// Lines of a pipe, one byte at a time: what a script types is not to stay behind in a buffer.
class PipeLines {
 public:
  explicit PipeLines(const std::filesystem::path& pipe)
      : fd_(open(pipe.c_str(), O_RDONLY | O_CLOEXEC)) {}
  PipeLines(const PipeLines&) = delete;
  PipeLines& operator=(const PipeLines&) = delete;
  ~PipeLines() {
    if (fd_ >= 0) close(fd_);
  }

  // While there is none the terminal goes on, as it does while nobody touches it.
  std::optional<std::string> Next(ScriptTarget& target) {
    std::string line;
    for (char byte = 0; fd_ >= 0;) {
      pollfd one{fd_, POLLIN, 0};
      if (poll(&one, 1, kTurnMs) == 0) {
        target.Pump(0);
        continue;
      }
      if (read(fd_, &byte, 1) != 1) return line.empty() ? std::nullopt : std::optional(line);
      if (byte == '\n') return line;
      line += byte;
    }
    return std::nullopt;
  }

 private:
  static constexpr int kTurnMs = 50;
  int fd_;
};

// Whoever holds the other end may look at the program between two lines.
std::optional<Error> RunAsTheyCome(const std::filesystem::path& pipe, ScriptTarget& target) {
  PipeLines lines(pipe);
  for (int number = 1; auto line = lines.Next(target); ++number) {
    auto commands = ParseScript(*line);
    line.reset();
    if (!commands) return commands.error();
    if (auto wrong = RunLines(std::move(*commands), pipe.filename().string(), target)) return wrong;
    WipeStackBelow();
    target.Print("ran " + std::to_string(number) + "\n");
  }
  return std::nullopt;
}

Result<std::list<ScriptCommand>> ReadScript(const std::filesystem::path& script) {
  std::ifstream file(script, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  if (!file) return Fail(ErrorKind::kNotFound, "cannot read " + script.string());
  return ParseScript(text.str());
}

}  // namespace

Result<bool> RunHeadless(const TerminalOptions& options, const std::string& size_text,
                         const std::filesystem::path& script, const std::filesystem::path& shots) {
  const auto size = ParseSize(size_text);
  if (!size) return tl::unexpected(size.error());
  if (script.empty()) return Fail(ErrorKind::kInvalid, "--headless needs --script FILE");
  std::error_code failed;
  const bool pipe = std::filesystem::is_fifo(script, failed);
  auto commands = pipe ? std::list<ScriptCommand>() : ReadScript(script);
  if (!commands) return tl::unexpected(commands.error());

  std::filesystem::create_directories(shots, failed);
  auto host = UiHost::Headless(size->width, size->height);
  if (!host) return tl::unexpected(host.error());
  // What it prints is a person's words too.
  std::setvbuf(stdout, nullptr, _IONBF, 0);
  SystemClock clock;
  auto terminal = Terminal::Open(options, **host, clock);
  if (!terminal) return tl::unexpected(terminal.error());
  ScriptedSession session(**terminal, **host, clock, shots, options.turns);
  const auto wrong = pipe ? RunAsTheyCome(script, session)
                          : RunLines(std::move(*commands), script.filename().string(), session);
  if (!wrong) return true;
  PrintLines(wrong->detail);
  return false;
}

}  // namespace studio

#include "terminal/run_headless.h"

#include <charconv>
#include <fstream>
#include <sstream>

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

Result<bool> RunHeadless(const TerminalOptions& options, const std::string& size_text,
                         const std::filesystem::path& script, const std::filesystem::path& shots) {
  const auto size = ParseSize(size_text);
  if (!size) return tl::unexpected(size.error());
  if (script.empty()) return Fail(ErrorKind::kInvalid, "--headless needs --script FILE");
  std::ifstream file(script, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  if (!file) return Fail(ErrorKind::kNotFound, "cannot read " + script.string());
  const auto commands = ParseScript(text.str());
  if (!commands) return tl::unexpected(commands.error());

  std::error_code failed;
  std::filesystem::create_directories(shots, failed);
  auto host = UiHost::Headless(size->width, size->height);
  if (!host) return tl::unexpected(host.error());
  SystemClock clock;
  auto terminal = Terminal::Open(options, **host, clock);
  if (!terminal) return tl::unexpected(terminal.error());
  ScriptedSession session(**terminal, **host, clock, shots, options.turns);
  const ScriptOutcome outcome = RunScript(*commands, session);
  if (!outcome.ok) {
    return Fail(ErrorKind::kInvalid, script.filename().string() + ":" +
                                         std::to_string(outcome.line) + ": " + outcome.message);
  }
  return true;
}

}  // namespace studio

// The terminal itself: in a window, or driven by a script.
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <cmath>
#include <cstdio>

#include "shared/base/private_memory.h"
#include "terminal/command_line.h"
#include "terminal/run_headless.h"
#include "terminal/run_window.h"
#include "terminal/shown_log.h"

namespace studio {
namespace {

struct RunOptions {
  TerminalOptions terminal;
  std::string headless, size, camera = "none", microphone = "none", speech = "none";
  std::filesystem::path script, shots = ".";
  bool fullscreen = false;
  double switch_s = 0;
  int camera_turn = 0, longest_wait_ms = 0, silence_s = 0, storage_ms = 0;
};

void LogInto(const std::filesystem::path& folder) {
  // A folder that is no terminal's is not written into.
  if (!std::filesystem::exists(folder / "identity.json")) return;
  try {
    std::filesystem::create_directories(folder / "log");
    auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(folder / "log" / "kiosk.log",
                                                                       1 << 20, 5);
    sink->set_formatter(ShownLines());
    spdlog::set_default_logger(std::make_shared<spdlog::logger>("kiosk", sink));
    spdlog::flush_on(spdlog::level::info);
  } catch (const std::exception& error) {
    // A folder that takes no log is reported by whoever opens it next.
    std::fprintf(stderr, "studio-kiosk: no log: %s\n", error.what());
  }
}

Result<bool> RunTerminal(const RunOptions& told) {
  TerminalOptions options = told.terminal;
  if (options.data.empty()) {
    return Fail(ErrorKind::kInvalid, "--data DIR is required; see --help");
  }
  const auto seen_by = ParseCameraSource(told.camera);
  if (!seen_by) return tl::unexpected(seen_by.error());
  options.camera = *seen_by;
  options.camera.turn = told.camera_turn;
  const auto heard_by = ParseMicrophoneSource(told.microphone);
  if (!heard_by) return tl::unexpected(heard_by.error());
  options.microphone = *heard_by;
  const auto read_by = ParseSpeechSink(told.speech);
  if (!read_by) return tl::unexpected(read_by.error());
  options.speech = *read_by;
  options.switch_step = std::chrono::milliseconds(std::lround(told.switch_s * 1000));
  options.longest_wait = std::chrono::milliseconds(told.longest_wait_ms);
  options.silence_timeout = std::chrono::seconds(told.silence_s);
  options.storage_checks_apart = std::chrono::milliseconds(told.storage_ms);

  LogInto(options.data);
  if (const auto not_locked = LockMemory(); !not_locked.empty()) {
    spdlog::warn("{}", not_locked);
  }
  const auto outcome = told.headless.empty()
                           ? RunInWindow(options, told.size, told.fullscreen)
                           : RunHeadless(options, told.headless, told.script, told.shots);
  if (!outcome) {
    spdlog::error("{}", outcome.error().detail);
    return tl::unexpected(outcome.error());
  }
  return *outcome;
}

// Not listed by --help.
void AddForTests(CLI::App& command, RunOptions& told) {
  TerminalOptions& options = told.terminal;
  command.add_option("--backoff-ms", told.longest_wait_ms, "most between two tries of the county")
      ->group("");
  command.add_option("--silence-s", told.silence_s, "most that an answer may keep silent")
      ->group("");
  command
      .add_option("--free-percent", options.free_percent, "file with how much of the disk is free")
      ->group("");
  command.add_option("--storage-ms", told.storage_ms, "between two looks at the disk")->group("");
  command.add_option("--turns", options.turns, "a file for how long each turn took")->group("");
}

void AddFaultPage(CommandLine& line) {
  auto [command, options] =
      line.Add("fault-page", "what stands on the screen where the terminal ends time after time",
               ShowFaultPage);
  command.add_option("--phone", options.phone, "whom to call");
  command.add_option("--size", options.size, "WIDTHxHEIGHT of the window");
}

}  // namespace

void AddTerminalCommand(CommandLine& line) {
  AddFaultPage(line);
  auto [command, told] = line.AddDefault(RunTerminal);
  TerminalOptions& options = told.terminal;
  AddData(command, options.data);
  command.add_option("--headless", told.headless,
                     "WIDTHxHEIGHT: draw without a window, driven by --script");
  command.add_option("--script", told.script, "script file")->check(CLI::ExistingFile);
  command.add_option("--shots", told.shots, "folder for the script's pictures");
  command.add_option("--printer", options.printer, "none, file:PATH or device:PATH");
  command.add_option("--camera", told.camera,
                     "none, device:PATH, device:auto or file:PATH (a picture or a video)");
  command
      .add_option("--camera-turn", told.camera_turn,
                  "degrees clockwise that make the camera's picture upright")
      ->check(CLI::IsMember({0, 90, 180, 270}));
  command.add_option("--microphone", told.microphone,
                     "none, default, test, or test:SECONDS for that much of it at once");
  command.add_option("--speech", told.speech,
                     "where pages are read aloud: none, default, or into:FOLDER as files");
  command
      .add_option("--exchange", options.exchange,
                  "a folder for tables and carried files, besides USB sticks")
      ->check(CLI::ExistingDirectory);
  command.add_option("--input-data", options.input_data, "folder of the keyboard's data");
  command.add_option("--proxy", options.proxy, "http://host:port");
  command.add_option("--attachment-rate", options.attachment_kbit_per_s,
                     "most that photos and voices going up may take, kbit/s; 0: no limit");
  command
      .add_option("--switch", told.switch_s,
                  "seconds: for who has one switch, the ring moves so often and any key presses")
      ->check(CLI::Range(0.5, 10.0));
  command.add_option("--size", told.size, "WIDTHxHEIGHT of the window");
  AddForTests(command, told);
  command.add_flag("--fullscreen", told.fullscreen, "fill the screen");
}

}  // namespace studio

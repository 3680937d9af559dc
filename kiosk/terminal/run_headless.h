// `studio-kiosk --headless 1080x1920 --script FILE [--shots DIR]`.
#pragma once

#include <filesystem>
#include <string>

#include "terminal/terminal.h"

namespace studio {

// Returns when the script has ended. Where it is a pipe, each line is run as it comes and answered
// by "ran" and its number; the terminal goes on between them. kInvalid: mistakes in the script, or
// a line that failed, with its number and what was on the screen instead.
Result<bool> RunHeadless(const TerminalOptions& options, const std::string& size,
                         const std::filesystem::path& script, const std::filesystem::path& shots);

// "1080x1920"; each side from 320 to 8192.
struct PixelSize {
  int width = 0, height = 0;
};
Result<PixelSize> ParseSize(const std::string& text);

}  // namespace studio

// `studio-kiosk --data DIR`: the terminal in a window, as it stands in the studio.
#pragma once

#include <string>

#include "terminal/terminal.h"

namespace studio {

// Runs until the window is closed or the program is told to end (SIGINT, SIGTERM). size: of the
// window, empty for the whole screen. Where the data folder cannot be used, the fault page says so
// and opening is tried again every half minute.
Result<bool> RunInWindow(const TerminalOptions& options, const std::string& size, bool fullscreen);

}  // namespace studio

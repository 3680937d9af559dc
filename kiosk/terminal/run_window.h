// `studio-kiosk --data DIR`: the terminal in a window, as it stands in the studio.
#pragma once

#include <string>

#include "terminal/terminal.h"

namespace studio {

// Runs until the window is closed or the program is told to end (SIGINT, SIGTERM). size: of the
// window, empty for the whole screen. Where the data folder cannot be used, the fault page says so
// and opening is tried again every half minute.
Result<bool> RunInWindow(const TerminalOptions& options, const std::string& size, bool fullscreen);

// Where the terminal ended time after time: the fault page, by a program that opens no data folder
// and so cannot end as the terminal did. Until it is told to end.
struct FaultPageOptions {
  std::string size;   // of the window, empty for the whole screen
  std::string phone;  // whom to call; empty: nobody is named
};
Result<bool> ShowFaultPage(const FaultPageOptions& options);

}  // namespace studio

// What the `doctor` command looks at that the program itself has no libraries for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/station/examination.h"
#include "commands/terminal_options.h"
#include "store/base/identity.h"

namespace studio {

struct ExaminationOrder {
  TerminalOptions options;
  const Identity* identity = nullptr;  // null: nobody is asked on the line
};

// The line, the camera and what the keyboard reads, into `facts`. Blocks for up to half a minute.
void ExamineBehindDoor(const ExaminationOrder& order, ExaminationFacts& facts);

}  // namespace studio

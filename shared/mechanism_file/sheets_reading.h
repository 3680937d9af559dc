// [sheets] of a mechanism's file. For the .cpp files of this folder only.
#pragma once

#include <vector>

#include "shared/mechanism/sheet_forms.h"
#include "shared/mechanism_file/toml_reading.h"

namespace studio {

inline constexpr std::size_t kMaxSheetTitle = 30, kMaxSheetCaption = 20;  // characters

// Of each sheet that the file speaks of.
std::vector<SheetForm> ReadSheetForms(TomlReading& file);

}  // namespace studio

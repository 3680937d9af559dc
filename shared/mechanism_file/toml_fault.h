// What toml++ says in English of a file that is no TOML, as a clerk is told it.
#pragma once

#include <optional>
#include <string_view>

#include "shared/mechanism_file/mistakes.h"

namespace studio {

// A file that is no UTF-8, as Notepad and WPS save it; nullopt: it is.
std::optional<Mistake> EncodingFault(std::string_view text);

// `line` and `column` from 1, in characters, as toml++ gives them, with its `description`. What no
// sentence here fits is told in its own words, in brackets.
Mistake SyntaxFault(std::string_view text, int line, int column, std::string_view description);

}  // namespace studio

// The log's lines pass the printer for people: whatever stands in one (words, a file's name, what a
// library says), it is one line, and steers nobody's terminal (shared/base/shown_text.h).
#pragma once

#include <memory>

namespace spdlog {
class formatter;
}

namespace studio {

// For a sink: the usual pattern, each message as ShownText has it.
std::unique_ptr<spdlog::formatter> ShownLines();

}  // namespace studio

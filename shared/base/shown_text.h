// Words as they are printed for people: in a log, by a command, in what a test says. What would
// steer a terminal, begin a line of its own or turn the reading direction is shown instead of done.
// What is kept is cleaned by clean_text.h.
#pragma once

#include <string>
#include <string_view>

namespace studio {

// One line, always UTF-8. Control characters (also ESC, tab and line breaks), C1, the marks of
// reading direction and U+2028, U+2029 stand as \u{1b}, hexadecimal and lower case; a byte that is
// no UTF-8 as \u{ff}, its value. Everything else is unchanged.
std::string ShownText(std::string_view utf8);
// The same for JSON, which stays the same JSON: DEL, C1 and the marks as its escapes (\u009b). The
// rest of control characters JSON has as escapes already, and its line breaks stand between values.
std::string ShownJson(std::string_view json);

}  // namespace studio

// How many bytes of UTF-8 the mark takes that `text` begins with; 0: none of these.
#pragma once

#include <cstddef>
#include <string_view>

namespace studio {

template <class Marks>
std::size_t MarkAt(std::string_view text, const Marks& marks) {
  for (const std::string_view mark : marks)
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

}  // namespace studio

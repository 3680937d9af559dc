#include "shared/record/ink.h"

#include <charconv>

namespace studio {
namespace {

// Calls `take` with each part between separators; false where it says so.
template <class Take>
bool EachPart(std::string_view text, char separator, const Take& take) {
  for (;;) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (!take(text.substr(0, end))) return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
  }
}

bool ReadCoordinate(std::string_view text, std::int16_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && out >= 0 && out <= kInkSide;
}

}  // namespace

std::string ToText(const InkStroke& stroke) {
  std::string text;
  for (const InkPoint& point : stroke) {
    if (!text.empty()) text += ' ';
    text += std::to_string(point.x) + ',' + std::to_string(point.y);
  }
  return text;
}

std::string ToText(const Ink& ink) {
  std::string text;
  for (const InkStroke& stroke : ink) {
    if (!text.empty()) text += ';';
    text += ToText(stroke);
  }
  return text;
}

Result<InkStroke> InkStrokeFromText(std::string_view text) {
  InkStroke stroke;
  const bool good = EachPart(text, ' ', [&](std::string_view part) {
    const std::size_t comma = part.find(',');
    InkPoint point;
    if (comma == std::string_view::npos || stroke.size() == kMaxInkPoints ||
        !ReadCoordinate(part.substr(0, comma), point.x) ||
        !ReadCoordinate(part.substr(comma + 1), point.y)) {
      return false;
    }
    stroke.push_back(point);
    return true;
  });
  if (!good) return Fail(ErrorKind::kMalformed, "a stroke is x,y x,y … from 0 to 1000");
  return stroke;
}

Result<Ink> InkFromText(std::string_view text) {
  Ink ink;
  const bool good = EachPart(text, ';', [&](std::string_view part) {
    auto stroke = InkStrokeFromText(part);
    if (!stroke || ink.size() == kMaxInkStrokes) return false;
    ink.push_back(std::move(*stroke));
    return true;
  });
  if (!good) return Fail(ErrorKind::kMalformed, "an ink is strokes with ; between");
  return ink;
}

}  // namespace studio

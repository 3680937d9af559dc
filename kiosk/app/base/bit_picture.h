// A one-bit picture, as thermal printers burn it. A value; a set bit is ink.
#pragma once

#include <cstdint>
#include <vector>

namespace studio {

struct BitPicture {
  BitPicture() = default;
  BitPicture(int picture_width, int picture_height)
      : width(picture_width),
        height(picture_height),
        rows(static_cast<std::size_t>(RowBytes()) * static_cast<std::size_t>(picture_height)) {}

  int RowBytes() const { return (width + 7) / 8; }
  bool Ink(int x, int y) const { return (Byte(x, y) >> (7 - x % 8) & 1) != 0; }
  void SetInk(int x, int y) {
    rows[Offset(x, y)] = static_cast<std::uint8_t>(Byte(x, y) | 0x80 >> (x % 8));
  }

  int width = 0, height = 0;
  std::vector<std::uint8_t> rows;  // RowBytes() a row, the leftmost pixel in the highest bit

 private:
  std::size_t Offset(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(RowBytes()) +
           static_cast<std::size_t>(x / 8);
  }
  int Byte(int x, int y) const { return rows[Offset(x, y)]; }
};

}  // namespace studio

// Rectangles that layouts are cut from. All figures are pixels of the drawing.
#pragma once

#include <algorithm>
#include <vector>

namespace studio {

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  float Right() const { return x + w; }
  float Bottom() const { return y + h; }
  float CentreX() const { return x + w / 2; }
  float CentreY() const { return y + h / 2; }
  bool Empty() const { return w <= 0 || h <= 0; }
  bool Contains(float px, float py) const {
    return px >= x && px < Right() && py >= y && py < Bottom();
  }

  Rect Inset(float all) const { return Inset(all, all); }
  Rect Inset(float horizontal, float vertical) const {
    return {x + horizontal, y + vertical, std::max(0.f, w - 2 * horizontal),
            std::max(0.f, h - 2 * vertical)};
  }
  Rect Grown(float all) const { return {x - all, y - all, w + 2 * all, h + 2 * all}; }
  Rect Moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  // The part that both cover.
  Rect Intersect(const Rect& other) const {
    const float left = std::max(x, other.x), top = std::max(y, other.y);
    return {left, top, std::max(0.f, std::min(Right(), other.Right()) - left),
            std::max(0.f, std::min(Bottom(), other.Bottom()) - top)};
  }
  // A rectangle of that size in the middle of this one.
  Rect Centred(float width, float height) const {
    return {x + (w - width) / 2, y + (h - height) / 2, width, height};
  }

  // Cut a piece off (and `gap` beside it); this rectangle becomes what is left.
  Rect TakeTop(float height, float gap = 0) {
    const Rect piece{x, y, w, std::min(height, h)};
    const float used = std::min(h, height + gap);
    y += used;
    h -= used;
    return piece;
  }
  Rect TakeBottom(float height, float gap = 0) {
    const float piece_h = std::min(height, h);
    const Rect piece{x, y + h - piece_h, w, piece_h};
    h = std::max(0.f, h - height - gap);
    return piece;
  }
  Rect TakeLeft(float width, float gap = 0) {
    const Rect piece{x, y, std::min(width, w), h};
    const float used = std::min(w, width + gap);
    x += used;
    w -= used;
    return piece;
  }
  Rect TakeRight(float width, float gap = 0) {
    const float piece_w = std::min(width, w);
    const Rect piece{x + w - piece_w, y, piece_w, h};
    w = std::max(0.f, w - width - gap);
    return piece;
  }

  // Equal pieces with `gap` between.
  std::vector<Rect> SplitColumns(int count, float gap) const {
    std::vector<Rect> out;
    const float width = (w - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    for (int i = 0; i < count; ++i)
      out.push_back({x + static_cast<float>(i) * (width + gap), y, width, h});
    return out;
  }
  std::vector<Rect> SplitRows(int count, float gap) const {
    std::vector<Rect> out;
    const float height = (h - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    for (int i = 0; i < count; ++i)
      out.push_back({x, y + static_cast<float>(i) * (height + gap), w, height});
    return out;
  }
  // Row by row, `columns` in each row: columns * rows pieces.
  std::vector<Rect> SplitGrid(int columns, int rows, float gap) const {
    std::vector<Rect> out;
    for (const Rect& row : SplitRows(rows, gap))
      for (const Rect& cell : row.SplitColumns(columns, gap)) out.push_back(cell);
    return out;
  }
};

}  // namespace studio

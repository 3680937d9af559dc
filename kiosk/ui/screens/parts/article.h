// Something to read, of any length: texts and whole blocks as cards, set in one column (portrait)
// or two (landscape), in larger letters where there is room for them, and paged by big buttons
// where they are longer than their place. A text is split between columns by whole lines; a block
// is not.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/kit/frame.h"
#include "ui/kit/text.h"

namespace studio {

// The screen keeps it; 0 again for another article.
struct ArticleState {
  std::size_t page = 0;
};

class Article {
 public:
  // Draws at `place` and answers the height used; with `draw` false only answers.
  using Block = std::function<float(Frame&, const Rect& place, bool draw)>;

  void AddText(std::string heading, std::string text) {
    parts_.push_back({std::move(heading), std::move(text), nullptr});
  }
  void AddBlock(Block block) { parts_.push_back({{}, {}, std::move(block)}); }
  void Draw(Frame& frame, Rect area, ArticleState& state) const;

 private:
  struct Part {
    std::string heading, text;
    Block block;  // null: a text
  };
  // Some lines of a text, or a whole block, where they lie in their column.
  struct Piece {
    const Part* part = nullptr;
    std::size_t begin = 0, end = 0;  // bytes of the text
    float y = 0, h = 0;
  };
  using Column = std::vector<Piece>;

  // What columns are set in.
  struct Setting {
    float width = 0, height = 0;
    float larger = 1;  // than the theme's body
  };
  std::vector<Column> Set(Frame& frame, const Setting& in) const;
  static void SetText(const Frame& frame, const Part& part, const Setting& in,
                      std::vector<Column>& columns, float& at);
  // Whether it may fit at all, without breaking a line.
  bool MayFit(const Theme& theme, const Rect& area, float larger) const;
  // On one page, if all of it fits in letters as large as that.
  bool DrawWhole(Frame& frame, const Rect& area, float larger) const;
  static void DrawPiece(Frame& frame, const Rect& place, const Piece& piece, float larger);

  std::vector<Part> parts_;
};

}  // namespace studio

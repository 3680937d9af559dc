// What the pages of the common matters (topics, wishes, notices, members) draw the same way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/saying/camera.h"
#include "ui/kit/frame.h"
#include "ui/kit/shapes.h"
#include "ui/screens/parts/article.h"

namespace studio {

// A member's photo in a circle, or a monogram where there is none. `around` is what it lies on.
void DrawFace(Frame& frame, const Rect& square, std::string_view name, int index,
              const PicturePtr& photo, Colour around);
// A published picture, whole, as a block of an article; while it is being read, its place.
Article::Block PictureBlock(PicturePtr picture);

struct Pill {
  std::string word;
  std::string_view icon;
  Tone tone = Tone::kSand;
};
// Of a notice or an honour: "省", "市", "县", "本站".
Pill LevelPill(const std::string& level);
// Pills side by side, in as many rows as they take; answers the height used.
float DrawPills(Frame& frame, const Rect& place, const std::vector<Pill>& pills, bool draw = true);
// The head of an article: a large title, pills, lines of small print.
struct ArticleHead {
  std::string title;
  std::vector<Pill> pills;
  std::vector<std::string> lines;
};
Article::Block HeadBlock(ArticleHead head);
// A tinted panel, as a block.
Article::Block NoticeBlock(Tone tone, std::string_view icon, std::string heading, std::string text);

// In portrait, down to where a hand reaches without lifting the arm: the lower two thirds.
void LowerForReach(const Frame& frame, Rect& area);

// Back and on along the foot, with `problem` above them (portrait) or between them (landscape).
enum class FootTap { kNone, kBack, kOn };
struct FootLook {
  std::string_view back, on;
  std::string_view on_icon{};
  std::string_view problem{};
};
FootTap DrawFoot(Frame& frame, Rect& area, const FootLook& look);
// Where `on` files something (EndButton). Lying down, a column at the right of that share of the
// page holds it; answers it, empty upright.
struct EndingFoot {
  FootTap tap = FootTap::kNone;
  Rect column;
};
EndingFoot DrawEndingFoot(Frame& frame, Rect& area, const FootLook& look, float share = 0.36f);

}  // namespace studio

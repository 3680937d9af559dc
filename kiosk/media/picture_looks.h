// A grey picture made otherwise, so that a reader of codes sees in it what it misses in the plain
// one. One thread at a time; each result stands until the same one is asked for again.
#pragma once

#include <cstdint>
#include <vector>

#include "media/code_scan.h"

namespace studio {

class PictureLooks {
 public:
  // Black for white: codes shown on dark screens.
  const GreyPicture& Inverted(const GreyPicture& picture);
  // Half as wide and high: large ones, and away with what a sensor adds.
  const GreyPicture& Halved(const GreyPicture& picture);
  // Edges made steeper, against blur.
  const GreyPicture& Sharpened(const GreyPicture& picture);
  // The sheet that lies on something dark cut out along its sides and laid on white, so that a code
  // without a quiet zone gets one. Dark is what has no light within `reach` pixels; that is to be
  // more than three and a half modules, half a finder pattern. The picture itself where there is
  // no such sheet.
  const GreyPicture& Trimmed(const GreyPicture& picture, int reach);

  // The code whose finder patterns touch what is dark around it (bare_code.h), laid on white; null
  // where there is none.
  const GreyPicture* Framed(const GreyPicture& picture);

  struct Point {
    double x = 0, y = 0;
  };

 private:
  struct Kept {
    std::vector<std::uint8_t> pixels;
    GreyPicture picture;
    void Shape(int width, int height);
  };

  Kept inverted_, halved_, sharpened_, trimmed_, framed_;
  void FindDark(const GreyPicture& picture, int reach);
  std::vector<Point> LargestPiece(int width, int height);

  std::vector<std::uint8_t> dark_, light_, line_;
  std::vector<int> sums_, piece_;
};

}  // namespace studio

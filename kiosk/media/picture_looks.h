// A grey picture made otherwise, so that a reader of codes sees in it what it misses in the plain
// one. One thread at a time; each result stands until the same one is asked for again.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "media/bare_code.h"
#include "media/code_scan.h"
#include "media/flat_code.h"

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

  // What bare_code.h finds.
  static std::optional<CodeSquare> BareCode(const GreyPicture& picture);
  // A code of which something dark touches the finder patterns, laid on white.
  const GreyPicture& Framed(const GreyPicture& picture, const CodeSquare& square);
  // A code on paper that is not flat (flat_code.h); null where it is none.
  const GreyPicture* Flattened(const GreyPicture& picture, const CodeSquare& square) {
    return flat_code_.Laid(picture, square);
  }

  struct Point {
    double x = 0, y = 0;
  };

 private:
  struct Kept {
    std::vector<std::uint8_t> pixels;
    GreyPicture picture;
    void Shape(int width, int height);
  };

  FlatCode flat_code_;
  Kept inverted_, halved_, sharpened_, trimmed_, framed_;
  void FindDark(const GreyPicture& picture, int reach);
  std::vector<Point> LargestPiece(int width, int height);

  std::vector<std::uint8_t> dark_, light_, line_;
  std::vector<int> sums_, piece_;
};

}  // namespace studio

// A code on paper that is not flat: where its modules went is read off their own edges, and each is
// drawn anew where it belongs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "media/bare_code.h"
#include "media/code_scan.h"

namespace studio {

// One thread at a time; the result stands until the next.
class FlatCode {
 public:
  // The code of that square with a quiet zone around it, drawn anew; null where no code has so many
  // modules.
  const GreyPicture* Laid(const GreyPicture& picture, const CodeSquare& square);

 private:
  struct Wave {
    double cosine = 0, sine = 0;
  };

  void Straighten(const GreyPicture& picture, const CodeSquare& square);
  void FindWaves(bool down);
  void Follow(std::vector<double>& shifts);
  std::uint8_t LightOf(int row, int column) const;
  std::size_t Cell(int row, int column) const {
    return static_cast<std::size_t>(row * modules_ + column);
  }

  int modules_ = 0, side_ = 0;
  std::vector<float> straight_;  // the square and a little around it, side_ by side_ pixels
  std::vector<Wave> waves_;
  std::vector<double> across_, along_;  // how far each module went, in modules
  std::vector<std::uint8_t> pixels_;
  GreyPicture picture_;
};

}  // namespace studio

// How a drawn ink looks to zinnia's model: as it was drawn, and as any row of its parts, each taken
// for a stroke of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "input/ink/ink_path.h"
#include "input/ink/ink_spans.h"
#include "input/ink/zinnia_model.h"

namespace studio {

class InkShapes {
 public:
  // All outlive this.
  InkShapes(const ZinniaModel& model, const Ink& ink, const InkPath& path, const InkSpans& spans);

  // Of every character of the model, for the ink as it was drawn.
  std::vector<float> AsDrawn() const;
  // Of one, where these spans are its strokes in order; nothing for one that is not drawn.
  float As(std::uint32_t character, std::span<const std::optional<std::uint16_t>> strokes);
  // The best of that with the strokes in other orders, less `each` for two that change places.
  float InAnyOrder(std::uint32_t character, std::vector<std::optional<std::uint16_t>> strokes,
                   float each);

 private:
  float InEveryOrder(std::uint32_t character, std::span<const std::optional<std::uint16_t>> strokes,
                     float each);
  struct Known {
    ZinniaFeatures features;
    ZinniaPoint first, last;
  };
  const Known& Of(std::uint16_t span);
  std::vector<ZinniaPoint> PointsOf(std::uint16_t span) const;

  const ZinniaModel& model_;
  const Ink& ink_;
  const InkPath& path_;
  const InkSpans& spans_;
  std::vector<std::optional<Known>> known_;  // of the spans
  float left_ = 0, top_ = 0, scale_ = 1;
};

}  // namespace studio

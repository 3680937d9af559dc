// Pictures large, one after the other. Lies over the page that asked for it; holds them no longer
// than it is there.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "app/saying/camera.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class PictureScreen : public Screen {
 public:
  // At least one; `first` of them is shown first.
  PictureScreen(ScreenParts parts, std::vector<PicturePtr> pictures, std::size_t first)
      : parts_(parts), pictures_(std::move(pictures)), shown_(first) {}

  std::string_view Tag() const override { return "picture"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  ScreenParts parts_;
  std::vector<PicturePtr> pictures_;
  std::size_t shown_;
};

}  // namespace studio

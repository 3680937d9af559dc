// The camera on a page that asks for a code: its picture with a square to aim by, the screen as a
// lamp where it is dark, and the hand scanner instead where no camera works.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/visit.h"
#include "app/saying/ways_of_saying.h"
#include "ui/kit/frame.h"

namespace studio {

class CodeCamera {
 public:
  using OnCodes = std::function<void(const std::vector<std::string>&)>;
  struct Words {
    std::string_view show, show_hint;  // with a camera
    std::string_view scan, scan_hint;  // without
  };

  // `ways` outlives it.
  CodeCamera(const WaysOfSaying& ways, OnCodes on_codes);
  ~CodeCamera();

  // Where the screen is to be white, before anything else is drawn on it.
  void DrawLamp(Frame& frame) const;
  // The question and the picture, filling `area`. Looks from now on.
  void Draw(Frame& frame, Rect area, const Words& words);
  void DrawSheet(Frame& frame, const Rect& sheet);  // the picture alone, likewise
  void Stop();                                      // no code is wanted now

 private:
  bool Sees() const;  // there is a camera that works, or is about to
  void Watch(const Rect& room);
  void DrawScannerOnly(Frame& frame, const Rect& sheet) const;
  void DrawSeen(Frame& frame, const Rect& sheet) const;

  const WaysOfSaying& ways_;
  OnCodes on_codes_;
  bool watching_ = false;
  bool dark_ = false;
  PicturePtr seen_;
  std::optional<MediaTrouble> trouble_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio

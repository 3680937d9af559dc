// The grey picture of a camera frame, where codes are read: its first plane. One thread at a time.
#pragma once

#include <gst/video/video.h>

#include "media/code_scan.h"

namespace studio {

class GreyFrame {
 public:
  explicit GreyFrame(GstSample* frame);  // outlives it
  ~GreyFrame();
  GreyFrame(const GreyFrame&) = delete;
  GreyFrame& operator=(const GreyFrame&) = delete;

  // Null where the frame cannot be read.
  const GreyPicture* picture() const { return mapped_ ? &picture_ : nullptr; }

 private:
  GstVideoFrame frame_{};
  bool mapped_ = false;
  GreyPicture picture_;
};

}  // namespace studio

// Camera frames turned into pictures for the screen. One thread at a time.
#pragma once

#include <gst/video/video.h>

#include <memory>

#include "app/saying/camera.h"
#include "media/gst_objects.h"

namespace studio {

class FramePicture {
 public:
  // The frame as R G B A, scaled to fit width × height pixels; never larger than it is. Null where
  // it cannot be read.
  PicturePtr Of(GstSample* frame, int width, int height);

 private:
  struct FreeConverter {
    void operator()(GstVideoConverter* converter) const { gst_video_converter_free(converter); }
  };
  // For the shapes of frame and picture last asked for.
  std::unique_ptr<GstVideoConverter, FreeConverter> converter_;
  GstVideoInfo from_{}, to_{};
};

}  // namespace studio

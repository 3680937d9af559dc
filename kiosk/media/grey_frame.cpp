#include "media/grey_frame.h"

namespace studio {

GreyFrame::GreyFrame(GstSample* frame) {
  GstVideoInfo info;
  mapped_ = gst_video_info_from_caps(&info, gst_sample_get_caps(frame)) &&
            gst_video_frame_map(&frame_, &info, gst_sample_get_buffer(frame), GST_MAP_READ);
  if (!mapped_) return;
  picture_ = {static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&frame_, 0)),
              GST_VIDEO_FRAME_WIDTH(&frame_), GST_VIDEO_FRAME_HEIGHT(&frame_),
              GST_VIDEO_FRAME_PLANE_STRIDE(&frame_, 0)};
}

GreyFrame::~GreyFrame() {
  if (mapped_) gst_video_frame_unmap(&frame_);
}

}  // namespace studio

#include "media/frame_picture.h"

#include <algorithm>
#include <cmath>

namespace studio {
namespace {

int Scaled(int side, double by) { return std::max(1, static_cast<int>(std::lround(side * by))); }

}  // namespace

PicturePtr FramePicture::Of(GstSample* frame, int width, int height) {
  GstVideoInfo from;
  if (!gst_video_info_from_caps(&from, gst_sample_get_caps(frame))) return nullptr;
  const double fit = std::min(
      {1.0, static_cast<double>(width) / from.width, static_cast<double>(height) / from.height});
  GstVideoInfo to;
  gst_video_info_set_format(&to, GST_VIDEO_FORMAT_RGBA, static_cast<guint>(Scaled(from.width, fit)),
                            static_cast<guint>(Scaled(from.height, fit)));
  to.fps_n = from.fps_n;  // the converter refuses what differs in it
  to.fps_d = from.fps_d;
  if (!converter_ || !gst_video_info_is_equal(&from, &from_) ||
      !gst_video_info_is_equal(&to, &to_)) {
    converter_.reset(gst_video_converter_new(&from, &to, nullptr));
    from_ = from;
    to_ = to;
  }
  GstVideoFrame source;
  if (!converter_ ||
      !gst_video_frame_map(&source, &from, gst_sample_get_buffer(frame), GST_MAP_READ))
    return nullptr;
  auto picture = std::make_shared<ColourPicture>();
  picture->width = to.width;
  picture->height = to.height;
  picture->pixels.resize(to.size);
  GstBuffer* buffer =
      gst_buffer_new_wrapped_full(static_cast<GstMemoryFlags>(0), picture->pixels.data(), to.size,
                                  0, to.size, nullptr, nullptr);
  GstVideoFrame target;
  const bool mapped = gst_video_frame_map(&target, &to, buffer, GST_MAP_WRITE);
  if (mapped) {
    gst_video_converter_frame(converter_.get(), &source, &target);
    gst_video_frame_unmap(&target);
  }
  gst_buffer_unref(buffer);
  gst_video_frame_unmap(&source);
  return mapped ? picture : nullptr;
}

}  // namespace studio

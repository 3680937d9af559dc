#include "media/photo_jpeg.h"

#include <gst/app/gstappsink.h>
#include <gst/app/gstappsrc.h>
#include <gst/video/video.h>

#include <algorithm>
#include <string>

namespace studio {
namespace {

constexpr int kQualities[] = {88, 78, 66, 52, 40};
constexpr int kSmallestSide = 320;
constexpr GstClockTime kEncodingWait = 10 * GST_SECOND;

// One frame through an encoder.
Result<Bytes> Encode(GstSample* frame, int width, int height, int quality) {
  auto made =
      MakePipeline("appsrc name=in format=time ! videoscale ! capsfilter caps=video/x-raw,width=" +
                   std::to_string(width) + ",height=" + std::to_string(height) +
                   ",pixel-aspect-ratio=1/1 ! jpegenc quality=" + std::to_string(quality) +
                   " ! appsink name=out sync=false");
  if (!made) return tl::unexpected(made.error());
  GstElement* pipeline = made->get();
  const ElementPtr in = PartOf(pipeline, "in"), out = PartOf(pipeline, "out");
  gst_app_src_set_caps(GST_APP_SRC(in.get()), gst_sample_get_caps(frame));
  gst_element_set_state(pipeline, GST_STATE_PLAYING);
  // A copy of the buffer's head alone: times from the camera mean nothing here.
  GstBuffer* buffer = gst_buffer_copy(gst_sample_get_buffer(frame));
  GST_BUFFER_PTS(buffer) = 0;
  GST_BUFFER_DTS(buffer) = GST_CLOCK_TIME_NONE;
  gst_app_src_push_buffer(GST_APP_SRC(in.get()), buffer);
  gst_app_src_end_of_stream(GST_APP_SRC(in.get()));
  const SamplePtr encoded(gst_app_sink_try_pull_sample(GST_APP_SINK(out.get()), kEncodingWait));
  Bytes jpeg;
  GstMapInfo map;
  if (encoded && gst_buffer_map(gst_sample_get_buffer(encoded.get()), &map, GST_MAP_READ)) {
    jpeg.assign(map.data, map.data + map.size);
    gst_buffer_unmap(gst_sample_get_buffer(encoded.get()), &map);
  }
  StopPipeline(pipeline);
  if (jpeg.empty()) return Fail(ErrorKind::kUnavailable, "the frame cannot be encoded");
  return jpeg;
}

}  // namespace

Result<Bytes> PhotoJpeg(GstSample* frame) {
  GstVideoInfo info;
  if (!gst_video_info_from_caps(&info, gst_sample_get_caps(frame)))
    return Fail(ErrorKind::kUnavailable, "no picture");
  const int longest = std::max(info.width, info.height);
  for (int side = std::min(longest, kMaxPhotoSide); side >= std::min(longest, kSmallestSide);
       side = side * 3 / 4) {
    const int width = std::max(1, info.width * side / longest);
    const int height = std::max(1, info.height * side / longest);
    for (const int quality : kQualities) {
      auto jpeg = Encode(frame, width, height, quality);
      if (!jpeg || jpeg->size() <= kMaxPhotoBytes) return jpeg;
    }
  }
  return Fail(ErrorKind::kUnavailable, "the frame does not become small enough");
}

}  // namespace studio

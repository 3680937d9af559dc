#include "media/gst_objects.h"

#include <cassert>

namespace studio {

bool GstReady() {
  static const bool ready = gst_init_check(nullptr, nullptr, nullptr) != FALSE;
  return ready;
}

Result<ElementPtr> MakePipeline(const std::string& description) {
  if (!GstReady()) return Fail(ErrorKind::kUnsupported, "GStreamer does not start");
  GError* error = nullptr;
  GstElement* made =
      gst_parse_launch_full(description.c_str(), nullptr, GST_PARSE_FLAG_FATAL_ERRORS, &error);
  if (made != nullptr) gst_object_ref_sink(made);
  ElementPtr pipeline(made);
  if (error == nullptr) return pipeline;
  const std::string why = error->message;
  g_error_free(error);
  return Fail(ErrorKind::kUnsupported, why);
}

ElementPtr PartOf(GstElement* pipeline, const char* name) {
  GstElement* part = gst_bin_get_by_name(GST_BIN(pipeline), name);
  assert(part != nullptr);
  return ElementPtr(part);
}

void StopPipeline(GstElement* pipeline) { gst_element_set_state(pipeline, GST_STATE_NULL); }

}  // namespace studio

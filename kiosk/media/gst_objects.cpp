#include "media/gst_objects.h"

#include <cassert>
#include <mutex>
#include <utility>

#include "shared/base/private_memory.h"

namespace studio {
namespace {

// The lock says to whoever looks for races what GStreamer's own locks do: written before it is
// read.
struct Watching {
  std::mutex mutex;
  std::function<void(GstMessage&)> told;
};

bool IsLeaving(GstMessage* message) {
  if (GST_MESSAGE_TYPE(message) != GST_MESSAGE_STREAM_STATUS) return false;
  GstStreamStatusType status{};
  gst_message_parse_stream_status(message, &status, nullptr);
  return status == GST_STREAM_STATUS_TYPE_LEAVE;
}

GstBusSyncReply OnMessage(GstBus*, GstMessage* message, gpointer given) {
  auto& watching = *static_cast<Watching*>(given);
  { const std::lock_guard lock(watching.mutex); }
  watching.told(*message);
  const bool leaving = IsLeaving(message);
  gst_message_unref(message);
  if (leaving) WipeStackBelow();
  return GST_BUS_DROP;
}

void EndWatching(gpointer given) {
  auto* const watching = static_cast<Watching*>(given);
  { const std::lock_guard lock(watching->mutex); }
  delete watching;
}

}  // namespace

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

void WatchMessages(GstElement* pipeline, std::function<void(GstMessage&)> told) {
  auto* const watching = new Watching;
  {
    const std::lock_guard lock(watching->mutex);
    watching->told = std::move(told);
  }
  GstBus* const bus = gst_element_get_bus(pipeline);
  gst_bus_set_sync_handler(bus, &OnMessage, watching, &EndWatching);
  gst_object_unref(bus);
}

void StopPipeline(GstElement* pipeline) { gst_element_set_state(pipeline, GST_STATE_NULL); }

}  // namespace studio

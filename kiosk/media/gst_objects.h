// GStreamer's objects, held so that they are let go. Any thread.
#pragma once

#include <gst/gst.h>

#include <functional>
#include <memory>
#include <string>

#include "shared/base/result.h"

namespace studio {

struct GstUnref {
  void operator()(gpointer object) const { gst_object_unref(object); }
  void operator()(GstSample* sample) const { gst_sample_unref(sample); }
  void operator()(GstCaps* caps) const { gst_caps_unref(caps); }
};
using ElementPtr = std::unique_ptr<GstElement, GstUnref>;
using SamplePtr = std::unique_ptr<GstSample, GstUnref>;
using CapsPtr = std::unique_ptr<GstCaps, GstUnref>;

// Starts GStreamer with the first call, which may take a second. False: it cannot be used.
bool GstReady();
// A pipeline as gst-launch would write it; starts GStreamer. kUnsupported: an element is missing.
Result<ElementPtr> MakePipeline(const std::string& description);
// The part of a pipeline with that name, which must be there.
ElementPtr PartOf(GstElement* pipeline, const char* name);
// `told` hears of every message, on the thread that sends it, as long as the pipeline is there.
// A thread of the pipeline that leaves overwrites its stack: coders leave there what they made
// last.
void WatchMessages(GstElement* pipeline, std::function<void(GstMessage&)> told);
// Stops it and waits until none of its threads runs any more.
void StopPipeline(GstElement* pipeline);

}  // namespace studio

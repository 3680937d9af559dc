// Reads codes in camera frames on a thread of its own: always the newest frame, never a backlog.
// Sleeps while nothing is offered.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "media/code_scan.h"
#include "media/gst_objects.h"

namespace studio {

struct CodesSeen {
  int watch = 0;                   // as offered
  std::vector<std::string> texts;  // of the codes in the frame; may be empty
  bool dark = false;               // before the camera, since the watch began
};

class CodeReader {
 public:
  // `tell` is called on the reader's thread, for frames with codes and when darkness turns.
  explicit CodeReader(std::function<void(CodesSeen)> tell);
  ~CodeReader();
  CodeReader(const CodeReader&) = delete;
  CodeReader& operator=(const CodeReader&) = delete;

  // Any thread. Takes the place of a frame that was not looked at yet.
  void Offer(SamplePtr frame, int watch);
  // A frame that waits is let go.
  void Forget();

 private:
  void Run();
  void Look(GstSample* frame, int watch);

  std::function<void(CodesSeen)> tell_;
  CodeScan scan_;  // reader's thread, as the next two
  Darkness darkness_;
  int watch_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  SamplePtr waiting_;  // guarded by mutex_, as the next two
  int waiting_watch_ = 0;
  bool closing_ = false;
  std::thread thread_;  // last: runs what uses the rest
};

}  // namespace studio

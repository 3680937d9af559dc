// What the media tests stand on: the main thread's queue run by the test, attachments in a folder,
// pictures and videos made by GStreamer.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>

#include "../support/temp_folder.h"
#include "app/base/main_queue.h"
#include "fake_attachment_files.h"

namespace studio {

// Runs a pipeline to its end.
void RunToEnd(const std::string& description);
// "red", "snow" (noise), "smpte", … as videotestsrc names them; PNG or JPEG by the path's ending.
void MakePicture(const std::filesystem::path& path, const std::string& pattern, int width,
                 int height);

class MediaRig {
 public:
  MediaRig();
  ~MediaRig() { queue.SetWake({}); }

  // Runs what reaches the main thread until it holds; false after the deadline.
  bool WaitUntil(const std::function<bool()>& holds,
                 std::chrono::seconds deadline = std::chrono::seconds(60));

  TempFolder folder;
  TempFolder attachments;
  FakeAttachmentFiles files{attachments.path()};
  MainQueue queue;

 private:
  std::mutex mutex_;
  std::condition_variable woken_;
  bool wake_ = false;
};

}  // namespace studio

// Photos kept on this terminal, opened and decoded by the worker. Nothing of one stays here. Main
// thread.
#pragma once

#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "app/saying/attachment_files.h"
#include "app/saying/kept_photos.h"

namespace studio {

class KeptPhotoFiles : public KeptPhotos {
 public:
  // Outlive the worker's jobs.
  KeptPhotoFiles(AttachmentFiles& files, Executor& worker, MainQueue& queue)
      : files_(files), worker_(worker), queue_(queue) {}
  void Open(const AttachmentRef& ref, std::function<void(Result<PicturePtr>)> done) override;

 private:
  AttachmentFiles& files_;
  Executor& worker_;
  MainQueue& queue_;
};

}  // namespace studio

#include "media/picture_codes.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "media/camera_run.h"
#include "media/grey_frame.h"

namespace studio {
namespace {

constexpr std::chrono::seconds kFirstFrameWait{20};
constexpr int kLooks = 8;  // each of the ways of looking, and the hard look

// The first frame, or that there will be none.
class FirstFrame {
 public:
  void Take(SamplePtr frame) {
    std::lock_guard lock(mutex_);
    if (!frame_) frame_ = std::move(frame);
    ended_ = true;
    changed_.notify_one();
  }
  SamplePtr Wait() {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, kFirstFrameWait, [this] { return ended_; });
    return std::move(frame_);
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  SamplePtr frame_;  // guarded by mutex_, as the next
  bool ended_ = false;
};

}  // namespace

Result<std::vector<std::string>> CodesInPicture(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error))
    return Fail(ErrorKind::kNotFound, "there is no file " + file.string());
  FirstFrame first;
  CameraRun::Listener listener;
  listener.on_frame = [&](SamplePtr frame) { first.Take(std::move(frame)); };
  listener.on_lost = [&] { first.Take(nullptr); };
  listener.on_end = listener.on_lost;
  const auto run = CameraRun::Open({CameraSource::Kind::kFile, file.string()}, listener);
  if (!run && run.error().kind != ErrorKind::kUnavailable) return tl::unexpected(run.error());
  const SamplePtr frame = run ? first.Wait() : nullptr;
  if (!frame) return Fail(ErrorKind::kMalformed, file.string() + " is no picture that can be read");
  const GreyFrame grey(frame.get());
  std::vector<std::string> codes;
  CodeScan scan;
  for (int look = 0; grey.picture() && look < kLooks; ++look) {
    for (std::string& text : scan.Read(*grey.picture())) {
      if (std::find(codes.begin(), codes.end(), text) == codes.end())
        codes.push_back(std::move(text));
    }
  }
  return codes;
}

}  // namespace studio

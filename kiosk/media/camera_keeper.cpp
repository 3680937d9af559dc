#include "media/camera_keeper.h"

#include <filesystem>

namespace studio {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kLook{500};        // at the camera, and at its file
constexpr milliseconds kRetry{2000};      // to open it again
constexpr milliseconds kOpening{20'000};  // until the first frame, on a machine that is busy
constexpr milliseconds kSilence{4000};    // without a frame: it is gone, though it does not say so

}  // namespace

void CameraKeeper::SetSource(CameraSource source) {
  source_ = std::move(source);
  finding_ = CameraFinding();
  if (watch_) Open();
}

void CameraKeeper::Watch(int watch) {
  watch_ = watch;
  frames_before_ = frames_;
  told_.reset();
  Open();
  Tick(++ticking_);
}

void CameraKeeper::Unwatch() {
  watch_.reset();
  run_.reset();
  ++runs_;
  ++ticking_;
}

void CameraKeeper::Open() {
  run_.reset();
  const int number = ++runs_;
  frames_at_open_ = frames_;
  CameraSource now = source_;
  if (now.kind == CameraSource::Kind::kDevice) now.path = finding_.Node(source_.path);
  open_path_ = now.path;
  if (now.kind == CameraSource::Kind::kNone || Gone()) return Lose();
  CameraRun::Listener listener;
  listener.on_frame = [this, number, first = true](SamplePtr frame) mutable {
    ++frames_;
    if (std::exchange(first, false)) thread_.Post([this, number] { OnFirstFrame(number); });
    listener_.on_frame(std::move(frame));
  };
  const auto if_current = [this, number](auto what) {
    return [this, number, what] {
      thread_.Post([this, number, what] {
        if (number == runs_ && run_) what();
      });
    };
  };
  listener.on_lost = if_current([this] { Lose(); });
  listener.on_end = if_current([this] { run_->Rewind(); });
  auto run = CameraRun::Open(now, std::move(listener));
  if (!run) {
    if (run.error().kind == ErrorKind::kUnsupported) unusable_ = true;
    return Lose();
  }
  run_ = std::move(*run);
  alive_at_ = steady_clock::now();
}

void CameraKeeper::Lose() {
  run_.reset();
  retry_at_ = steady_clock::now() + kRetry;
  Tell(Seen() ? MediaTrouble::kLost : MediaTrouble::kAbsent);
}

void CameraKeeper::OnFirstFrame(int run) {
  if (run == runs_) Tell(std::nullopt);
}

void CameraKeeper::Tell(std::optional<MediaTrouble> trouble) {
  if (!watch_ || trouble == told_) return;
  told_ = trouble;
  listener_.on_trouble(*watch_, trouble);
}

void CameraKeeper::Tick(int ticking) {
  if (ticking != ticking_) return;
  const auto now = steady_clock::now();
  if (frames_ != alive_frames_) {
    alive_frames_ = frames_;
    alive_at_ = now;
  }
  const milliseconds patience = frames_ == frames_at_open_ ? kOpening : kSilence;
  if (run_ && (Gone() || now - alive_at_ > patience)) {
    Lose();
  } else if (!run_ && now >= retry_at_) {
    Open();
  }
  thread_.PostAfter(kLook, [this, ticking] { Tick(ticking); });
}

// A file and a device node disappear without a word from GStreamer, at least not at once.
bool CameraKeeper::Gone() const {
  std::error_code error;
  return !std::filesystem::exists(open_path_, error);
}

}  // namespace studio

#include "media/camera_pipeline.h"

#include <filesystem>
#include <utility>

#include "media/photo_jpeg.h"

namespace studio {

CameraPipeline::CameraPipeline(CameraSource source, MainQueue& queue, AttachmentFiles& files)
    : queue_(queue),
      files_(files),
      source_(source),
      keeper_(thread_, {[this](SamplePtr frame) { OnFrame(std::move(frame)); },
                        [this](int watch, auto trouble) { OnTrouble(watch, trouble); }}) {
  thread_.Post([this, source = std::move(source)] { keeper_.SetSource(source); });
}

CameraPipeline::~CameraPipeline() {
  alive_.reset();
  thread_.Post([this] { keeper_.Unwatch(); });
}

bool CameraPipeline::Present() const {
  if (source_.kind == CameraSource::Kind::kNone || keeper_.Unusable()) return false;
  std::error_code error;
  return std::filesystem::exists(source_.path, error);
}

void CameraPipeline::Watch(Listener listener) {
  listener_ = std::move(listener);
  const int watch = ++watch_;
  dark_ = false;
  {
    std::lock_guard lock(mutex_);
    newest_ = {};
    newest_.watched = true;
    newest_.width = std::min(listener_.width, 1280);
    newest_.height = std::min(listener_.height, 720);
    newest_.codes_for = listener_.on_codes ? watch : 0;
  }
  thread_.Post([this, watch] { keeper_.Watch(watch); });
}

void CameraPipeline::Unwatch() {
  listener_ = {};
  ++watch_;
  {
    std::lock_guard lock(mutex_);
    newest_ = {};
    seen_codes_.reset();
  }
  reader_.Forget();
  thread_.Post([this] { keeper_.Unwatch(); });
}

void CameraPipeline::SetSource(CameraSource source) {
  source_ = source;
  thread_.Post([this, source = std::move(source)] { keeper_.SetSource(source); });
}

void CameraPipeline::OnFrame(SamplePtr frame) {
  int width = 0, height = 0;
  {
    std::lock_guard lock(mutex_);
    if (!newest_.watched) return;
    newest_.frame.reset(gst_sample_ref(frame.get()));
    if (newest_.codes_for != 0)
      reader_.Offer(SamplePtr(gst_sample_ref(frame.get())), newest_.codes_for);
    if (newest_.preview) return;  // the screen has not shown the last one yet
    width = newest_.width;
    height = newest_.height;
  }
  std::lock_guard preview_lock(preview_mutex_);
  PicturePtr picture = preview_.Of(frame.get(), width, height);
  {
    std::lock_guard lock(mutex_);
    if (!newest_.watched || !picture) return;
    newest_.preview = std::move(picture);
  }
  PostMain([this] { Deliver(); });
}

void CameraPipeline::Deliver() {
  PicturePtr picture;
  {
    std::lock_guard lock(mutex_);
    picture = std::move(newest_.preview);
  }
  if (picture && listener_.on_frame) listener_.on_frame(std::move(picture));
}

void CameraPipeline::OnCodes(CodesSeen seen) {
  {
    std::lock_guard lock(mutex_);
    if (seen.watch != newest_.codes_for) return;
    if (std::exchange(seen_codes_, std::move(seen))) return;  // the main thread is on its way
  }
  PostMain([this] { DeliverCodes(); });
}

void CameraPipeline::DeliverCodes() {
  std::optional<CodesSeen> seen;
  {
    std::lock_guard lock(mutex_);
    seen = std::exchange(seen_codes_, std::nullopt);
  }
  if (!seen || seen->watch != watch_) return;
  // Either callback may end the watch, and with it the callbacks.
  const Listener listener = listener_;
  if (std::exchange(dark_, seen->dark) != seen->dark && listener.on_dark)
    listener.on_dark(seen->dark);
  if (!seen->texts.empty() && listener.on_codes && seen->watch == watch_)
    listener.on_codes(std::move(seen->texts));
}

void CameraPipeline::OnTrouble(int watch, std::optional<MediaTrouble> trouble) {
  if (trouble) {
    std::lock_guard lock(mutex_);
    newest_.frame.reset();
  }
  PostMain([this, watch, trouble] {
    if (watch == watch_ && listener_.on_trouble) listener_.on_trouble(trouble);
  });
}

void CameraPipeline::TakePhoto(std::function<void(Result<Photo>)> done) {
  thread_.Post([this, done = std::move(done)] {
    auto photo = std::make_shared<Result<Photo>>(MakePhoto());
    queue_.Post([done, photo] { done(std::move(*photo)); });
  });
}

Result<Photo> CameraPipeline::MakePhoto() {
  SamplePtr frame;
  int width = 0, height = 0;
  {
    std::lock_guard lock(mutex_);
    if (newest_.frame) frame.reset(gst_sample_ref(newest_.frame.get()));
    width = newest_.width;
    height = newest_.height;
  }
  if (!frame) return Fail(ErrorKind::kUnavailable, "the camera shows nothing");
  const auto jpeg = PhotoJpeg(frame.get());
  if (!jpeg) return tl::unexpected(jpeg.error());
  auto file = files_.Begin();
  if (!file) return tl::unexpected(file.error());
  if (auto added = (*file)->Add(*jpeg); !added) return tl::unexpected(added.error());
  auto kept = (*file)->Keep("image/jpeg", 0);
  if (!kept) return tl::unexpected(kept.error());
  return Photo{std::move(*kept), for_photo_.Of(frame.get(), width, height)};
}

void CameraPipeline::PostMain(std::function<void()> job) {
  queue_.Post([alive = still_alive_, job = std::move(job)] {
    if (alive.lock()) job();
  });
}

}  // namespace studio

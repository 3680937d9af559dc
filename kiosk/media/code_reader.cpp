#include "media/code_reader.h"

#include <pthread.h>

#include <utility>

#include "media/grey_frame.h"
#include "shared/base/private_memory.h"

namespace studio {

CodeReader::CodeReader(std::function<void(CodesSeen)> tell)
    : tell_(std::move(tell)), thread_([this] { Run(); }) {
  pthread_setname_np(thread_.native_handle(), "codes");
}

CodeReader::~CodeReader() {
  {
    std::lock_guard lock(mutex_);
    closing_ = true;
    changed_.notify_one();
  }
  thread_.join();
}

void CodeReader::Offer(SamplePtr frame, int watch) {
  std::lock_guard lock(mutex_);
  waiting_ = std::move(frame);
  waiting_watch_ = watch;
  changed_.notify_one();
}

void CodeReader::Forget() {
  std::lock_guard lock(mutex_);
  waiting_.reset();
}

void CodeReader::Run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return closing_ || waiting_; });
    if (closing_) return;
    SamplePtr frame = std::move(waiting_);
    const int watch = waiting_watch_;
    lock.unlock();
    Look(frame.get(), watch);
    frame.reset();
    WipeStackBelow();  // of a card's secret
    lock.lock();
  }
}

void CodeReader::Look(GstSample* frame, int watch) {
  const GreyFrame grey(frame);
  if (!grey.picture()) return;
  if (std::exchange(watch_, watch) != watch) darkness_ = {};
  const bool turned = darkness_.See(MeanLight(*grey.picture()));
  CodesSeen seen{watch, scan_.Read(*grey.picture()), darkness_.dark()};
  if (turned || !seen.texts.empty()) tell_(std::move(seen));
}

}  // namespace studio

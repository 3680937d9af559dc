#include "media/voice_pipeline.h"

#include <algorithm>
#include <utility>

#include "media/sound_devices.h"

namespace studio {
namespace {

using std::chrono::milliseconds;

// For what was said last to reach the disk, which may stand still for seconds.
constexpr milliseconds kDrain{15'000};
constexpr milliseconds kVoiceSilence{3000};  // without any sound, not even a quiet one: it is gone
constexpr milliseconds kPlayingTick{200};

}  // namespace

VoicePipeline::VoicePipeline(MicrophoneSource source, MainQueue& queue, AttachmentFiles& files)
    : source_(source), queue_(queue), files_(files) {}

VoicePipeline::~VoicePipeline() {
  alive_.reset();
  thread_.Post([this] { EndAll(); });
}

bool VoicePipeline::Present() const {
  if (unusable_ || source_.kind == MicrophoneSource::Kind::kNone) return false;
  return source_.kind == MicrophoneSource::Kind::kTest || HasSoundDevice(SoundWay::kIn);
}

void VoicePipeline::Record(Listener listener) {
  listener_ = std::move(listener);
  const int turn = ++turn_;
  thread_.Post([this, turn] { StartTaking(turn); });
}

void VoicePipeline::Play(AttachmentPtr recorded, Listener listener) {
  listener_ = std::move(listener);
  const int turn = ++turn_;
  thread_.Post([this, turn, recorded = std::move(recorded)] { StartPlaying(turn, recorded); });
}

void VoicePipeline::Stop() {
  thread_.Post([this] { StopNow(); });
}

void VoicePipeline::Forget() {
  ++turn_;
  listener_ = {};
  thread_.Post([this] { EndAll(); });
}

void VoicePipeline::EndAll() {
  now_ = 0;
  taking_.reset();
  playing_.reset();
}

std::function<void()> VoicePipeline::IfCurrent(int turn, std::function<void()> job) {
  return [this, turn, job = std::move(job)] {
    thread_.Post([this, turn, job] {
      if (turn == now_) job();
    });
  };
}

void VoicePipeline::StartTaking(int turn) {
  EndAll();
  now_ = turn;
  {
    std::lock_guard lock(mutex_);
    level_ = {};
  }
  if (source_.kind == MicrophoneSource::Kind::kNone)
    return TellRecorded(turn, {nullptr, MediaTrouble::kAbsent});
  auto file = files_.Begin();
  if (!file) return TellRecorded(turn, {nullptr, MediaTrouble::kCannotSave});
  auto taking = VoiceTaking::Start(source_, std::move(*file), TakingListener(turn));
  if (!taking) {
    if (taking.error().kind == ErrorKind::kUnsupported) unusable_ = true;
    return TellRecorded(turn, {nullptr, MediaTrouble::kAbsent});
  }
  taking_ = std::move(*taking);
  thread_.PostAfter(kVoiceSilence, [this, turn] { WatchSound(turn, 0); });
}

VoiceTaking::Listener VoicePipeline::TakingListener(int turn) {
  VoiceTaking::Listener listener;
  listener.on_level = [this, turn](float level, std::int64_t elapsed_ms) {
    OnLevel(turn, level, elapsed_ms);
  };
  listener.on_full = listener.on_lost = IfCurrent(turn, [this] { StopNow(); });
  listener.on_done = IfCurrent(turn, [this] { FinishTaking(); });
  return listener;
}

void VoicePipeline::StopNow() {
  if (playing_) return FinishPlaying(false);
  if (!taking_) return;
  taking_->Stop();
  thread_.PostAfter(kDrain, IfCurrent(now_, [this] { FinishTaking(); }));
}

void VoicePipeline::FinishTaking() {
  if (!taking_) return;
  VoiceTaking::Taken taken = taking_->Finish();
  const int turn = now_;
  EndAll();
  TellRecorded(turn, std::move(taken));
}

void VoicePipeline::WatchSound(int turn, std::int64_t heard_ms) {
  if (turn != now_ || !taking_ || taking_->stopped()) return;
  const std::int64_t elapsed = taking_->elapsed_ms();
  if (elapsed == heard_ms) {
    taking_->GiveUp();
    return FinishTaking();
  }
  thread_.PostAfter(kVoiceSilence, [this, turn, elapsed] { WatchSound(turn, elapsed); });
}

void VoicePipeline::TellRecorded(int turn, VoiceTaking::Taken taken) {
  PostMain(turn, [taken = std::move(taken)](const Listener& listener) {
    if (listener.on_recorded) listener.on_recorded(taken.recorded, taken.trouble);
  });
}

void VoicePipeline::OnLevel(int turn, float level, std::int64_t elapsed_ms) {
  {
    std::lock_guard lock(mutex_);
    level_.level = level_.posted ? std::max(level_.level, level) : level;
    level_.elapsed_ms = elapsed_ms;
    if (std::exchange(level_.posted, true)) return;
  }
  PostMain(turn, [this](const Listener& listener) {
    std::unique_lock lock(mutex_);
    const auto newest = level_;
    level_.posted = false;
    lock.unlock();
    if (listener.on_level) listener.on_level(newest.level, newest.elapsed_ms);
  });
}

void VoicePipeline::StartPlaying(int turn, const AttachmentPtr& recorded) {
  EndAll();
  now_ = turn;
  playing_length_ms_ = recorded->ref().length_ms;
  const auto ogg = files_.Read(recorded->ref());
  if (!ogg) return FinishPlaying(false, MediaTrouble::kLost);
  auto playing = SoundPlaying::Ogg(SinkBeside(source_), *ogg, [this, turn](bool whole) {
    IfCurrent(turn, [this, whole] { FinishPlaying(whole); })();
  });
  if (!playing) return FinishPlaying(false, MediaTrouble::kAbsent);
  playing_ = std::move(*playing);
  WatchPlaying(turn);
}

void VoicePipeline::WatchPlaying(int turn) {
  if (turn != now_ || !playing_) return;
  if (const std::int64_t at = playing_->PositionMs(); at > 0) {
    PostMain(turn, [at](const Listener& listener) {
      if (listener.on_playing) listener.on_playing(at);
    });
  }
  thread_.PostAfter(kPlayingTick, [this, turn] { WatchPlaying(turn); });
}

void VoicePipeline::FinishPlaying(bool whole, std::optional<MediaTrouble> trouble) {
  const int turn = now_;
  EndAll();
  PostMain(turn, [whole, trouble, length = playing_length_ms_](const Listener& listener) {
    if (whole && listener.on_playing) listener.on_playing(length);
    if (listener.on_played) listener.on_played(trouble);
  });
}

void VoicePipeline::PostMain(int turn, std::function<void(const Listener&)> job) {
  queue_.Post([this, turn, alive = still_alive_, job = std::move(job)] {
    if (!alive.lock() || turn != turn_) return;
    const Listener listener = listener_;  // what it does may replace it
    job(listener);
  });
}

}  // namespace studio

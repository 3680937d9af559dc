// The voice recorder, by GStreamer. Called on the main thread; pipelines are opened and closed on a
// thread of its own, sound passes on GStreamer's.
#pragma once

#include <memory>
#include <mutex>

#include "app/base/main_queue.h"
#include "app/saying/attachment_files.h"
#include "app/saying/voice_recorder.h"
#include "media/media_sources.h"
#include "media/media_thread.h"
#include "media/sound_playing.h"
#include "media/voice_taking.h"

namespace studio {

class VoicePipeline : public VoiceRecorder {
 public:
  // Both outlive it.
  VoicePipeline(MicrophoneSource source, MainQueue& queue, AttachmentFiles& files);
  ~VoicePipeline() override;  // waits until everything is closed; nothing is kept

  // True for `default` where the machine has something to record by.
  bool Present() const override;
  void Record(Listener listener) override;
  void Play(AttachmentPtr recorded, Listener listener) override;
  void Stop() override;
  void Forget() override;

 private:
  // Media thread. Word of a turn that is over is not heeded.
  void StartTaking(int turn);
  void StartPlaying(int turn, const AttachmentPtr& recorded);
  void StopNow();
  void FinishTaking();
  void FinishPlaying(bool whole, std::optional<MediaTrouble> trouble = std::nullopt);
  void EndAll();
  void WatchSound(int turn, std::int64_t heard_ms);
  void WatchPlaying(int turn);
  VoiceTaking::Listener TakingListener(int turn);
  std::function<void()> IfCurrent(int turn, std::function<void()> job);
  void TellRecorded(int turn, VoiceTaking::Taken taken);

  // GStreamer's threads.
  void OnLevel(int turn, float level, std::int64_t elapsed_ms);

  // A job for the main thread, dropped where the turn is over by then.
  void PostMain(int turn, std::function<void(const Listener&)> job);

  const MicrophoneSource source_;
  MainQueue& queue_;
  AttachmentFiles& files_;

  Listener listener_;  // main thread, as the next
  int turn_ = 0;

  std::mutex mutex_;
  struct Level {
    float level = 0;
    std::int64_t elapsed_ms = 0;
    bool posted = false;
  };
  Level level_;  // guarded by mutex_; the newest only

  std::atomic<bool> unusable_ = false;
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);
  std::weak_ptr<int> still_alive_ = alive_;

  // Media thread.
  int now_ = 0;  // the turn that runs
  std::unique_ptr<VoiceTaking> taking_;
  std::unique_ptr<SoundPlaying> playing_;
  std::int64_t playing_length_ms_ = 0;

  MediaThread thread_{"voice"};  // last: nothing runs on it any more when the rest goes
};

}  // namespace studio

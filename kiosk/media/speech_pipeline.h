// Reads aloud, by GStreamer: what somebody has recorded of a sentence, else the synthesizer of
// espeak-ng. Called on the main thread; sounds are begun and ended on a thread of its own.
#pragma once

#include <atomic>
#include <memory>

#include "app/base/main_queue.h"
#include "app/saying/speaker.h"
#include "media/media_sources.h"
#include "media/media_thread.h"
#include "media/sentence_shelf.h"
#include "media/sound_playing.h"

namespace studio {

class SpeechPipeline : public Speaker {
 public:
  // Both outlive it.
  SpeechPipeline(SpeechSink sink, const SentenceShelf& shelf, MainQueue& queue);
  ~SpeechPipeline() override;  // waits until everything is closed

  bool Present() const override;
  void Say(std::string sentence, std::function<void(bool said)> on_end) override;
  void Hush() override;

 private:
  // Media thread.
  void LookForDevice();
  void Start(int turn, const std::string& sentence);
  void Finish(int turn, bool said);
  Result<std::unique_ptr<SoundPlaying>> Begin(int turn, const std::string& sentence);
  void Note(const std::string& sentence, const char* by);

  const SpeechSink sink_;
  const SentenceShelf& shelf_;
  MainQueue& queue_;

  std::function<void(bool)> on_end_;  // main thread, as the next
  int turn_ = 0;

  std::atomic<bool> audible_ = false, unusable_ = false;
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);
  std::weak_ptr<int> still_alive_ = alive_;

  // Media thread.
  int now_ = 0;     // the turn that runs
  int sounds_ = 0;  // begun
  std::unique_ptr<SoundPlaying> playing_;

  MediaThread thread_{"speech"};  // last: nothing runs on it any more when the rest goes
};

}  // namespace studio

#include "media/speech_pipeline.h"

#include <fstream>
#include <utility>

#include "app/saying/spoken_form.h"
#include "media/sound_devices.h"

namespace studio {
namespace {

constexpr std::chrono::seconds kLongest{60};  // of a sentence; one that takes longer is given up
constexpr std::chrono::seconds kBetween{10};  // two looks for something to be heard by

}  // namespace

SpeechPipeline::SpeechPipeline(SpeechSink sink, const SentenceShelf& shelf, MainQueue& queue)
    : sink_(std::move(sink)), shelf_(shelf), queue_(queue) {
  if (sink_.kind == SpeechSink::Kind::kDefault) thread_.Post([this] { LookForDevice(); });
}

SpeechPipeline::~SpeechPipeline() {
  alive_.reset();
  thread_.Post([this] { playing_.reset(); });
}

bool SpeechPipeline::Present() const {
  if (unusable_ || sink_.kind == SpeechSink::Kind::kNone) return false;
  return sink_.kind == SpeechSink::Kind::kFolder || audible_;
}

// Loudspeakers are plugged in and out.
void SpeechPipeline::LookForDevice() {
  audible_ = HasSoundDevice(SoundWay::kOut);
  thread_.PostAfter(kBetween, [this] { LookForDevice(); });
}

void SpeechPipeline::Say(std::string sentence, std::function<void(bool said)> on_end) {
  on_end_ = std::move(on_end);
  const int turn = ++turn_;
  thread_.Post([this, turn, sentence = std::move(sentence)] { Start(turn, sentence); });
}

void SpeechPipeline::Hush() {
  ++turn_;
  on_end_ = {};
  thread_.Post([this] {
    now_ = 0;
    playing_.reset();
  });
}

void SpeechPipeline::Start(int turn, const std::string& sentence) {
  now_ = turn;
  playing_.reset();
  auto playing = Begin(turn, sentence);
  if (!playing) {
    if (playing.error().kind == ErrorKind::kUnsupported) unusable_ = true;
    return Finish(turn, false);
  }
  playing_ = std::move(*playing);
  thread_.PostAfter(kLongest, [this, turn] { Finish(turn, false); });
}

Result<std::unique_ptr<SoundPlaying>> SpeechPipeline::Begin(int turn, const std::string& sentence) {
  const SoundSink sink = SinkOf(sink_, ++sounds_);
  const auto on_end = [this, turn](bool whole) {
    thread_.Post([this, turn, whole] { Finish(turn, whole); });
  };
  const auto recorded = shelf_.Find(sentence);
  Note(sentence, recorded ? "recording" : "voice");
  if (recorded) return SoundPlaying::Ogg(sink, *recorded, on_end);
  return SoundPlaying::Said(sink, SpokenForm(sentence), on_end);
}

void SpeechPipeline::Finish(int turn, bool said) {
  if (turn != now_) return;
  now_ = 0;
  playing_.reset();
  queue_.Post([this, turn, said, alive = still_alive_] {
    if (!alive.lock() || turn != turn_) return;
    if (const auto on_end = std::exchange(on_end_, {})) on_end(said);
  });
}

// Beside the sounds that go into a folder stands what they say.
void SpeechPipeline::Note(const std::string& sentence, const char* by) {
  if (sink_.kind != SpeechSink::Kind::kFolder) return;
  std::ofstream(sink_.folder / "spoken.tsv", std::ios::app)
      << sounds_ << '\t' << by << '\t' << sentence << '\n';
}

}  // namespace studio

// A message that somebody speaks: recorded, listened to, spoken again or thrown away. Owned by the
// screen beside the flow that the message is for, so that leaving the screen ends it. Main thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "app/saying/voice_recorder.h"

namespace studio {

enum class VoiceStep { kIdle, kRecording, kSaving, kRecorded, kPlaying };

// What went wrong last; cleared by the next thing that is done.
enum class VoiceProblem {
  kAbsent,     // no microphone
  kLost,       // it stopped before anything worth keeping was said
  kLostKept,   // it stopped; what was said before is kept
  kTooShort,   // less than a second
  kSilent,     // not a sound in all of it: nothing is kept
  kFull,       // three minutes are over; everything said is kept
  kNotSaved,   // the disk takes no more
  kNotPlayed,  // nothing to hear it by
  kGone,       // what was recorded before is not here any more, or damaged
  kNoRoom,     // the disk has no room for a new one
};

class VoiceNote {
 public:
  static constexpr std::int64_t kSilentMs = 1500;
  // `recorder` may be null: there is no way to speak here. `keep` is told every change of what is
  // recorded; null: nothing, or nothing any more.
  VoiceNote(VoiceRecorder* recorder, std::function<void(AttachmentPtr)> keep);
  ~VoiceNote();  // whatever runs ends untold
  VoiceNote(const VoiceNote&) = delete;
  VoiceNote& operator=(const VoiceNote&) = delete;

  bool Available() const { return recorder_ != nullptr && recorder_->Present(); }
  // Whether the disk has room for a new message; what runs or is recorded goes on.
  void UseRoom(bool room) { room_ = room; }
  bool has_room() const { return room_; }
  VoiceStep step() const { return step_; }
  // Speaking or listening: nobody is asked whether they are still there.
  bool Busy() const { return step_ != VoiceStep::kIdle && step_ != VoiceStep::kRecorded; }
  std::optional<VoiceProblem> problem() const { return problem_; }
  const AttachmentPtr& recorded() const { return recorded_; }
  std::int64_t length_ms() const { return recorded_ ? recorded_->ref().length_ms : 0; }
  // Of what is being recorded or played.
  std::int64_t elapsed_ms() const { return elapsed_ms_; }
  std::int64_t left_ms() const;           // until kVoiceLimitMs
  float level() const { return level_; }  // 0 to 1, while recording
  // Recording for kSilentMs, and nothing was heard: the microphone is muted, or too far away.
  bool Silent() const;

  // What was recorded before, to be heard again: nobody is told of it.
  void Take(AttachmentPtr recorded);
  void Start();   // instead of what was recorded before
  void Listen();  // to what is recorded
  void Stop();    // done speaking or listening
  void Drop();    // throws away what is recorded

 private:
  void OnRecorded(AttachmentPtr recorded, std::optional<MediaTrouble> trouble);
  void OnPlayed(std::optional<MediaTrouble> trouble);
  void Keep(AttachmentPtr recorded);

  VoiceRecorder* recorder_;
  std::function<void(AttachmentPtr)> keep_;
  VoiceStep step_ = VoiceStep::kIdle;
  std::optional<VoiceProblem> problem_;
  AttachmentPtr recorded_;
  std::int64_t elapsed_ms_ = 0;
  float level_ = 0;
  bool sounded_ = false;  // something was heard while recording
  bool stopped_ = false;  // by whoever spoke or listened
  bool room_ = true;
  bool heard_ = false;  // something of it was played
};

}  // namespace studio

#include "app/saying/voice_note.h"

#include <algorithm>
#include <utility>

namespace studio {

VoiceNote::VoiceNote(VoiceRecorder* recorder, std::function<void(AttachmentPtr)> keep)
    : recorder_(recorder), keep_(std::move(keep)) {}

VoiceNote::~VoiceNote() {
  if (Busy()) recorder_->Forget();
}

std::int64_t VoiceNote::left_ms() const {
  return std::max<std::int64_t>(0, kVoiceLimitMs - elapsed_ms_);
}

bool VoiceNote::Silent() const {
  return step_ == VoiceStep::kRecording && !sounded_ && elapsed_ms_ >= kSilentMs;
}

void VoiceNote::Take(AttachmentPtr recorded) {
  if (Busy()) recorder_->Forget();
  problem_.reset();
  recorded_ = std::move(recorded);
  step_ = recorded_ ? VoiceStep::kRecorded : VoiceStep::kIdle;
}

void VoiceNote::Start() {
  problem_.reset();
  if (!Available()) {
    problem_ = VoiceProblem::kAbsent;
    return;
  }
  if (!room_) {
    problem_ = VoiceProblem::kNoRoom;
    return;
  }
  Keep(nullptr);
  step_ = VoiceStep::kRecording;
  elapsed_ms_ = 0;
  level_ = 0;
  stopped_ = sounded_ = false;
  VoiceRecorder::Listener listener;
  listener.on_level = [this](float level, std::int64_t elapsed_ms) {
    level_ = level;
    sounded_ |= level > 0;
    elapsed_ms_ = elapsed_ms;
  };
  listener.on_recorded = [this](AttachmentPtr recorded, std::optional<MediaTrouble> trouble) {
    OnRecorded(std::move(recorded), trouble);
  };
  recorder_->Record(std::move(listener));
}

void VoiceNote::Listen() {
  problem_.reset();
  if (!recorded_) return;
  if (recorder_ == nullptr) {
    problem_ = VoiceProblem::kNotPlayed;
    return;
  }
  step_ = VoiceStep::kPlaying;
  elapsed_ms_ = 0;
  stopped_ = heard_ = false;
  VoiceRecorder::Listener listener;
  listener.on_playing = [this](std::int64_t elapsed_ms) {
    elapsed_ms_ = elapsed_ms;
    heard_ = true;
  };
  listener.on_played = [this](std::optional<MediaTrouble> trouble) { OnPlayed(trouble); };
  recorder_->Play(recorded_, std::move(listener));
}

void VoiceNote::Stop() {
  if (step_ == VoiceStep::kRecording) {
    step_ = VoiceStep::kSaving;
  } else if (step_ != VoiceStep::kPlaying) {
    return;
  }
  stopped_ = true;
  recorder_->Stop();
}

void VoiceNote::Drop() {
  if (Busy()) recorder_->Forget();
  problem_.reset();
  step_ = VoiceStep::kIdle;
  Keep(nullptr);
}

void VoiceNote::OnRecorded(AttachmentPtr recorded, std::optional<MediaTrouble> trouble) {
  const bool silent = recorded && !sounded_ && elapsed_ms_ > 0;
  if (silent) recorded.reset();
  step_ = recorded ? VoiceStep::kRecorded : VoiceStep::kIdle;
  if (silent) {
    problem_ = VoiceProblem::kSilent;
  } else if (trouble == MediaTrouble::kAbsent) {
    problem_ = VoiceProblem::kAbsent;
  } else if (trouble == MediaTrouble::kCannotSave) {
    problem_ = VoiceProblem::kNotSaved;
  } else if (trouble == MediaTrouble::kLost) {
    problem_ = recorded ? VoiceProblem::kLostKept : VoiceProblem::kLost;
  } else if (!recorded) {
    problem_ = VoiceProblem::kTooShort;
  } else if (!stopped_ && recorded->ref().length_ms >= kVoiceLimitMs) {
    problem_ = VoiceProblem::kFull;
  }
  Keep(std::move(recorded));
}

void VoiceNote::OnPlayed(std::optional<MediaTrouble> trouble) {
  step_ = VoiceStep::kRecorded;
  if (trouble == MediaTrouble::kLost) {
    problem_ = VoiceProblem::kGone;
  } else if (!stopped_ && !heard_) {
    problem_ = VoiceProblem::kNotPlayed;
  }
}

void VoiceNote::Keep(AttachmentPtr recorded) {
  if (recorded == recorded_) return;
  recorded_ = std::move(recorded);
  keep_(recorded_);
}

}  // namespace studio

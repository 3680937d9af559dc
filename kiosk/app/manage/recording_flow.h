// 朗读录音: somebody of the place says the sentences that pages are read in, one after the other,
// and carries them to and from other terminals. Main thread.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/base/visit.h"
#include "app/manage/sentence_recordings.h"
#include "app/saying/speaker.h"
#include "app/saying/voice_note.h"

namespace studio {

struct SentenceRow {
  std::string text;
  bool recorded = false;
  bool listed = true;  // false: no page says it any more, and there is a recording
};

enum class SentencesShown { kMissing, kRecorded, kUnlisted };

class RecordingFlow {
 public:
  using Fill = std::function<std::string(const std::string&)>;
  // `own`: what this station says beside the program's own sentences. `fill` fills the places that
  // a station fills; a sentence with another place is said by no recording. `recorder` and
  // `speaker` may be null. All outlive the flow.
  RecordingFlow(SentenceRecordings& recordings, VoiceRecorder* recorder, Speaker* speaker,
                std::vector<std::string> own, Fill fill);

  bool there() const { return there_; }  // the sentences have been read
  std::vector<const SentenceRow*> Rows(SentencesShown shown) const;

  // One sentence.
  void Open(const std::string& text);
  const SentenceRow* current() const;  // null: none is open
  VoiceNote& note() { return note_; }
  const VoiceNote& note() const { return note_; }
  bool keeping() const { return keeping_; }
  bool failed() const { return failed_; }  // the last one could not be kept, or dropped
  void Keep();                             // what the note holds; then the next that has none
  void Skip();                             // to the next that has none, behind this one
  void Drop();                             // what was recorded of it
  void Listen();                           // to what was recorded of it
  void Close();

 private:
  void Look();
  void Take(KnownSentences known);
  std::size_t IndexOf(const std::string& text) const;
  void Changed(const Result<bool>& done, bool recorded);

  SentenceRecordings& recordings_;
  Speaker* speaker_;
  const std::vector<std::string> own_;
  const Fill fill_;
  std::vector<SentenceRow> rows_;
  std::optional<std::size_t> at_;
  bool there_ = false, keeping_ = false, failed_ = false;
  VoiceNote note_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio

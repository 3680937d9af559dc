#include "app/manage/recording_flow.h"

#include <algorithm>
#include <set>
#include <utility>

namespace studio {

RecordingFlow::RecordingFlow(SentenceRecordings& recordings, VoiceRecorder* recorder,
                             Speaker* speaker, std::vector<std::string> own, Fill fill)
    : recordings_(recordings),
      speaker_(speaker),
      own_(std::move(own)),
      fill_(std::move(fill)),
      note_(recorder, [](const AttachmentPtr& /*kept by the note*/) {}) {
  Look();
}

void RecordingFlow::Look() {
  recordings_.Look(
      visit_.Guard<KnownSentences>([this](KnownSentences known) { Take(std::move(known)); }));
}

void RecordingFlow::Take(KnownSentences known) {
  rows_.clear();
  std::set<std::string> recorded(known.recorded.begin(), known.recorded.end()), seen;
  const auto add = [&](const std::string& sentence) {
    std::string text = fill_(sentence);
    if (text.empty() || text.find('{') != text.npos || !seen.insert(text).second) return;
    const bool has = recorded.contains(text);
    rows_.push_back({std::move(text), has});
  };
  std::for_each(known.fixed.begin(), known.fixed.end(), add);
  std::for_each(own_.begin(), own_.end(), add);
  for (const std::string& text : recorded)
    if (!seen.contains(text)) rows_.push_back({text, true, false});
  there_ = true;
}

std::vector<const SentenceRow*> RecordingFlow::Rows(SentencesShown shown) const {
  std::vector<const SentenceRow*> out;
  for (const SentenceRow& row : rows_) {
    const SentencesShown kind = !row.listed    ? SentencesShown::kUnlisted
                                : row.recorded ? SentencesShown::kRecorded
                                               : SentencesShown::kMissing;
    if (kind == shown) out.push_back(&row);
  }
  return out;
}

std::size_t RecordingFlow::IndexOf(const std::string& text) const {
  const auto row = std::find_if(rows_.begin(), rows_.end(),
                                [&](const SentenceRow& one) { return one.text == text; });
  return static_cast<std::size_t>(row - rows_.begin());
}

void RecordingFlow::Open(const std::string& text) {
  Close();
  if (const std::size_t at = IndexOf(text); at < rows_.size()) at_ = at;
}

const SentenceRow* RecordingFlow::current() const { return at_ ? &rows_[*at_] : nullptr; }

void RecordingFlow::Keep() {
  if (!at_ || !note_.recorded() || keeping_) return;
  keeping_ = true;
  failed_ = false;
  recordings_.Keep(rows_[*at_].text, note_.recorded(),
                   visit_.Guard<Result<bool>>([this](auto done) {
                     Changed(done, true);
                     if (done) Skip();
                   }));
}

void RecordingFlow::Drop() {
  if (!at_ || keeping_) return;
  keeping_ = true;
  failed_ = false;
  recordings_.Drop(rows_[*at_].text,
                   visit_.Guard<Result<bool>>([this](auto done) { Changed(done, false); }));
}

void RecordingFlow::Changed(const Result<bool>& done, bool recorded) {
  keeping_ = false;
  failed_ = !done.has_value();
  if (done && at_) rows_[*at_].recorded = recorded;
}

void RecordingFlow::Skip() {
  const std::size_t from = at_ ? *at_ + 1 : 0;
  Close();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const std::size_t at = (from + i) % rows_.size();
    if (rows_[at].recorded || !rows_[at].listed) continue;
    at_ = at;
    return;
  }
}

void RecordingFlow::Listen() {
  if (at_ && speaker_ != nullptr) speaker_->Say(rows_[*at_].text, [](bool /*said*/) {});
}

void RecordingFlow::Close() {
  if (speaker_ != nullptr) speaker_->Hush();
  note_.Take(nullptr);
  at_.reset();
  failed_ = false;
}

}  // namespace studio

// The terminal's shelf of recordings, filled from the microphone, and by way of sticks to and from
// other terminals.
#pragma once

#include <filesystem>

#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "app/manage/sentence_recordings.h"
#include "app/saying/attachment_files.h"
#include "media/sentence_shelf.h"

namespace studio {

class RecordedSentences : public SentenceRecordings {
 public:
  struct Parts {
    SentenceShelf* shelf = nullptr;
    std::filesystem::path fixed;     // a file of the program's own sentences, one a line
    std::filesystem::path exchange;  // a place that is always there, besides the sticks; or none
    AttachmentFiles* attachments = nullptr;
    Executor* worker = nullptr;
    Executor* sticks = nullptr;
    MainQueue* main_queue = nullptr;
  };
  // Everything pointed to outlives it, and what was begun.
  explicit RecordedSentences(Parts parts) : parts_(std::move(parts)) {}

  void Look(Done<KnownSentences> done) override;
  void Keep(std::string sentence, AttachmentPtr recording, Done<Result<bool>> done) override;
  void Drop(std::string sentence, Done<Result<bool>> done) override;
  void LookOnSticks(Done<RecordingsPlaces> done) override;
  void Export(ExchangePlace place, std::string studio, Done<Result<std::size_t>> done) override;
  void Import(std::filesystem::path folder, Done<Result<std::size_t>> done) override;

 private:
  template <class T, class Work>
  void Do(Executor& executor, Done<T> done, Work work);

  Parts parts_;
};

}  // namespace studio

// Recordings that people of the place made of the sentences that pages are read in. Implemented by
// kiosk/annex; main thread, and so is every completion.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/saying/attachment.h"
#include "app/tables/roster_files.h"
#include "shared/base/result.h"

namespace studio {

// UTF-8, as they stand on the pages.
struct KnownSentences {
  std::vector<std::string> fixed;     // the program's own, in the order of its pages; with {places}
  std::vector<std::string> recorded;  // of which there is a recording, in no order
};

// A folder of recordings on a stick.
struct RecordingsFolder {
  std::string name;
  std::filesystem::path path;
};
struct RecordingsPlaces {
  std::vector<ExchangePlace> places;
  std::vector<RecordingsFolder> folders;
};

class SentenceRecordings {
 public:
  template <class T>
  using Done = std::function<void(T)>;

  virtual ~SentenceRecordings() = default;
  virtual void Look(Done<KnownSentences> done) = 0;
  // Instead of what there was of that sentence. kStorage; kNotFound: the recording is gone.
  virtual void Keep(std::string sentence, AttachmentPtr recording, Done<Result<bool>> done) = 0;
  virtual void Drop(std::string sentence, Done<Result<bool>> done) = 0;

  virtual void LookOnSticks(Done<RecordingsPlaces> done) = 0;
  // All of them into a folder called by the studio; how many. kStorage with the system's number.
  virtual void Export(ExchangePlace place, std::string studio, Done<Result<std::size_t>> done) = 0;
  // Those of sentences that have none here; how many came.
  virtual void Import(std::filesystem::path folder, Done<Result<std::size_t>> done) = 0;
};

}  // namespace studio

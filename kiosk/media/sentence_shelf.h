// Recordings of sentences in a folder: NAME.ogg, Opus in Ogg (RFC 7845), and beside it NAME.txt,
// the sentence in UTF-8, the name being 32 hex digits of the sentence's hash. So a stick's folder
// is read as the terminal's own is, a recording of a sentence that has changed since is nobody's
// any more, and a person can listen to them on any computer. Any thread.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace studio {

class SentenceShelf {
 public:
  static constexpr std::size_t kLongestText = 2048;          // bytes
  static constexpr std::size_t kLargestSound = 1024 * 1024;  // bytes: three minutes
  static constexpr std::size_t kMost = 5000;  // sentences that are taken from elsewhere

  // The folder is made with the first recording.
  explicit SentenceShelf(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::vector<std::string> Sentences() const;
  std::optional<Bytes> Find(const std::string& sentence) const;
  // Instead of the one there was. kStorage with the system's number; kMalformed: it is no Opus in
  // Ogg.
  Result<bool> Put(const std::string& sentence, ByteView ogg);
  Result<bool> Drop(const std::string& sentence);
  // Of another folder, whoever's, where this has none; how many were taken. What is no recording is
  // left alone. kStorage: of this one's disk, or the other folder cannot be read.
  Result<std::size_t> TakeFrom(const SentenceShelf& other);

 private:
  std::filesystem::path PathOf(const std::string& sentence, const char* ending) const;

  const std::filesystem::path folder_;
  mutable std::mutex mutex_;  // of the folder
};

}  // namespace studio

// A shelf that the test fills, and a stick. With `holds` nothing is answered until Answer().
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/manage/sentence_recordings.h"

namespace studio {

class FakeSentenceRecordings : public SentenceRecordings {
 public:
  void Look(Done<KnownSentences> done) override {
    Later([this, done] { done(known); });
  }
  void Keep(std::string sentence, AttachmentPtr recording, Done<Result<bool>> done) override {
    if (fails) return done(Fail(*fails, "test"));
    kept.emplace_back(sentence, std::move(recording));
    known.recorded.push_back(std::move(sentence));
    Later([done] { done(true); });
  }
  void Drop(std::string sentence, Done<Result<bool>> done) override {
    if (fails) return done(Fail(*fails, "test"));
    std::erase(known.recorded, sentence);
    done(true);
  }
  void LookOnSticks(Done<RecordingsPlaces> done) override {
    Later([this, done] { done(places); });
  }
  void Export(ExchangePlace place, std::string /*studio*/,
              Done<Result<std::size_t>> done) override {
    exported.push_back(std::move(place));
    Later([this, done] { Answered(done); });
  }
  void Import(std::filesystem::path folder, Done<Result<std::size_t>> done) override {
    imported.push_back(std::move(folder));
    Later([this, done] { Answered(done); });
  }
  void Answer() {
    if (answer_) std::exchange(answer_, nullptr)();
  }

  bool holds = false;
  std::optional<ErrorKind> fails;
  std::size_t copied = 12;
  KnownSentences known;
  RecordingsPlaces places;
  std::vector<std::pair<std::string, AttachmentPtr>> kept;
  std::vector<ExchangePlace> exported;
  std::vector<std::filesystem::path> imported;

 private:
  void Later(std::function<void()> answer) {
    answer_ = std::move(answer);
    if (!holds) Answer();
  }
  void Answered(const Done<Result<std::size_t>>& done) const {
    if (fails) return done(Fail(*fails, "test"));
    done(copied);
  }

  std::function<void()> answer_;
};

}  // namespace studio

#include "annex/recorded_sentences.h"

#include <spdlog/spdlog.h>

#include <fstream>
#include <utility>

#include "annex/exchange_places.h"
#include "shared/base/clean_text.h"

namespace studio {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolder = "朗读录音";

// In the file a line break of a sentence is written as "\n".
std::vector<std::string> SentencesOf(const fs::path& file) {
  std::vector<std::string> out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    for (std::size_t at = 0; (at = line.find("\\n", at)) != line.npos;) line.replace(at, 2, "\n");
    if (!line.empty()) out.push_back(std::move(line));
  }
  return out;
}

RecordingsPlaces LookForRecordings(const fs::path& exchange) {
  RecordingsPlaces found;
  found.places = ExchangePlaces(exchange);
  for (const ExchangePlace& place : found.places) {
    std::error_code error;
    for (auto it = fs::directory_iterator(place.path, error);
         !error && it != fs::directory_iterator(); it.increment(error)) {
      const std::string name = it->path().filename().string();
      if (name.starts_with(kFolder) && it->is_directory(error) && !it->is_symlink(error))
        found.folders.push_back({CleanText(name, TextKind::kLine), it->path()});
    }
  }
  return found;
}

// Without what FAT does not take.
std::string FolderName(const std::string& studio) {
  std::string name = std::string(kFolder) + " " + studio;
  for (char& c : name)
    if (std::string_view("\\/:*?\"<>|").find(c) != std::string_view::npos) c = ' ';
  return name;
}

template <class T>
T Logged(T outcome) {
  if (!outcome) spdlog::warn("recordings of sentences: {}", outcome.error().detail);
  return outcome;
}

}  // namespace

template <class T, class Work>
void RecordedSentences::Do(Executor& executor, Done<T> done, Work work) {
  executor.Post([queue = parts_.main_queue, done = std::move(done),
                 work = std::move(work)]() mutable {
    queue->Post([done = std::move(done), answer = work()]() mutable { done(std::move(answer)); });
  });
}

void RecordedSentences::Look(Done<KnownSentences> done) {
  Do(*parts_.worker, std::move(done), [parts = parts_] {
    return KnownSentences{SentencesOf(parts.fixed), parts.shelf->Sentences()};
  });
}

void RecordedSentences::Keep(std::string sentence, AttachmentPtr recording,
                             Done<Result<bool>> done) {
  Do(*parts_.worker, std::move(done),
     [parts = parts_, sentence = std::move(sentence),
      recording = std::move(recording)]() -> Result<bool> {
       const auto ogg = parts.attachments->Read(recording->ref());
       if (!ogg) return tl::unexpected(ogg.error());
       return Logged(parts.shelf->Put(sentence, *ogg));
     });
}

void RecordedSentences::Drop(std::string sentence, Done<Result<bool>> done) {
  Do(*parts_.worker, std::move(done), [parts = parts_, sentence = std::move(sentence)] {
    return Logged(parts.shelf->Drop(sentence));
  });
}

void RecordedSentences::LookOnSticks(Done<RecordingsPlaces> done) {
  Do(*parts_.sticks, std::move(done),
     [parts = parts_] { return LookForRecordings(parts.exchange); });
}

void RecordedSentences::Export(ExchangePlace place, std::string studio,
                               Done<Result<std::size_t>> done) {
  Do(*parts_.sticks, std::move(done),
     [parts = parts_, place = std::move(place), studio = std::move(studio)] {
       SentenceShelf there(place.path / FolderName(studio));
       return Logged(there.TakeFrom(*parts.shelf));
     });
}

void RecordedSentences::Import(fs::path folder, Done<Result<std::size_t>> done) {
  Do(*parts_.sticks, std::move(done), [parts = parts_, folder = std::move(folder)] {
    return Logged(parts.shelf->TakeFrom(SentenceShelf(folder)));
  });
}

}  // namespace studio

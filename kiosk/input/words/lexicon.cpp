#include "input/words/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <tuple>

namespace studio {
namespace {

// The file: this, the words, their syllables, the names of the syllables with a zero after each,
// the texts; in the byte order of the machine that it was made for.
struct Head {
  char mark[8] = {'S', 'T', 'U', 'D', 'I', 'O', 'L', '1'};
  std::uint32_t words = 0, ids = 0, names = 0, texts = 0;  // how many; of the last two bytes
};

}  // namespace

Result<Lexicon> Lexicon::Map(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (descriptor < 0) return FailWithErrno(ErrorKind::kStorage, file.string());
  const bool known = fstat(descriptor, &status) == 0;
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const bytes =
      known && size > 0 ? mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : MAP_FAILED;
  close(descriptor);
  if (bytes == MAP_FAILED) return Fail(ErrorKind::kStorage, "cannot map " + file.string());
  Lexicon lexicon;
  lexicon.memory_ = std::shared_ptr<const void>(
      bytes, [size](const void* at) { munmap(const_cast<void*>(at), size); });
  Head head;
  const Head ours;
  const auto wanted = [&] {
    return sizeof(Head) + std::uint64_t{head.words} * sizeof(Word) +
           std::uint64_t{head.ids} * sizeof(SyllableId) + head.names + head.texts;
  };
  if (size < sizeof(Head) || (std::memcpy(&head, bytes, sizeof(Head)), wanted() != size) ||
      std::memcmp(head.mark, ours.mark, sizeof(head.mark)) != 0) {
    return Fail(ErrorKind::kMalformed, file.string());
  }
  lexicon.Read(static_cast<const char*>(bytes), size);
  return lexicon;
}

void Lexicon::Read(const char* bytes, std::size_t size) {
  Head head;
  std::memcpy(&head, bytes, sizeof(Head));
  const char* at = bytes + sizeof(Head);
  words_ = {reinterpret_cast<const Word*>(at), head.words};
  at += words_.size_bytes();
  ids_ = {reinterpret_cast<const SyllableId*>(at), head.ids};
  at += ids_.size_bytes();
  for (const char* name = at; name < at + head.names; name += names_.back().size() + 1) {
    names_.emplace_back(name);
  }
  texts_ = {bytes + size - head.texts, head.texts};
}

Lexicon Lexicon::Of(const std::vector<std::string>& syllables, std::vector<Entry> entries) {
  std::erase_if(entries, [](const Entry& entry) {
    return entry.text.empty() || entry.text.size() > 255 || entry.syllables.empty() ||
           entry.syllables.size() > kMostSyllables;
  });
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.syllables, b.alone, a.text) < std::tie(b.syllables, a.alone, b.text);
  });
  std::vector<Word> words;
  std::vector<SyllableId> ids;
  std::string names, texts;
  for (const std::string& name : syllables) names += name + '\0';
  for (const Entry& entry : entries) {
    words.push_back({static_cast<std::uint32_t>(texts.size()),
                     static_cast<std::uint32_t>(ids.size()), entry.alone, entry.reading,
                     entry.village, static_cast<std::uint8_t>(entry.text.size()),
                     static_cast<std::uint8_t>(entry.syllables.size())});
    ids.insert(ids.end(), entry.syllables.begin(), entry.syllables.end());
    texts += entry.text;
  }
  Head head;
  head.words = static_cast<std::uint32_t>(words.size());
  head.ids = static_cast<std::uint32_t>(ids.size());
  head.names = static_cast<std::uint32_t>(names.size());
  head.texts = static_cast<std::uint32_t>(texts.size());
  auto bytes = std::make_shared<std::string>();
  bytes->append(reinterpret_cast<const char*>(&head), sizeof(head));
  bytes->append(reinterpret_cast<const char*>(words.data()), words.size() * sizeof(Word));
  bytes->append(reinterpret_cast<const char*>(ids.data()), ids.size() * sizeof(SyllableId));
  bytes->append(names).append(texts);
  Lexicon lexicon;
  lexicon.Read(bytes->data(), bytes->size());
  lexicon.memory_ = std::move(bytes);
  return lexicon;
}

bool Lexicon::Write(const std::filesystem::path& file) const {
  const char* const begin = reinterpret_cast<const char*>(words_.data()) - sizeof(Head);
  std::ofstream out(file, std::ios::binary);
  out.write(begin, texts_.data() + texts_.size() - begin);
  return static_cast<bool>(out.flush());
}

Lexicon::Range Lexicon::Next(Range range, std::size_t depth, SyllableId syllable) const {
  const Word* const words = words_.data();
  // A word that ends before this syllable stands before those that have one.
  const auto before = [&](const Word& word, SyllableId other) {
    return word.syllables <= depth || ids_[word.syllables_at + depth] < other;
  };
  const auto after = [&](SyllableId other, const Word& word) { return !before(word, other + 1); };
  const Word* const begin =
      std::lower_bound(words + range.begin, words + range.end, syllable, before);
  const Word* const end = std::upper_bound(begin, words + range.end, syllable, after);
  return {static_cast<std::uint32_t>(begin - words), static_cast<std::uint32_t>(end - words)};
}

Lexicon::Range Lexicon::Ending(Range range, std::size_t depth) const {
  const Word* const words = words_.data();
  const Word* const end =
      std::partition_point(words + range.begin, words + range.end,
                           [&](const Word& word) { return word.syllables <= depth; });
  return {range.begin, static_cast<std::uint32_t>(end - words)};
}

}  // namespace studio

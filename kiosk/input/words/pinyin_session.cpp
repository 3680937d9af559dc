#include "input/words/pinyin_session.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace studio {
namespace {

constexpr std::size_t kMaxKeys = Lattice::kMostLetters;  // longer is no phrase
constexpr std::size_t kSentences = 6;                    // leaves words in the first eight
}  // namespace

PinyinSession::PinyinSession(PinyinParts parts)
    : PagedSession(parts.filter),
      parts_(std::move(parts)),
      accents_(parts_.spelling),
      lattice_(*parts_.model, *parts_.village, *parts_.readings,
               {parts_.words.get(), parts_.county_words.get()}) {}

bool PinyinSession::Press(char key) {
  if (keys_.size() >= kMaxKeys) return false;
  const bool parts = key == '\'';
  if (parts ? keys_.empty() || keys_.back() == '\'' : key < 'a' || key > 'z') return false;
  keys_ += key;
  AddToLattice(keys_.size() - 1);
  Refresh();
  return true;
}

void PinyinSession::DeleteKey() {
  if (keys_.empty()) return;
  if (keys_.back() != '\'') lattice_.RemoveLast();
  keys_.pop_back();
  Refresh();
}

void PinyinSession::Clear() {
  Feed({}, Lattice::Begin(*parts_.model));
  Refresh();
}

std::string PinyinSession::Choose(std::size_t index) {
  const Candidate chosen = At(index);
  if (chosen.text.empty()) return {};
  std::string rest = keys_.substr(chosen.keys);
  rest.erase(0, std::min(rest.find_first_not_of('\''), rest.size()));
  Feed(rest, rest.empty() ? Lattice::Begin(*parts_.model) : chosen.after);
  name_begun_ = true;
  Refresh();
  return chosen.text;
}

void PinyinSession::Feed(std::string_view keys, const Lattice::Context& before) {
  keys_ = keys;
  lattice_.Restart(before);
  for (std::size_t i = 0; i < keys_.size(); ++i) AddToLattice(i);
}

void PinyinSession::AddToLattice(std::size_t key) {
  if (keys_[key] == '\'') return;
  lattice_.Add(keys_[key], key > 0 && keys_[key - 1] == '\'');
}

void PinyinSession::Refresh() {
  if (keys_.empty()) name_begun_ = false;
  List(keys_.empty() ? std::vector<Candidate>{} : Candidates());
}

std::vector<Candidate> PinyinSession::Candidates() {
  std::vector<Candidate> first, others = Sentences(lattice_.Sentences(kSentences));
  for (Lattice::Found& word : lattice_.FirstWords()) {
    const std::size_t keys = KeysOf(word.letters);
    const bool counties = word.counties && word.full && keys == keys_.size();
    (counties ? first : others).push_back({std::move(word.text), keys, word.full, word.after});
  }
  if (parts_.names) {
    for (NameCandidates::Match& name : parts_.names->Find(keys_, accents_, name_begun_)) {
      first.push_back({std::move(name.text), name.keys, true, {parts_.model->Nothing(), {}}});
    }
    std::stable_partition(others.begin(), others.end(), [&](const Candidate& each) {
      return parts_.names->MayBeName(each.text);
    });
  }
  std::move(others.begin(), others.end(), std::back_inserter(first));
  return first;
}

std::vector<Candidate> PinyinSession::Sentences(const std::vector<Lattice::Found>& found) const {
  std::vector<Candidate> sentences;
  for (const Lattice::Found& each : found) {
    // Beside what is hidden, what sounds like it would only be the same in other characters.
    const bool stand_in = !each.one_word && filter().Hides(found.front().text);
    if (!stand_in) sentences.push_back({each.text, keys_.size(), each.full, each.after});
  }
  return sentences;
}

// How many keys so many letters take, with the apostrophes between them.
std::size_t PinyinSession::KeysOf(std::size_t letters) const {
  std::size_t keys = 0;
  for (; keys < keys_.size(); ++keys) {
    if (keys_[keys] != '\'' && letters-- == 0) break;
  }
  return keys;
}

}  // namespace studio

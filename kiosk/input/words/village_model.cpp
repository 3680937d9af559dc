#include "input/words/village_model.h"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <set>
#include <utility>

namespace studio {
namespace {

constexpr double kDiscount = 0.7;  // of each count, for what was not seen
constexpr std::uint32_t kMostFollowers = 10'000'000;

}  // namespace

Result<VillageModel> VillageModel::Load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Fail(ErrorKind::kStorage, "cannot read " + file.string());
  VillageModel model;
  const auto read = [&](Followers& list) {
    std::uint32_t size = 0;
    in.read(reinterpret_cast<char*>(&size), sizeof(size));
    if (!in || size == 0 || size > kMostFollowers) return false;
    list.resize(size);
    in.read(reinterpret_cast<char*>(list.data()),
            static_cast<std::streamsize>(size * sizeof(Follower)));
    return static_cast<bool>(in);
  };
  const auto goes_on = [](const Followers& list, const Followers& next) {
    return list.back().first + 1 == next.size() &&
           std::is_sorted(list.begin(), list.end(),
                          [](const Follower& a, const Follower& b) { return a.first < b.first; });
  };
  if (!read(model.words_) || !read(model.pairs_) || !read(model.triples_) ||
      !goes_on(model.words_, model.pairs_) || !goes_on(model.pairs_, model.triples_)) {
    return Fail(ErrorKind::kMalformed, file.string());
  }
  return model;
}

std::vector<double> VillageModel::Alone(const Counts& counts) {
  std::set<std::pair<VillageWord, VillageWord>> pairs;
  for (const auto& [row, count] : counts.rows) pairs.emplace(row[1], row[2]);
  std::vector<double> alone = counts.also;
  for (const auto& [before, word] : pairs) ++alone[word];
  const double all = std::accumulate(alone.begin(), alone.end(), 0.0);
  for (double& each : alone) each /= all;
  return alone;
}

bool VillageModel::Write(const Counts& counts, const std::filesystem::path& file) {
  VillageModel model;
  for (const double alone : Alone(counts)) {
    model.words_.push_back(
        {static_cast<std::uint32_t>(model.words_.size()), static_cast<float>(alone)});
  }
  model.words_.emplace_back();
  model.pairs_ = Count(counts, 2, model.words_, model);
  model.triples_ = Count(counts, 3, model.pairs_, model);
  std::ofstream out(file, std::ios::binary);
  for (const Followers* list : {&model.words_, &model.pairs_, &model.triples_}) {
    const auto size = static_cast<std::uint32_t>(list->size());
    out.write(reinterpret_cast<const char*>(&size), sizeof(size));
    out.write(reinterpret_cast<const char*>(list->data()),
              static_cast<std::streamsize>(size * sizeof(Follower)));
  }
  return static_cast<bool>(out.flush());
}

// Those of rows of so many words, of which the one before the last is in `before`.
VillageModel::Followers VillageModel::Count(const Counts& counts, std::size_t words,
                                            Followers& before, const VillageModel& model) {
  // By all words but the last; a row of three is two rows of two, but for what is before the first.
  std::map<std::vector<VillageWord>, std::map<VillageWord, int>> after;
  for (const auto& [row, count] : counts.rows) {
    // Of two words likewise: by how many it is seen after. What begins a sentence has none before.
    const int seen = words == 2 && row[1] != kEdge ? 1 : count;
    after[{row.end() - static_cast<std::ptrdiff_t>(words), row.end() - 1}][row.back()] += seen;
  }
  Followers followers;
  const auto follow = [&](const std::vector<VillageWord>& row, Follower& of) {
    of.first = static_cast<std::uint32_t>(followers.size());
    const auto found = after.find(row);
    if (found == after.end()) return;
    double sum = 0;
    for (const auto& [word, count] : found->second) sum += count;
    of.others = static_cast<float>(kDiscount * static_cast<double>(found->second.size()) / sum);
    for (const auto& [word, count] : found->second) {
      const float shorter =
          words == 2 ? model.words_[word].probability : model.After({row.back(), kNone}, word);
      followers.push_back(
          {word, static_cast<float>((count - kDiscount) / sum) + of.others * shorter});
    }
  };
  if (words == 2) {
    for (std::size_t i = 0; i + 1 < before.size(); ++i) {
      follow({static_cast<VillageWord>(before[i].word)}, before[i]);
    }
  } else {
    for (std::size_t first = 0; first + 1 < model.words_.size(); ++first) {
      for (std::uint32_t i = model.words_[first].first; i < model.words_[first + 1].first; ++i) {
        follow({static_cast<VillageWord>(first), static_cast<VillageWord>(before[i].word)},
               before[i]);
      }
    }
  }
  before.back().first = static_cast<std::uint32_t>(followers.size());
  followers.emplace_back();
  return followers;
}

float VillageModel::After(const Before& before, VillageWord word) const {
  if (word == kNone || word + std::size_t{1} >= words_.size()) return 0;
  const auto known = [&](VillageWord other) {
    return other != kNone && other + std::size_t{1} < words_.size();
  };
  float probability = words_[word].probability;
  if (!known(before.last)) return probability;
  const Follower& last = words_[before.last];
  const Follower* const pair = Find(pairs_, last, word);
  probability = pair ? pair->probability : last.others * probability;
  if (!known(before.last_but_one)) return probability;
  const Follower* const two = Find(pairs_, words_[before.last_but_one], before.last);
  if (two == nullptr) return probability;
  const Follower* const triple = Find(triples_, *two, word);
  return triple ? triple->probability : two->others * probability;
}

const VillageModel::Follower* VillageModel::Find(const Followers& among, const Follower& of,
                                                 VillageWord word) {
  if (among.empty()) return nullptr;
  const auto begin = among.begin() + of.first;
  const auto end = among.begin() + (&of)[1].first;
  const auto found = std::lower_bound(
      begin, end, word,
      [](const Follower& follower, VillageWord other) { return follower.word < other; });
  return found != end && found->word == word ? &*found : nullptr;
}

}  // namespace studio

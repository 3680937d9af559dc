#include "input/ink/zinnia_model.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace studio {
namespace {

constexpr std::uint32_t kMagic = 0xef71821;  // together with the file's size
constexpr std::size_t kHead = 12, kTextSize = 16, kBiasSize = 4, kPairSize = 8;
constexpr std::size_t kMostDrawnStrokes = 90;  // whose features have numbers of their own
constexpr float kCountValue = 10, kAlways = 1;

std::uint32_t Number(const char* bytes) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

// The weights of that feature and later ones.
template <typename Weight>
std::span<const Weight> From(std::span<const Weight> weights, std::uint32_t feature) {
  const auto at = std::lower_bound(weights.begin(), weights.end(), feature,
                                   [](const Weight& weight, std::uint32_t f) {
                                     return static_cast<std::uint32_t>(weight.feature) < f;
                                   });
  return weights.subspan(static_cast<std::size_t>(at - weights.begin()));
}

}  // namespace

void ZinniaModel::Unmap::operator()(const char* bytes) const {
  munmap(const_cast<char*>(bytes), size);
}

ZinniaModel::ZinniaModel(std::unique_ptr<const char, Unmap> file, std::vector<Character> characters)
    : file_(std::move(file)), characters_(std::move(characters)) {
  for (std::uint32_t i = 0; i < characters_.size(); ++i) numbers_.emplace(characters_[i].text, i);
}

Result<ZinniaModel> ZinniaModel::Open(const std::filesystem::path& file) {
  const auto broken = [&] {
    return Fail(ErrorKind::kStorage, "cannot read the handwriting model " + file.string());
  };
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return broken();
  struct stat state {};
  const bool sized = fstat(descriptor, &state) == 0 && state.st_size > 0;
  const auto size = static_cast<std::size_t>(state.st_size);
  void* mapped = sized ? mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0) : MAP_FAILED;
  close(descriptor);
  if (mapped == MAP_FAILED) return broken();
  std::unique_ptr<const char, Unmap> bytes(static_cast<const char*>(mapped), Unmap{size});
  if (size < kHead || (Number(bytes.get()) ^ kMagic) != size) return broken();
  std::string_view rest(bytes.get(), size);
  std::vector<Character> characters(std::min<std::size_t>(Number(bytes.get() + 8), size));
  rest.remove_prefix(kHead);
  for (Character& character : characters) {
    if (rest.size() < kTextSize + kBiasSize) return broken();
    character.text = rest.substr(0, strnlen(rest.data(), kTextSize));
    std::memcpy(&character.bias, rest.data() + kTextSize, kBiasSize);
    rest.remove_prefix(kTextSize + kBiasSize);
    const auto* weights = reinterpret_cast<const Weight*>(rest.data());
    std::int32_t before = -1;
    for (std::size_t i = 0;; ++i) {
      if (rest.size() < kPairSize) return broken();
      rest.remove_prefix(kPairSize);
      const std::int32_t feature = weights[i].feature;
      if (feature < 0) {
        const std::span<const Weight> all(weights, i);
        const auto ways = From(all, kZinniaWays), counts = From(ways, kZinniaCount);
        character.strokes = all.first(all.size() - ways.size());
        character.ways = ways.first(ways.size() - counts.size());
        character.counts = counts;
        break;
      }
      if (feature <= before) return broken();
      before = feature;
    }
  }
  return ZinniaModel(std::move(bytes), std::move(characters));
}

std::uint32_t ZinniaModel::Find(std::string_view text) const {
  const auto found = numbers_.find(text);
  return found == numbers_.end() ? kNone : found->second;
}

float ZinniaModel::Score(std::uint32_t character, std::span<const Part> parts,
                         std::size_t strokes) const {
  const Character& known = characters_[character];
  float score = known.bias + CountScore(known, strokes);
  if (!known.strokes.empty() && known.strokes[0].feature == 0) {
    score += known.strokes[0].weight * kAlways;
  }
  for (const Part& part : parts) {
    if (part.features->empty()) continue;
    auto rest = From(part.offset < kZinniaWays ? known.strokes : known.ways,
                     part.offset + part.features->front().number);
    for (const ZinniaFeature& feature : *part.features) {
      const auto number = static_cast<std::int32_t>(part.offset + feature.number);
      while (!rest.empty() && rest.front().feature < number) rest = rest.subspan(1);
      if (rest.empty()) break;
      if (rest.front().feature == number) score += rest.front().weight * feature.value;
    }
  }
  return score;
}

float ZinniaModel::CountScore(const Character& character, std::size_t strokes) {
  float score = 0;
  for (const Weight& weight : character.counts) {
    const auto feature = static_cast<std::uint32_t>(weight.feature);
    if (feature == kZinniaCount) score += weight.weight * static_cast<float>(strokes);
    if (feature == kZinniaCount + strokes) score += weight.weight * kCountValue;
  }
  return score;
}

// Every character has weights for the strokes of all others too: only those that are drawn are
// read.
std::vector<float> ZinniaModel::Scores(std::span<const Part> parts, std::size_t strokes) const {
  const std::size_t row = std::min(strokes, kMostDrawnStrokes) * kZinniaStroke;
  std::vector<float> drawn(row), ways(row);
  for (const Part& part : parts) {
    for (const ZinniaFeature& feature : *part.features) {
      const std::size_t number = part.offset + feature.number;
      if (number < row) drawn[number] = feature.value;
      if (number >= kZinniaWays && number - kZinniaWays < row) {
        ways[number - kZinniaWays] = feature.value;
      }
    }
  }
  if (row > 0) drawn[0] = kAlways;
  std::vector<float> scores;
  scores.reserve(characters_.size());
  for (const Character& character : characters_) {
    float score = character.bias;
    const auto add = [&](std::span<const Weight> weights, std::uint32_t first,
                         const std::vector<float>& values) {
      for (const Weight& weight : weights) {
        const std::size_t number = static_cast<std::uint32_t>(weight.feature) - first;
        if (number >= row) break;
        score += weight.weight * values[number];
      }
    };
    add(character.strokes, 0, drawn);
    add(character.ways, kZinniaWays, ways);
    scores.push_back(score + CountScore(character, strokes));
  }
  return scores;
}

std::uint32_t ZinniaModel::OffsetOfStroke(std::size_t stroke) {
  return static_cast<std::uint32_t>(std::min(stroke, kMostDrawnStrokes)) * kZinniaStroke;
}

std::uint32_t ZinniaModel::OffsetOfWayTo(std::size_t stroke) {
  return kZinniaWays + OffsetOfStroke(stroke);
}

}  // namespace studio

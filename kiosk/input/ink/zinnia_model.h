// tegaki's handwriting model, as it lies in the file, and what it makes of strokes. The file: magic
// number, version and number of characters (32 bits each), then for each character its text in 16
// bytes, a bias, and pairs of feature and weight in the order of the features, until one below 0.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "input/ink/zinnia_features.h"
#include "shared/base/result.h"

namespace studio {

class ZinniaModel {
 public:
  // kStorage: the file cannot be read, or is no such model. It must not change while in use.
  static Result<ZinniaModel> Open(const std::filesystem::path& file);

  static constexpr std::uint32_t kNone = ~0U;
  std::size_t size() const { return characters_.size(); }
  std::uint32_t Find(std::string_view text) const;  // kNone: not in the model
  std::string_view TextOf(std::uint32_t character) const { return characters_[character].text; }

  // A character drawn, its strokes numbered; what is missing says nothing. Higher is better, below
  // 0 mostly.
  struct Part {
    std::uint32_t offset = 0;  // of the features' numbers
    const ZinniaFeatures* features = nullptr;
  };
  // `parts` by offset; `strokes`: how many the character is drawn with, 1 at least.
  float Score(std::uint32_t character, std::span<const Part> parts, std::size_t strokes) const;
  // Of all characters at once.
  std::vector<float> Scores(std::span<const Part> parts, std::size_t strokes) const;

  static std::uint32_t OffsetOfStroke(std::size_t stroke);
  static std::uint32_t OffsetOfWayTo(std::size_t stroke);  // from the stroke before

 private:
  struct Unmap {
    std::size_t size = 0;
    void operator()(const char* bytes) const;
  };
  struct Weight {
    std::int32_t feature = 0;
    float weight = 0;
  };
  struct Character {
    std::string_view text;
    float bias = 0;
    std::span<const Weight> strokes, ways, counts;  // within file_
  };

  ZinniaModel(std::unique_ptr<const char, Unmap> file, std::vector<Character> characters);

  static float CountScore(const Character& character, std::size_t strokes);

  std::unique_ptr<const char, Unmap> file_;
  std::vector<Character> characters_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace studio

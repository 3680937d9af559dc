// tegaki's handwriting model as zinnia reads it, and parts of it: asking for a few hundred
// characters takes a twentieth of the time that asking for all takes. One thread at a time.
// The file: magic number, version and number of characters (32 bits each), then for each character
// its text in 16 bytes, a bias, and pairs of feature and weight until a feature below 0.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/base/result.h"
#include "shared/record/ink.h"

struct zinnia_recognizer_t;  // keeps zinnia.h in this room

namespace studio {

class ZinniaModel {
 public:
  // kStorage: the file cannot be read, or is no such model. It must not change while in use.
  static Result<ZinniaModel> Open(const std::filesystem::path& file);

  static constexpr std::uint32_t kNone = ~0U;
  std::uint32_t Find(std::string_view text) const;  // kNone: not in the model
  std::string_view TextOf(std::uint32_t character) const { return characters_[character].text; }

  struct Scored {
    std::uint32_t character = kNone;
    float score = 0;  // higher is better, below 0 mostly
  };
  // `among` or, where that is empty, all characters of the model; at most `most`, best first.
  std::vector<Scored> Rank(const Ink& ink, std::span<const std::uint32_t> among,
                           std::size_t most) const;

 private:
  struct Unmap {
    std::size_t size = 0;
    void operator()(const char* bytes) const;
  };
  struct Entry {
    std::string_view text, bytes;  // within file_
  };
  struct Close {
    void operator()(zinnia_recognizer_t* recogniser) const;
  };
  using Recogniser = std::unique_ptr<zinnia_recognizer_t, Close>;

  ZinniaModel(std::unique_ptr<const char, Unmap> file, std::vector<Entry> characters,
              Recogniser whole);

  std::unique_ptr<const char, Unmap> file_;
  std::vector<Entry> characters_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  Recogniser whole_;  // reads file_
};

}  // namespace studio

// How likely a word is after the words before it: libime's model of Chinese sentences, three words
// at a time, mapped read-only from where Debian puts it. The only place that knows libime.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "shared/base/result.h"

namespace studio {

class SentenceModel {
 public:
  // What came before, as far as it matters.
  struct State {
    alignas(8) std::array<std::byte, 32> bytes{};
  };
  static constexpr std::uint32_t kUnknown = 0;

  // kStorage: it is not installed or cannot be read.
  static Result<SentenceModel> Open();
  SentenceModel(SentenceModel&&) noexcept;
  ~SentenceModel();

  State Begin() const;    // of a sentence
  State Nothing() const;  // nothing is known of what came before
  // kUnknown: no word of the model's.
  std::uint32_t IndexOf(std::string_view word) const;
  // log10 of the probability of a known word.
  float Score(const State& before, std::uint32_t word, State& after) const;

 private:
  struct Parts;
  explicit SentenceModel(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace studio

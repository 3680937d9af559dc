// Reads a folded cell from the left.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace studio {

class CellScan {
 public:
  explicit CellScan(std::string_view text) : left_(text) {}

  bool Done() const { return left_.empty(); }
  std::string_view Left() const { return left_; }
  void SkipSpaces() {
    while (!left_.empty() && left_.front() == ' ') left_.remove_prefix(1);
  }
  bool Eat(std::string_view word) {
    if (!left_.starts_with(word)) return false;
    left_.remove_prefix(word.size());
    return true;
  }
  bool EatAny(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [this](std::string_view word) { return Eat(word); });
  }
  // A run of digits, no longer than that.
  std::optional<int> Number(std::size_t most_digits) {
    const std::size_t digits = std::min(left_.find_first_not_of("0123456789"), left_.size());
    if (digits == 0 || digits > most_digits) return std::nullopt;
    int number = 0;
    std::from_chars(left_.data(), left_.data() + digits, number);
    left_.remove_prefix(digits);
    digits_ = digits;
    return number;
  }
  std::size_t digits() const { return digits_; }  // of the last number

 private:
  std::string_view left_;
  std::size_t digits_ = 0;
};

}  // namespace studio

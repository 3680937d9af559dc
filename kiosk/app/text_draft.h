// A text somebody is writing: UTF-8, a caret, a limit in characters. A character is one code
// point, so one beyond the BMP counts and is deleted as one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace studio {

std::size_t CountCharacters(std::string_view utf8);

class TextDraft {
 public:
  explicit TextDraft(std::size_t limit) : limit_(limit) {}
  ~TextDraft();

  // Inserts at the caret as much as the limit allows; invalid UTF-8 and control characters other
  // than a line break are left out. False where something did not fit.
  bool Insert(std::string_view utf8);
  void DeleteBefore();
  void MoveLeft();
  void MoveRight();
  void MoveTo(std::size_t byte_offset);  // to the nearest character boundary at or before it
  void Set(std::string_view utf8);
  void Clear();

  const std::string& text() const { return text_; }
  std::size_t caret() const { return caret_; }  // byte offset
  std::size_t characters() const { return CountCharacters(text_); }
  std::size_t limit() const { return limit_; }
  bool empty() const { return text_.empty(); }

 private:
  std::size_t limit_;
  std::string text_;
  std::size_t caret_ = 0;
};

}  // namespace studio

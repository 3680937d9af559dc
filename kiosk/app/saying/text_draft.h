// A text somebody is writing: UTF-8, a caret, a limit in characters. A character is one code
// point, so one beyond the BMP counts and is deleted as one. Whatever brings the text (keys on the
// screen or of wood, a ready sentence, a burst of a scanner), it holds what ReadableText leaves.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/base/clean_text.h"
#include "shared/base/utf8.h"

namespace studio {

class TextDraft {
 public:
  explicit TextDraft(std::size_t limit, TextKind kind = TextKind::kLines)
      : limit_(limit), kind_(kind) {}
  ~TextDraft();

  // Inserts at the caret as much as the limit allows. False where something did not fit.
  bool Insert(std::string_view utf8);
  void DeleteBefore();
  void MoveLeft();
  void MoveRight();
  void MoveTo(std::size_t byte_offset);  // to the nearest character boundary at or before it
  void Set(std::string_view utf8);
  void Clear();

  const std::string& text() const { return text_; }
  // What goes out of the hands of who wrote it.
  std::string Finished() const { return Blank() ? std::string() : CleanText(text_, kind_); }
  bool Blank() const { return IsBlank(text_); }
  std::size_t caret() const { return caret_; }  // byte offset
  std::size_t characters() const { return CountCharacters(text_); }
  std::size_t limit() const { return limit_; }
  // Where several share one room. What is there stays.
  void LimitTo(std::size_t characters) { limit_ = characters; }
  bool empty() const { return text_.empty(); }

 private:
  std::size_t limit_;
  TextKind kind_;
  std::string text_;
  std::size_t caret_ = 0;
};

}  // namespace studio

#include "app/saying/text_draft.h"

#include <algorithm>

namespace studio {
namespace {

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

TextDraft::~TextDraft() { Clear(); }

bool TextDraft::Insert(std::string_view utf8) {
  const std::size_t room = limit_ - std::min(limit_, characters());
  std::string readable = ReadableText(utf8, kind_);
  std::size_t fitting = 0;
  for (std::size_t i = 0; i < room && fitting < readable.size(); ++i) {
    NextCodePoint(readable, fitting);
  }
  const bool all = fitting == readable.size();
  text_.insert(caret_, readable, 0, fitting);
  caret_ += fitting;
  std::fill(readable.begin(), readable.end(), '\0');
  return all;
}

void TextDraft::DeleteBefore() {
  const std::size_t end = caret_;
  MoveLeft();
  text_.erase(caret_, end - caret_);
}

void TextDraft::MoveLeft() {
  if (caret_ == 0) return;
  --caret_;
  while (caret_ > 0 && IsContinuation(text_[caret_])) --caret_;
}

void TextDraft::MoveRight() {
  if (caret_ == text_.size()) return;
  ++caret_;
  while (caret_ < text_.size() && IsContinuation(text_[caret_])) ++caret_;
}

void TextDraft::MoveTo(std::size_t byte_offset) {
  caret_ = std::min(byte_offset, text_.size());
  while (caret_ > 0 && caret_ < text_.size() && IsContinuation(text_[caret_])) --caret_;
}

void TextDraft::Set(std::string_view utf8) {
  Clear();
  Insert(utf8);
}

void TextDraft::Clear() {
  // Overwritten, not only forgotten: a visit's words must not linger in freed memory.
  std::fill(text_.begin(), text_.end(), '\0');
  text_.clear();
  caret_ = 0;
}

}  // namespace studio

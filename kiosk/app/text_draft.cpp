#include "app/text_draft.h"

#include <algorithm>
#include <cstdint>

namespace studio {
namespace {

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Length of the valid character at `at`, 0 where the bytes are none.
std::size_t CharacterAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  std::size_t size = lead < 0x80   ? 1
                     : lead < 0xC2 ? 0
                     : lead < 0xE0 ? 2
                     : lead < 0xF0 ? 3
                     : lead < 0xF5 ? 4
                                   : 0;
  if (size == 0 || at + size > text.size()) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if (!IsContinuation(text[at + i])) return 0;
  }
  if (size == 3) {
    const std::uint32_t point = (lead & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6;
    if (point < 0x800 || (point >= 0xD800 && point < 0xE000)) return 0;
  }
  if (size == 4) {
    const std::uint32_t point = (lead & 0x07u) << 18 | (byte(at + 1) & 0x3Fu) << 12;
    if (point < 0x10000 || point > 0x10FFFF) return 0;
  }
  return size;
}

bool IsControl(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value < 0x20 && value != '\n') || value == 0x7F;
}

}  // namespace

std::size_t CountCharacters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char byte) { return !IsContinuation(byte); }));
}

TextDraft::~TextDraft() { Clear(); }

bool TextDraft::Insert(std::string_view utf8) {
  std::size_t room = limit_ - std::min(limit_, characters());
  std::string fitting;
  bool all = true;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t size = CharacterAt(utf8, at);
    if (size == 0 || (size == 1 && IsControl(utf8[at]))) {
      ++at;
      continue;
    }
    if (room == 0) {
      all = false;
      break;
    }
    fitting.append(utf8.substr(at, size));
    at += size;
    --room;
  }
  text_.insert(caret_, fitting);
  caret_ += fitting.size();
  std::fill(fitting.begin(), fitting.end(), '\0');
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

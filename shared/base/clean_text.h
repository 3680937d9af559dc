// What may stand in a text that people write and read: whatever can be seen, spaces and line
// breaks. Every edge where text comes in goes through here: keys, ready sentences, records and what
// the county publishes (JsonFields, JsonText), tables, forms, command lines.
//
// Cleaned is before something is sealed or signed and again where it is read, never in between:
// signed bytes stay what they are. The words themselves, their punctuation and its width are left
// as they were written; to compare names and to read numbers there is folded_text.h.
#pragma once

#include <string>
#include <string_view>

namespace studio {

enum class TextKind {
  kLine,   // a name, a number: line breaks become spaces
  kLines,  // CR and CRLF become line breaks; a paragraph's indent (U+3000) stays
};

// The text without what nobody sees (bytes that are no UTF-8; control, format and bidirectional
// marks; zero-width and filler characters; soft hyphens; variation selectors; tags), with white
// space as spaces and composed (NFC). Pictographs stay: phones have them, and what is drawn leaves
// them out. Nothing is trimmed, so it does for a text that is still being written.
std::string ReadableText(std::string_view text, TextKind kind);
// The same for a finished text: no spaces at the ends of lines, no empty lines around it.
std::string CleanText(std::string_view text, TextKind kind);
// JSON with ReadableText of every text in it; what is no JSON comes back as it is.
std::string ReadableJson(std::string_view json);
// Nothing in it says anything: white space, what ReadableText leaves out, pictographs and combining
// marks alone.
bool IsBlank(std::string_view text);

// What ReadableText leaves out; nothing is drawn for it.
bool IsUnseen(char32_t code);
// Letters, digits and ideographs: one that no font has is still shown to be there.
bool IsLetter(char32_t code);
bool IsPrivateUse(char32_t code);

}  // namespace studio

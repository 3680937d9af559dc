// Anything as a text and as a name. What is cleaned is UTF-8, stays the same when cleaned again,
// and what is blank before is blank after.
#include <string>

#include "fuzz.h"
#include "shared/base/bytes.h"
#include "shared/base/clean_text.h"
#include "shared/base/folded_text.h"
#include "shared/base/utf8.h"

using namespace studio;

FUZZ(clean_text)(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = AsText({data, size});
  for (const TextKind kind : {TextKind::kLine, TextKind::kLines}) {
    const std::string readable = ReadableText(text, kind);
    Must(IsUtf8(readable) && ReadableText(readable, kind) == readable);
    const std::string clean = CleanText(text, kind);
    Must(IsUtf8(clean) && CleanText(clean, kind) == clean);
    Must(IsBlank(clean) == IsBlank(text));
    Must(kind == TextKind::kLines || clean.find('\n') == std::string::npos);
  }
  const std::string key = NameKey(text);
  Must(IsUtf8(key) && NameKey(key) == key);
  Must(FoldedText(FoldedText(text)) == FoldedText(text));
  return 0;
}

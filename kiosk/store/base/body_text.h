// A record's body as text. What is sealed can never be looked at again here, so it is checked
// before.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/utf8.h"

namespace studio {

bool IsUtf8(const std::vector<std::string>& texts);

// kInvalid: one of the texts is not UTF-8 and would be sealed altered, or the whole cannot be read
// back.
template <class T>
Result<std::string> CheckedText(const T& body, Result<T> (*read)(std::string_view),
                                std::initializer_list<const std::string*> texts) {
  const bool utf8 = std::all_of(texts.begin(), texts.end(),
                                [](const std::string* text) { return IsUtf8(*text); });
  if (!utf8) return Fail(ErrorKind::kInvalid, "a text of it is not UTF-8");
  std::string text = ToJson(body);
  if (auto back = read(text); !back) return Fail(ErrorKind::kInvalid, back.error().detail);
  return text;
}

}  // namespace studio

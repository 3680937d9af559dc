#include "server/http/form_fields.h"

#include <algorithm>
#include <charconv>

namespace county {

namespace {

constexpr std::size_t kMostFields = 32;

// Of the two digits at the beginning; -1: they are none.
int CodeOf(std::string_view digits) {
  unsigned code = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, code, 16);
  return digits.size() == 2 && error == std::errc{} && stop == end ? static_cast<int>(code) : -1;
}

std::string Decoded(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int code = text[at] == '%' ? CodeOf(text.substr(at + 1, 2)) : -1;
    if (code >= 0) {
      plain += static_cast<char>(code);
      at += 2;
    } else {
      plain += text[at] == '+' ? ' ' : text[at];
    }
  }
  return plain;
}

}  // namespace

FormFields::FormFields(std::string_view text) {
  while (!text.empty() && fields_.size() < kMostFields) {
    const std::string_view field = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(field.size() + 1, text.size()));
    if (field.empty()) continue;
    const std::size_t sign = field.find('=');
    const std::string_view value =
        sign == std::string_view::npos ? std::string_view() : field.substr(sign + 1);
    fields_.emplace_back(Decoded(field.substr(0, sign)), Decoded(value));
  }
}

bool FormFields::Has(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [&](const auto& field) { return field.first == name; });
}

std::string FormFields::Get(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == fields_.end() ? std::string() : found->second;
}

}  // namespace county

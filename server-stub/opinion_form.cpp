#include "server/opinion_form.h"

#include <httplib.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/phone_strings.h"

namespace county {

namespace {

std::string ValueOf(const httplib::Params& fields, const char* name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

bool IsUtf8(const std::string& text) {
  try {
    return !nlohmann::json(text).dump().empty();
  } catch (const nlohmann::json::type_error&) {
    return false;
  }
}

// Browsers send "\r\n" for the end of a line.
std::string PlainLines(const std::string& text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return c == '\n' || (byte >= 0x20 && byte != 0x7F);
  });
  const std::size_t first = out.find_first_not_of(" \n");
  if (first == std::string::npos) return {};
  return out.substr(first, out.find_last_not_of(" \n") - first + 1);
}

std::size_t Characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string FaultOf(const OpinionForm& form) {
  if (!form.stance) return say::kChooseFirst;
  const std::size_t count = Characters(form.words);
  if (count > kMaxOpinionWords) {
    return say::kTooLongBefore + std::to_string(count) + say::kTooLongAfter;
  }
  if (form.stance == studio::Stance::kSuggest && form.words.empty()) return say::kSuggestNeedsWords;
  return {};
}

}  // namespace

OpinionForm ReadOpinionForm(std::string_view body) {
  httplib::Params fields;
  httplib::detail::parse_query_text(std::string(body), fields);
  OpinionForm form;
  form.stance = studio::StanceFrom(ValueOf(fields, "stance"));
  form.ballot = ValueOf(fields, "ballot");
  const std::string words = ValueOf(fields, "words");
  if (!IsUtf8(words)) {
    form.fault = say::kNotReadable;
    return form;
  }
  form.words = PlainLines(words);
  form.fault = FaultOf(form);
  return form;
}

std::optional<studio::Ballot> ReadBallot(std::string_view text) {
  return studio::ToArray<16>(studio::FromBase64Url(text));
}

}  // namespace county

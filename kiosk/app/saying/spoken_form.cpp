#include "app/saying/spoken_form.h"

#include <algorithm>
#include <array>

namespace studio {
namespace {

constexpr std::array<std::string_view, 10> kDigits = {"零", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九"};
constexpr int kOneByOne = 5;  // so many digits are no quantity
constexpr std::string_view kPause = "，";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "08:30", as long as it is one; 0: it is none.
std::size_t TimeAt(std::string_view text) {
  if (text.size() < 5 || text[2] != ':') return 0;
  for (const std::size_t at : {0, 1, 3, 4})
    if (!IsDigit(text[at])) return 0;
  if (text.size() > 5 && (IsDigit(text[5]) || text[5] == ':')) return 0;
  return 5;
}

std::string Counted(std::string_view two) {
  return two[0] == '0' ? std::string(two.substr(1)) : std::string(two);
}

std::string SpokenTime(std::string_view time) {
  std::string out = Counted(time.substr(0, 2)) + "点";
  if (time.substr(3) != "00") out += std::string(time.substr(3)) + "分";
  return out;
}

// Digits and what stands within a long number: one space, one hyphen.
std::size_t NumberAt(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const bool parts = text[end] == ' ' || text[end] == '-';
    if (!IsDigit(text[end]) && !(parts && end + 1 < text.size() && IsDigit(text[end + 1]))) break;
    ++end;
  }
  return end;
}

std::string SpokenNumber(std::string_view number) {
  if (std::count_if(number.begin(), number.end(), IsDigit) < kOneByOne) return std::string(number);
  std::string out;
  for (const char c : number)
    out += IsDigit(c) ? kDigits[static_cast<std::size_t>(c - '0')] : kPause;
  return out;
}

struct Sign {
  std::string_view written, said;
};
constexpr Sign kSigns[] = {{" – ", "到"},   {"–", "到"},   {" · ", kPause}, {"·", kPause},
                           {" • ", kPause}, {"•", kPause}, {" / ", kPause}, {"\n", kPause},
                           {"…", kPause},   {"+", "加"},   {"№", "号码"}};

}  // namespace

std::string SpokenForm(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const bool goes_on = !out.empty() && out.back() == ':';
    if (const std::size_t time = goes_on ? 0 : TimeAt(text); time > 0) {
      out += SpokenTime(text.substr(0, time));
      text.remove_prefix(time);
      continue;
    }
    if (IsDigit(text[0])) {
      // A time may follow a space: "12 08:30".
      std::size_t size = NumberAt(text);
      for (std::size_t at = 1; at < size; ++at)
        if (!IsDigit(text[at - 1]) && TimeAt(text.substr(at)) > 0) size = at - 1;
      out += SpokenNumber(text.substr(0, size));
      text.remove_prefix(size);
      continue;
    }
    const auto* const sign =
        std::find_if(std::begin(kSigns), std::end(kSigns),
                     [&](const Sign& one) { return text.starts_with(one.written); });
    if (sign != std::end(kSigns)) {
      out += sign->said;
      text.remove_prefix(sign->written.size());
    } else {
      out += text[0];
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace studio

#include "app/rules/names_in_text.h"

#include <algorithm>
#include <array>

#include "app/base/mark_at.h"

namespace studio {
namespace {

using View = std::string_view;

constexpr std::array kBetween = {View(" "),  View("\n"), View("\t"), View("\r"), View("\u3000"),
                                 View("、"), View("，"), View(","),  View("；"), View(";"),
                                 View("/"),  View("／"), View("。"), View("|")};
constexpr std::array kOfNumbers = {View("."),  View("．"), View(")"),
                                   View("）"), View("("),  View("（")};

// "1." and the like; "１" is 0xEF 0xBC 0x91.
std::size_t NumberAt(View text) {
  if (text.empty()) return 0;
  if (text.front() >= '0' && text.front() <= '9') return 1;
  const bool wide = text.size() >= 3 && text.starts_with("\xEF\xBC") &&
                    static_cast<unsigned char>(text[2]) >= 0x90 &&
                    static_cast<unsigned char>(text[2]) <= 0x99;
  return wide ? 3 : MarkAt(text, kOfNumbers);
}

}  // namespace

std::vector<std::string> NamesIn(View text) {
  std::vector<std::string> names;
  std::string name;
  const auto end = [&] {
    if (!name.empty()) names.push_back(std::move(name));
    name.clear();
  };
  while (!text.empty()) {
    if (const std::size_t mark = MarkAt(text, kBetween); mark > 0) {
      end();
      text.remove_prefix(mark);
    } else if (const std::size_t number = NumberAt(text); name.empty() && number > 0) {
      text.remove_prefix(number);
    } else {
      name += text.front();
      text.remove_prefix(1);
    }
  }
  end();
  return names;
}

}  // namespace studio

#include "app/tables/roster_names.h"

#include <algorithm>
#include <array>

#include "app/tables/roster_cells.h"
#include "shared/base/clean_text.h"
#include "shared/base/folded_text.h"

namespace studio {
namespace {

constexpr auto kSeparators =
    std::to_array<std::string_view>({"、", "，", "；", "／", ",", ";", "/", "\n", "\r", "\t", "|"});
constexpr auto kSpaces = std::to_array<std::string_view>({" ", "\u3000"});

// Length of the one that `text` begins with; 0: none.
template <std::size_t kCount>
std::size_t BeginsWith(std::string_view text, const std::array<std::string_view, kCount>& words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

template <std::size_t kCount>
std::vector<std::string> Split(std::string_view text,
                               const std::array<std::string_view, kCount>& separators) {
  std::vector<std::string> parts(1);
  while (!text.empty()) {
    if (const std::size_t length = BeginsWith(text, separators)) {
      if (!parts.back().empty()) parts.emplace_back();
      text.remove_prefix(length);
    } else {
      parts.back().push_back(text.front());
      text.remove_prefix(1);
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

// A spreadsheet's sign for text may stand before it.
std::string_view WithoutSign(std::string_view written) {
  if (written.starts_with('\'')) written.remove_prefix(1);
  return written;
}

std::string KeyOf(std::string_view name) { return NameKey(WithoutSign(name)); }

std::vector<std::string> Folded(std::string_view cell) {
  std::vector<std::string> out;
  for (const std::string& part : Split(cell, kSeparators)) {
    if (std::string folded = FoldCell(part); !folded.empty()) out.push_back(std::move(folded));
  }
  return out;
}

bool Fits(const std::vector<std::string>& written, const std::string& known) {
  return written.empty() || std::find(written.begin(), written.end(), known) != written.end();
}

}  // namespace

RosterNames::RosterNames(const std::vector<Member>& members) {
  for (const Member& member : members) {
    by_name_[KeyOf(member.name)].push_back(&member);
    by_id_[member.id] = &member;
  }
}

bool RosterNames::Knows(std::string_view name) const {
  return by_name_.contains(KeyOf(name)) || by_id_.contains(FoldCell(name));
}

RosterNames::Found RosterNames::Find(std::string_view name, const Hints& hints) const {
  Found found{std::string(name), {}};
  std::string written = FoldCell(name), bracket;
  if (const std::size_t at = written.find('('); at != std::string::npos) {
    if (!by_name_.contains(KeyOf(written))) {
      bracket = written.substr(at + 1, written.find(')', at) - at - 1);
      written.resize(at);
    }
  }
  const std::string key = KeyOf(written);
  const auto named = by_name_.find(key);
  if (named == by_name_.end()) {
    if (by_id_.contains(written)) found.ids.push_back(written);
    return found;
  }
  std::vector<const Member*> fitting = named->second;
  const auto keep = [&](const auto& fits) {
    std::erase_if(fitting, [&](const Member* member) { return !fits(*member); });
    if (fitting.empty()) fitting = named->second;
  };
  if (!bracket.empty()) {
    keep([&](const Member& member) {
      return member.id == bracket || member.sector == bracket || member.group == bracket;
    });
  }
  if (fitting.size() > 1) {
    keep([&](const Member& member) {
      return Fits(hints.sectors, member.sector) && Fits(hints.groups, member.group);
    });
  }
  for (const Member* member : fitting) found.ids.push_back(member->id);
  return found;
}

std::vector<RosterNames::Found> RosterNames::In(std::string_view cell, std::string_view sectors,
                                                std::string_view groups) const {
  const Hints hints{Folded(sectors), Folded(groups)};
  std::vector<Found> out;
  for (const std::string& part : Split(CleanText(cell, TextKind::kLines), kSeparators)) {
    if (KeyOf(part).empty()) continue;
    if (Knows(part)) {
      out.push_back(Find(part, hints));
      continue;
    }
    // A space may stand between two names or within one.
    const std::vector<std::string> words = Split(part, kSpaces);
    const std::size_t before = out.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool spread =
          !Knows(words[i]) && i + 1 < words.size() && Knows(words[i] + words[i + 1]);
      out.push_back(Find(spread ? words[i] + words[i + 1] : words[i], hints));
      i += spread;
    }
    const bool none_known =
        std::all_of(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                    [](const Found& found) { return found.ids.empty(); });
    if (none_known) {
      out.resize(before);
      out.push_back({part, {}});
    }
  }
  return out;
}

}  // namespace studio

#include "app/roster_names.h"

#include <algorithm>
#include <array>

#include "app/roster_cells.h"

namespace studio {
namespace {

constexpr auto kSeparators =
    std::to_array<std::string_view>({"、", "，", "；", "／", ",", ";", "/", "\n", "\r", "\t", "|"});
constexpr auto kSpaces = std::to_array<std::string_view>({" ", "\u3000", "\u00A0"});
constexpr auto kMiddleDots = std::to_array<std::string_view>({"•", "・", "．", "‧"});

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

std::string KeyOf(std::string_view name) {
  std::string key;
  while (!name.empty()) {
    if (const std::size_t space = BeginsWith(name, kSpaces)) {
      name.remove_prefix(space);
    } else if (const std::size_t dot = BeginsWith(name, kMiddleDots)) {
      key += "·";
      name.remove_prefix(dot);
    } else {
      key.push_back(name.front());
      name.remove_prefix(1);
    }
  }
  if (key.starts_with('\'')) key.erase(0, 1);
  return key;
}

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
  const std::string key = KeyOf(name);
  return by_name_.contains(key) || by_id_.contains(key);
}

RosterNames::Found RosterNames::Find(std::string_view name, const Hints& hints) const {
  Found found{std::string(name), {}};
  std::string key = KeyOf(name), bracket;
  for (const std::string_view open : {"(", "（"}) {
    if (const std::size_t at = key.find(open); at != std::string::npos && !by_name_.contains(key)) {
      bracket = FoldCell(std::string_view(key).substr(at));
      bracket = bracket.substr(1, bracket.find(')') - 1);
      key.resize(at);
    }
  }
  const auto named = by_name_.find(key);
  if (named == by_name_.end()) {
    if (by_id_.contains(key)) found.ids.push_back(key);
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
  for (const std::string& part : Split(cell, kSeparators)) {
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

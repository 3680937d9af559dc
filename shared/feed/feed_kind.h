// One row of the table of what comes down the feed (shared/feed/kinds.h has all rows): the name of
// a kind, how its body reads, whom it goes to, and where a terminal keeps it in view. A row stands
// below the struct that it is about and in the list at the end of that header; everything that
// handles kinds follows the table.
//
//   struct RuleKind : FeedKind<Rule> {
//     static constexpr std::string_view kName = "rule";
//     struct Shown {
//       std::vector<Rule> rules;   // `station.rules` on every page
//     };
//     static constexpr auto kShown = &Shown::rules;
//     static void Order(std::vector<Rule>& rules, const ShownAt&) { InOrder(rules); }
//     template <class Fields>      // JsonFields; `id` is filled in before
//     static void Read(Fields& in, Rule& rule) { in.Need("title", rule.title); }
//   };
//
// Instead of Read, what takes more than that has `kParse`, a function of the body and, where it
// needs it, the id. Without Shown it stands in no snapshot and is read where somebody asks for it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "shared/record/record.h"

namespace studio {

// For whom and when a snapshot is made.
struct ShownAt {
  StudioId studio = 0;
  std::string today;    // "2026-11-21", the county's calendar
  std::string_view id;  // of the one being looked at
};

template <class T>
struct FeedKind {
  using Entity = T;
  // Found by its id, one at a time: a change of one changes no snapshot.
  static constexpr bool kLookedUp = false;
  // It goes to the studio that its body names, as `studio`, or that the county names; else to all.
  static constexpr bool kOwnStudio = false;
  static bool Shows(const T&, const ShownAt&) { return true; }
  static void Order(std::vector<T>&, const ShownAt&) {}
};

template <class... Kinds>
struct KindList {};

template <class T>
void InOrder(std::vector<T>& list) {
  std::sort(list.begin(), list.end(), [](const T& a, const T& b) {
    return std::tie(a.order, a.id) < std::tie(b.order, b.id);
  });
}

// By a date; of one date as they came.
template <class T>
void NewestFirst(std::vector<T>& list, std::string T::*date) {
  std::stable_sort(list.begin(), list.end(),
                   [date](const T& a, const T& b) { return a.*date > b.*date; });
}

}  // namespace studio

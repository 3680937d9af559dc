// The table of everything that comes down the feed: the rows are in the headers, in feed_kind.h
// what a row says. Publishing, the terminal's registry, its station and the fuzzer read it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "shared/base/result.h"
#include "shared/bodies/case_answer.h"
#include "shared/feed/counting_entities.h"
#include "shared/feed/entities.h"
#include "shared/feed/feed_kind.h"
#include "shared/feed/public_entities.h"

namespace studio {

struct StatusKind : FeedKind<CaseStatus> {
  static constexpr std::string_view kName = "status";
  static constexpr bool kLookedUp = true;
  static constexpr bool kOwnStudio = true;
  static constexpr auto kParse = &CaseStatusFromJson;
};

template <class... A, class... B, class... C, class... D>
KindList<A..., B..., C..., D...> JoinKinds(KindList<A...>, KindList<B...>, KindList<C...>,
                                           KindList<D...>);
using FeedKinds =
    decltype(JoinKinds(EntityKinds(), PublicKinds(), CountingKinds(), KindList<StatusKind>()));

// Calls `visit.template operator()<Kind>()` for each, in order.
template <class Visit, class... Kinds>
void EachKind(KindList<Kinds...>, Visit visit) {
  (visit.template operator()<Kinds>(), ...);
}

template <class Kind>
inline constexpr bool kIsShown = requires {
  typename Kind::Shown;
};

template <class Kind>
struct ShownPart {};
template <class Kind>
requires kIsShown<Kind>
struct ShownPart<Kind> : Kind::Shown {
};
template <class List>
struct ShownParts;
template <class... Kinds>
struct ShownParts<KindList<Kinds...>> : ShownPart<Kinds>... {};
// A member for each kind that is shown, by the names in their rows.
using ShownKinds = ShownParts<FeedKinds>;

// A row as it is found by its name.
struct FeedKindRow {
  std::string_view name;
  bool shown = false;
  bool looked_up = false;
  bool own_studio = false;
  // Whether a terminal could read it: kMalformed says what is wrong.
  Result<void> (*check)(std::string_view body, std::string_view id) = nullptr;
  // What Read of the row says, into an Entity; null for one with kParse.
  Result<void> (*read)(std::string_view body, std::string_view id, void* entity) = nullptr;
};
std::span<const FeedKindRow> FeedKindTable();
const FeedKindRow* FindFeedKind(std::string_view name);  // null: a newer program's

// The entity that a body holds. kMalformed.
template <class Kind>
Result<typename Kind::Entity> ReadFeedBody(std::string_view body, std::string_view id) {
  if constexpr (requires { Kind::kParse(body, id); }) {
    return Kind::kParse(body, id);
  } else if constexpr (requires { Kind::kParse; }) {
    return Kind::kParse(body);
  } else {
    typename Kind::Entity entity{};
    const auto read = FindFeedKind(Kind::kName)->read(body, id, &entity);
    if (!read) return tl::unexpected(read.error());
    return entity;
  }
}

}  // namespace studio

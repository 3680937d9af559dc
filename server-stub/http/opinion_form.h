// What a phone's browser sends of the form on a topic's page: application/x-www-form-urlencoded,
// from anybody. Nothing in it is believed before Read has looked at it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/bodies/topic_bodies.h"

namespace county {

inline constexpr std::size_t kMaxFormBytes = 16 * 1024;
inline constexpr std::size_t kMaxOpinionWords = 500;  // characters

struct OpinionForm {
  std::optional<studio::Stance> stance;
  std::string words;   // as CleanText has them
  std::string ballot;  // as the form told it, unread
  std::string fault;   // a sentence for who filled it in; empty: it can be taken
};

// Where something is wrong, what was typed is kept so that it can be shown again; words that are
// no UTF-8 are not.
OpinionForm ReadOpinionForm(std::string_view body);

// 16 bytes, base64url.
std::optional<studio::Ballot> ReadBallot(std::string_view text);

}  // namespace county

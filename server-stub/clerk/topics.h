// What the county's clerk does about topics: reads what was said, moves a topic on, makes words
// public. New topics come by Publish.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/keys/county_keys.h"
#include "server/ledger/ledger.h"

namespace county {

// Every topic with its opinions, by JSON or in lines to read; also opinions on topics that are not
// published. Words are opened; null where they were withdrawn.
std::string TopicsJson(const Ledger& ledger, const CountyKeys& keys);
std::string TopicsText(const Ledger& ledger, const CountyKeys& keys);

struct TopicWork {
  std::string id;
  std::string step;  // one of the mechanism's topic_steps; reached today
  bool close = false;
  std::optional<std::string> result, follow_up;
  std::uint64_t publish_words = 0;  // an opinion's id, as listed; 0: none
  std::optional<std::string> text;  // what is published of it; nullopt: its words as they are
};

// All or nothing. kNotFound: no such topic or opinion; kInvalid: a step that the mechanism does not
// have, words there are none of.
Result<void> WorkOnTopic(Ledger& ledger, const CountyKeys& keys, const TopicWork& work,
                         std::int64_t now_ms);

}  // namespace county

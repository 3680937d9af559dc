// What a phone is shown of a topic, and what became of what it said.
#pragma once

#include <string>
#include <vector>

#include "shared/feed/public_entities.h"

namespace county {

struct TopicView {
  studio::Topic topic;
  std::string county;              // as people call it
  std::string leading;             // who leads it, by name; may be empty
  std::vector<std::string> steps;  // of the county's mechanism; empty: those of the topic alone
  std::string today;               // "2026-11-21", the county's calendar
  bool heard = false;              // the ballot at hand has been counted before

  bool Open() const { return topic.TakesOpinions(today); }
  bool Over() const { return topic.closed || (!topic.closes.empty() && today > topic.closes); }
};

enum class PhoneVoice {
  kCounted,
  kChanged,   // the ballot had spoken before: what it says now counts
  kLate,      // the topic is over: kept, not counted
  kNotOpen,   // not yet: nothing is kept
  kCrowded,   // as many new ballots as are taken in a minute; nothing is kept
  kTooOften,  // as many opinions of one ballot as are taken in a day; nothing is kept
  kNoTopic,
};

// For each topic: of one network (NetworkOf), of one wide network (WideNetworkOf) as many times
// that, and of all.
inline constexpr std::size_t kFreshBallotsOfANetwork = 30;
inline constexpr std::size_t kNetworksOfAWideOne = 4;
inline constexpr std::size_t kFreshBallotsAMinute = 600;
inline constexpr std::size_t kOpinionsOfABallotADay = 20;

}  // namespace county

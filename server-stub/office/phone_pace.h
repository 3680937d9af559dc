// How fast phones are heard: new ballots of each network, and how often a topic's counts are told
// to every terminal. Of this run of the county alone. One thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "server/clerk/topic_view.h"
#include "shared/base/time_units.h"

namespace county {

inline constexpr std::int64_t kCountsEveryMs = 3'000;

// Where a phone is: front/crowd.h, NetworkOf and WideNetworkOf.
struct PhoneNetworks {
  std::string network, wide;
};

class PhonePace {
 public:
  explicit PhonePace(std::size_t by_network) : by_network_(by_network) {}

  // Whether a new ballot from there is taken.
  bool Takes(const std::string& topic, const PhoneNetworks& from, std::int64_t now_ms);
  void Took(const std::string& topic, const PhoneNetworks& from, std::int64_t now_ms);

  // This topic's counts are others now.
  void Counted(const std::string& topic) { untold_.insert(topic); }
  // Those whose turn it is; they count as told.
  std::vector<std::string> TellNow(std::int64_t now_ms);

 private:
  using Begun = std::map<std::string, std::size_t>;  // by topic and network
  struct Minute {
    std::int64_t began_ms = 0;
    Begun near, wide;
  };

  const std::size_t by_network_;
  Minute minute_;
  std::set<std::string> untold_;
  std::map<std::string, std::int64_t> told_ms_;
};

}  // namespace county

#include "server/office/phone_pace.h"

namespace county {

namespace {

// A clock that was set back starts anew.
bool Within(std::int64_t now_ms, std::int64_t since_ms, std::int64_t span_ms) {
  return now_ms >= since_ms && now_ms - since_ms < span_ms;
}

std::string Both(const std::string& topic, const std::string& network) {
  return topic + '/' + network;
}

}  // namespace

bool PhonePace::Takes(const std::string& topic, const PhoneNetworks& from, std::int64_t now_ms) {
  if (!Within(now_ms, minute_.began_ms, studio::kMinuteMs)) minute_ = {now_ms, {}, {}};
  const auto fewer = [&](const Begun& begun, const std::string& network, std::size_t most) {
    const auto known = begun.find(Both(topic, network));
    return known == begun.end() || known->second < most;
  };
  return fewer(minute_.near, from.network, by_network_) &&
         fewer(minute_.wide, from.wide, by_network_ * kNetworksOfAWideOne);
}

void PhonePace::Took(const std::string& topic, const PhoneNetworks& from, std::int64_t now_ms) {
  if (!Within(now_ms, minute_.began_ms, studio::kMinuteMs)) return;
  ++minute_.near[Both(topic, from.network)];
  ++minute_.wide[Both(topic, from.wide)];
}

std::vector<std::string> PhonePace::TellNow(std::int64_t now_ms) {
  std::vector<std::string> now;
  for (auto topic = untold_.begin(); topic != untold_.end();) {
    const auto told = told_ms_.find(*topic);
    if (told != told_ms_.end() && Within(now_ms, told->second, kCountsEveryMs)) {
      ++topic;
      continue;
    }
    told_ms_[*topic] = now_ms;
    now.push_back(*topic);
    topic = untold_.erase(topic);
  }
  return now;
}

}  // namespace county

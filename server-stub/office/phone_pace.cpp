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

bool PhonePace::Takes(const std::string& topic, const std::string& network, std::int64_t now_ms) {
  if (!Within(now_ms, minute_.began_ms, studio::kMinuteMs)) minute_ = {now_ms, {}};
  const auto begun = minute_.begun.find(Both(topic, network));
  return begun == minute_.begun.end() || begun->second < by_network_;
}

void PhonePace::Took(const std::string& topic, const std::string& network, std::int64_t now_ms) {
  if (Within(now_ms, minute_.began_ms, studio::kMinuteMs)) ++minute_.begun[Both(topic, network)];
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

#include "server/books/topic_book.h"

#include <algorithm>

#include "server/keys/county_calendar.h"
#include "shared/base/json.h"
#include "shared/feed/public_entities.h"

namespace county {

using nlohmann::json;
using studio::OpinionBody;

namespace {

constexpr const char* kMemberOrigin = "member";

std::string OriginOf(const OpinionBody& opinion, bool by_phone) {
  if (by_phone) return "phone";
  return opinion.member ? kMemberOrigin : "screen";
}

json JsonOf(const std::vector<studio::TopicCount>& counts) {
  json list = json::array();
  for (const studio::TopicCount& count : counts) {
    list.push_back({{"origin", count.origin},
                    {"agree", count.agree},
                    {"differ", count.differ},
                    {"suggest", count.suggest}});
  }
  return list;
}

}  // namespace

std::string TopicBook::FaultOf(const OpinionBody& opinion) const {
  if (opinion.late) return "late";
  const auto body = ledger_.EntityBody("topic", opinion.topic);
  const auto topic = body ? studio::TopicFromJson(*body, opinion.topic)
                          : studio::Result<studio::Topic>(tl::unexpected(studio::Error{}));
  if (!topic) return "no such topic";
  // It was said while the topic stood open, even where it was long under way; a clock that tells of
  // a day before that is wrong, and then the day of arrival counts.
  std::string day = studio::ToText(DateAt(std::min(opinion.at_ms, now_ms_)));
  if (day < topic->opens) day = studio::ToText(DateAt(now_ms_));
  if (!topic->TakesOpinions(day)) return "closed";
  return IsBeyondMembers(opinion) ? "more than there are members" : "";
}

bool TopicBook::IsBeyondMembers(const OpinionBody& opinion) const {
  if (!opinion.member || ledger_.NewestOf(opinion.topic, opinion.ballot)) return false;
  std::size_t ballots = 0;
  for (const studio::TopicCount& count : ledger_.CountsOf(opinion.topic)) {
    if (count.origin == kMemberOrigin) ballots += static_cast<std::size_t>(count.Sum());
  }
  return ballots >= ledger_.Entities("member").size();
}

std::string TopicBook::Take(const Uuid& record, const OpinionBody& opinion,
                            const std::optional<Bytes>& sealed) {
  const std::string fault = FaultOf(opinion);
  KeptOpinion kept;
  kept.topic = opinion.topic;
  kept.ballot = opinion.ballot;
  kept.origin = OriginOf(opinion, sealed.has_value());
  kept.stance = NameOf(opinion.stance);
  // No clock that runs ahead has the last word for days.
  kept.at_ms = std::min(opinion.at_ms, now_ms_);
  kept.arrived_ms = now_ms_;
  kept.counted = fault.empty();
  kept.record = record;
  kept.sealed = sealed;
  const auto newest = ledger_.NewestOf(opinion.topic, opinion.ballot);
  ledger_.AddOpinion(kept);
  if (!fault.empty()) return fault + ": not counted";
  touched_.insert(opinion.topic);
  if (!newest) return "counted";
  return *newest > kept.at_ms ? "older" : "changed";
}

void TopicBook::Forget(const Uuid& record) {
  if (const auto topic = ledger_.DeleteOpinion(record)) touched_.insert(*topic);
}

void TopicBook::PublishCounts() {
  for (const std::string& id : touched_) {
    const auto text = ledger_.EntityBody("topic", id);
    if (!text) continue;
    json body = json::parse(*text);
    json counts = JsonOf(ledger_.CountsOf(id));
    if (body.value("counts", json::array()) == counts) continue;
    body["counts"] = std::move(counts);
    ledger_.PutEntity("topic", id, body.dump(-1, ' ', false, json::error_handler_t::replace), 0);
  }
  touched_.clear();
}

void TopicBook::Recount(const std::string& topic) {
  if (ledger_.CountsOf(topic).empty()) return;
  touched_.insert(topic);
  PublishCounts();
}

}  // namespace county

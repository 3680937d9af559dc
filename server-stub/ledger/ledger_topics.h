// Opinions on topics, by ballot.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/ledger_part.h"
#include "shared/feed/public_entities.h"

namespace county {

// What somebody said on a topic. The words stand, sealed, in the record of that id, or in `sealed`
// where they came from a phone (sealed like a record of that id, kind opinion, terminal 0).
struct KeptOpinion {
  std::uint64_t id = 0;  // by arrival, from 1
  std::string topic;
  studio::Ballot ballot{};
  std::string origin;  // "screen", "phone", "member"
  std::string stance;
  std::int64_t at_ms = 0, arrived_ms = 0;
  bool counted = false;
  Uuid record;
  std::optional<Bytes> sealed;
  std::string published;  // what was made public of its words; empty: nothing
};

class TopicLedger : LedgerPart {
 public:
  explicit TopicLedger(LedgerDatabase& database) : LedgerPart(database) {}

  void AddOpinion(const KeptOpinion& opinion);  // its id and what is published are not looked at
  std::optional<std::string> DeleteOpinion(const Uuid& record);  // its topic, where there was one
  std::vector<std::string> TopicsSpokenOn() const;
  std::vector<KeptOpinion> Opinions() const;  // by arrival
  std::optional<KeptOpinion> FindOpinion(std::uint64_t id) const;
  void NotePublished(std::uint64_t opinion, std::string_view text);
  // Of each ballot the newest that counts, under the origin of its first. Origins without are left
  // out.
  std::vector<studio::TopicCount> CountsOf(std::string_view topic) const;
  // When the newest that counts was said; nullopt: the ballot has not spoken yet.
  std::optional<std::int64_t> NewestOf(std::string_view topic, const studio::Ballot& ballot) const;
  // Arrived since then: ballots that phones began with, and what one ballot said.
  std::size_t FreshPhoneBallots(std::string_view topic, std::int64_t since_ms) const;
  std::size_t OpinionsOf(std::string_view topic, const studio::Ballot& ballot,
                         std::int64_t since_ms) const;
};

}  // namespace county

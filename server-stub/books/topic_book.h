// Takes opinions on topics and keeps the counts on the feed. A topic counts ballots: of each one
// the newest thing it said counts, under the origin where it spoke first. What comes too late, or
// on a topic that nobody knows, is kept and read, and not counted.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "server/ledger/ledger.h"
#include "shared/bodies/topic_bodies.h"

namespace county {

class TopicBook {
 public:
  TopicBook(Ledger& ledger, std::int64_t now_ms) : ledger_(ledger), now_ms_(now_ms) {}

  // All of these inside the ledger's transaction.
  //
  // sealed: of one from a phone, where no record of that id holds the words. "counted", "changed"
  // (the ballot had spoken before), "older" (it has said something newer since), or why it does not
  // count: "late", "closed", "no such topic",
  // "more than there are members", each with ": not counted".
  std::string Take(const Uuid& record, const studio::OpinionBody& opinion,
                   const std::optional<Bytes>& sealed = std::nullopt);
  // Its record was withdrawn.
  void Forget(const Uuid& record);
  // Publishes the counts of the topics that Take and Forget touched, where they are others now.
  void PublishCounts();
  // Of one that was published anew: the counts are the ledger's, whatever the file said. One that
  // nobody has spoken on keeps those it came with.
  void Recount(const std::string& topic);

 private:
  std::string FaultOf(const studio::OpinionBody& opinion) const;  // empty: it counts
  bool IsBeyondMembers(const studio::OpinionBody& opinion) const;

  Ledger& ledger_;
  std::int64_t now_ms_;
  std::set<std::string> touched_;
};

}  // namespace county

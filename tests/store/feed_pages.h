// The county's feed for one terminal's studio, page after page.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "store_rig.h"

namespace studio {

struct FeedPages {
  FeedPage Next(std::vector<FeedChange> changes, bool more = false) {
    FeedPage page;
    page.studio = StoreRig::kStudio;
    page.generation = generation;
    page.from = count == 0 ? "" : std::to_string(count);
    page.to = std::to_string(++count);
    page.more = more;
    page.county_time_ms = time_ms;
    page.changes = std::move(changes);
    return page;
  }
  // The newest cursor given out.
  std::string Cursor() const { return std::to_string(count); }

  Uuid generation = Uuid::Random();
  int count = 0;
  std::int64_t time_ms = 1'795'000'000'000;
};

inline FeedChange Entity(const std::string& kind, const std::string& id, const std::string& body,
                         std::uint64_t version = 1) {
  return {kind, id, version, false, body};
}

// What the county says of a number, sealed to its slip.
inline FeedChange AStatus(const Slip& slip, const CaseAnswer& answer, std::uint64_t version = 1) {
  CaseStatus status;
  if (!answer.course.empty()) {
    status.step = answer.course.back().step;
    status.at_ms = answer.course.back().at_ms;
  }
  status.sealed = SealAnswer(slip.number, answer, slip.reading_key).value_or(Bytes{});
  return Entity("status", slip.number.digits(), ToJson(status), version);
}

// A morning shift; `more`: further fields, each with a comma in front.
inline FeedChange AShift(const std::string& id, int studio, const std::string& date,
                         const std::string& members, std::uint64_t version = 1,
                         const std::string& more = "") {
  return Entity("shift", id,
                R"({"studio":)" + std::to_string(studio) + R"(,"date":")" + date +
                    R"(","from":"08:30","to":"11:30","members":[)" + members + "]" + more + "}",
                version);
}

}  // namespace studio

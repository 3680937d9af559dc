// Where deeds come from without anybody entering them: duty, wishes granted, topics led (as the
// feed has them), and what members wrote (activities and information). Follows the feed by its
// version, so that whatever changed it, a batch or a command, is put into the book of deeds once.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "server/books/deed_book.h"
#include "server/books/duty_deeds.h"
#include "shared/bodies/coauthor_body.h"
#include "shared/bodies/work_bodies.h"

namespace county {

class DeedSources {
 public:
  DeedSources(Ledger& ledger, DeedBook& book, std::int64_t now_ms)
      : ledger_(ledger), book_(book), now_ms_(now_ms), duty_(ledger, now_ms) {}

  // All of these inside the ledger's transaction.
  //
  // Everything that changed on the feed since this was last called, and EndDays.
  void Follow();
  // What days that are over make of shifts and topics, once; before old attendance is swept.
  void EndDays();
  // What a member wrote, as a deed that waits for the county's confirmation. What came of it, for
  // the ledger's listing: "waits", "the same as DEED" where somebody who was there had written it
  // up already and names them too, or "no deed: …".
  std::string Take(const Uuid& record, const studio::ActivityBody& body);
  std::string Take(const Uuid& record, const studio::InformationBody& body);
  // What somebody says of their part in what another wrote: "agreed", "declined", or
  // "not counted: …".
  std::string Take(const studio::CoauthorBody& body);
  void Withdraw(const Uuid& record);

 private:
  std::string Wait(const studio::Result<studio::Deed>& deed);
  std::string TwinOf(const studio::Deed& deed);
  void FollowShift(const std::string& shift);
  void LearnLate(const std::vector<studio::Deed>& deeds);
  void FollowExtra(const std::string& line);
  std::set<std::string> ShiftsOf(const studio::Deed& extra) const;
  void FollowWish(const std::string& wish);
  void FollowTopic(const std::string& topic);
  void NoteReviewed(studio::Deed deed);
  void Replace(const std::string& prefix, const std::vector<studio::Deed>& deeds);
  bool IsRecent(const std::string& date) const;

  Ledger& ledger_;
  DeedBook& book_;
  std::int64_t now_ms_;
  DutyDeeds duty_;
};

}  // namespace county

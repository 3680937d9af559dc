// The county's case files: opened by a request or a wish with a receipt, moved on step by step,
// rated by whoever holds the slip. Each step publishes the whole course as entity "status" to the
// studio where it was filed, sealed to the slip's reading key. What was written stands, between
// steps, sealed to the county's own key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/books/case_course.h"
#include "server/books/matter_book.h"
#include "server/ledger/ledger.h"
#include "shared/bodies/case_answer.h"
#include "shared/bodies/case_bodies.h"

namespace county {

using studio::Result;

struct CaseOpening {
  std::string number;  // digits, as the body gave them
  studio::BoxPublicKey reading_key;
  Uuid record;
  TerminalNumber terminal = 0;
  StudioId studio = 0;
  bool wish = false;
  std::string category, village;  // ids
  std::string category_name;      // as it was on the screen
  std::string joins;              // id of a matter; empty: none
};

// Its state, opened; nullopt: there is nothing to read of it any more.
std::optional<studio::CaseAnswer> AnswerOf(const CaseFile& file, const studio::BoxKeyPair& county);

class CaseBook {
 public:
  CaseBook(Ledger& ledger, const studio::BoxKeyPair& county, std::int64_t now_ms)
      : ledger_(ledger), county_(county), now_ms_(now_ms), matters_(ledger, now_ms) {}

  // All of these inside the ledger's transaction.
  //
  // What came of it, for the ledger's listing: "" or "joined"; "not joined: …" where it is a case
  // of its own; "no case: …" where the number or the key is not what it should be. Nothing is
  // published yet: the ack tells that it was received.
  std::string Open(const CaseOpening& opening);
  // Of that terminal's record: nothing of what was written stays, nor on the feed.
  void Withdraw(const Uuid& record, TerminalNumber terminal);

  // Moves it on and publishes. A request: received, referred, answered (each answer is a round with
  // a token of its own); a wish: posted, claimed, granted (a round with a token to say by
  // whether it came), returned (还没有) or confirmed, and posted again where a claim is given up.
  // Of a matter's lead, those who joined follow as far as they can, and solved closes the matter.
  // kNotFound; kConflict: not after the step it is at; kInvalid: the reply or the unit. Details are
  // English sentences.
  Result<void> Take(const std::string& number, const CaseMove& move);
  // Whether this is the token of its newest answer.
  bool Holds(const std::string& number, const studio::ByteArray<16>& token) const;
  // By that record. What came of it: "rated", "returned", or "not counted: …".
  std::string Rate(const Uuid& record, const studio::RatingBody& rating);
  // What a member answered at that terminal's desk, by that record: a step of its own, which moves
  // nothing. What came of it: "replied" or "not counted: …".
  std::string Reply(const Uuid& record, const studio::MemberReplyBody& reply,
                    TerminalNumber terminal);

  // What there is to be said about it now; nullopt: the number is unknown, or nothing is kept of
  // it.
  std::optional<studio::CaseStatus> Status(const std::string& number) const;

  // What has been closed for longer than that is published and kept no more: course, words,
  // attachments, ratings and members' replies.
  void Sweep(int retention_days);

 private:
  Result<void> Apply(CaseFile file, const CaseMove& move);
  void CatchUp(const CaseFile& joined, const std::string& matter);
  void Keep(CaseFile& file, studio::CaseAnswer& answer);
  void Publish(const CaseFile& file, const studio::CaseAnswer& answer);
  void Unpublish(const CaseFile& file);
  void EraseRatings(const std::string& number);
  void EraseReplies(const std::string& number);

  Ledger& ledger_;
  const studio::BoxKeyPair& county_;
  std::int64_t now_ms_;
  MatterBook matters_;
};

}  // namespace county

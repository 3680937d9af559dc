// A request with its slip, and what its holder and the clerk do about it.
#pragma once

#include <string>

#include "server/clerk/cases.h"
#include "shared/bodies/case_answer.h"
#include "shared/bodies/case_bodies.h"
#include "test_county.h"
#include "test_terminal.h"

namespace county {

struct FiledCase {
  studio::ReceiptNumber number;
  studio::BoxKeyPair key;
  TestRecord record;

  std::string Digits() const { return number.digits(); }
  std::string RecordId() const { return record.header.id.ToString(); }
};

// Files it at the office. joins: a matter's id.
FiledCase FileRequest(TestTerminal& terminal, const std::string& joins = {},
                      const std::string& words = "村口路灯不亮");

// What the clerk's command says: empty, or why not.
std::string Move(TestCounty& county, const FiledCase& filed, const CaseMove& move);
std::string Reply(TestCounty& county, const FiledCase& filed, const std::string& text,
                  studio::CaseOutcome outcome = studio::CaseOutcome::kSolved);

// From the feed; nullopt: not there.
std::optional<studio::CaseStatus> StatusOf(const TestCounty& county, const FiledCase& filed);
// Asked live; fails the test where the answer is not the county's.
studio::StatusWord Ask(TestCounty& county, const std::string& digits);
// Fails the test where the slip does not open it.
studio::CaseAnswer Opened(const FiledCase& filed, const std::optional<studio::CaseStatus>& status);
studio::CaseAnswer Published(const TestCounty& county, const FiledCase& filed);

// With token and round of that answer.
studio::RatingBody RatingOf(const FiledCase& filed, const studio::CaseAnswer& answer,
                            studio::Satisfaction satisfaction, bool send_back = false);
// Sends it as a record; what the ledger lists as its outcome.
std::string Send(TestCounty& county, TestTerminal& terminal, const studio::RatingBody& rating);
// Of the listed record; empty: none.
std::string OutcomeOf(const TestCounty& county, const studio::Uuid& record);

}  // namespace county

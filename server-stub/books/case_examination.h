// What the body of a request, a rating or a member's reply says of a case, read before the ledger
// is locked. What cannot be made out is kept like any other record and flagged, so nothing here
// refuses one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/books/case_book.h"
#include "shared/bodies/request_body.h"

namespace county {

struct ExaminedCase {
  std::optional<CaseOpening> opening;            // of a request with a receipt
  std::optional<studio::RatingBody> rating;      // of a rating
  std::optional<studio::MemberReplyBody> reply;  // of a member's reply
  std::string unproven;  // of a request's helper: why their badge does not hold
  std::string outcome;   // "no case: …" or "unread: …"; empty: nothing is amiss
};

ExaminedCase ExamineRequest(const studio::RequestBody& body, const studio::RecordHeader& header,
                            StudioId studio);
ExaminedCase ExamineRating(std::string_view body);
ExaminedCase ExamineReply(std::string_view body);

// As a body gives it, base64url; nullopt: it is no key.
std::optional<studio::BoxPublicKey> ReadingKeyFrom(std::string_view text);

}  // namespace county

// What the body of an activity, an information, a co-author's word, a review, a year's closing or a
// proposal's rating says,
// read before the ledger is locked. One that cannot be read is kept like any other and flagged, so
// nothing here refuses a record.
#pragma once

#include <string>
#include <variant>

#include "server/clerk/badges.h"
#include "shared/bodies/coauthor_body.h"
#include "shared/bodies/heard_body.h"
#include "shared/bodies/proposal_bodies.h"
#include "shared/bodies/review_bodies.h"
#include "shared/bodies/work_bodies.h"
#include "shared/record/record.h"

namespace county {

struct ExaminedWork {
  // What a member heard makes nothing: it stands in the listing as it came.
  std::variant<std::monostate, studio::ActivityBody, studio::InformationBody, studio::HeardBody,
               studio::CoauthorBody, studio::ReviewBody, studio::YearClosingBody,
               studio::ProposalRatingBody>
      body;
  std::string unread;    // English, of the words
  std::string unproven;  // of the badge of who says it
};

// Records of other kinds come out empty, and so does a body from before there were fields.
ExaminedWork ExamineWork(studio::RecordKind kind, std::string_view body, const BadgeTrust& trust);

}  // namespace county

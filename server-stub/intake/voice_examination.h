// What the body of an opinion or a wish says, read before the ledger is locked. One that cannot be
// read is kept like any other and flagged, so nothing here refuses a record.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "server/clerk/badges.h"
#include "shared/bodies/topic_bodies.h"
#include "shared/bodies/wish_bodies.h"
#include "shared/record/record.h"

namespace county {

struct ExaminedVoice {
  std::variant<std::monostate, studio::OpinionBody, studio::WishBody> body;
  std::string unread;    // English: why the words are not what they should be; empty: they are
  std::string unproven;  // of a claim or grant: why its badge does not hold; empty: it does
  std::string helper_unproven;  // of a posted wish: likewise, of who helped to fill it in
};

// Records of other kinds come out empty.
ExaminedVoice ExamineVoice(studio::RecordKind kind, std::string_view body, const BadgeTrust& trust);

}  // namespace county

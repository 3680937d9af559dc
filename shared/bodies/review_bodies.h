// What a studio's manager says of the year: bodies of records `review` (of what members wrote up)
// and `year_closing`. JSON (UTF-8) inside the seal; field names are the wire's, in protocol.md.
// As the terminal keeps either until the feed tells of it, it is for the studio's key and bound to
// its record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/calendar_date.h"
#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/record/record.h"

namespace studio {

inline constexpr std::size_t kMaxReviewed = 200;      // deeds of one record
inline constexpr std::size_t kMaxReviewReason = 200;  // characters

struct ReviewBody {
  std::vector<std::string> deeds;  // ids
  bool confirms = true;            // else they go back to who wrote them, with a reason
  std::string reason{};
  std::string by;  // id of the manager
  StudioId studio = 0;
  std::string token{};  // their badge without its secret: the county checks it again
  bool operator==(const ReviewBody&) const = default;
};

std::string ToJson(const ReviewBody& body);
// kMalformed: without deeds or who says it, sent back without a reason, too many or too long.
Result<ReviewBody> ReviewBodyFromJson(std::string_view json);
// kInvalid: too large, or no key. Layout: shared/record/sealed_text.h under "MSV1".
Result<Bytes> SealReview(const Uuid& record, const ReviewBody& body, const BoxPublicKey& studio);
Result<ReviewBody> OpenReview(const Uuid& record, ByteView sealed, const BoxKeyPair& studio);

// A studio may close a year from its December on.
bool MayCloseYear(int year, CalendarDate today);

struct YearClosingBody {
  int year = 0;
  bool closes = true;  // else it is opened again
  std::string why{};   // of one that is opened again
  // Of the assessment that was closed (shared/mechanism/assessment_digest.h), as hex.
  std::string digest{};
  std::string date;  // the day on which it was said
  std::string by;    // id of the manager
  StudioId studio = 0;
  std::string token{};
  bool operator==(const YearClosingBody&) const = default;
};

std::string ToJson(const YearClosingBody& body);
// kMalformed: without year, day or who says it; opened again without a reason.
Result<YearClosingBody> YearClosingBodyFromJson(std::string_view json);
// As above, under "MSY1".
Result<Bytes> SealYearClosing(const Uuid& record, const YearClosingBody& body,
                              const BoxPublicKey& studio);
Result<YearClosingBody> OpenYearClosing(const Uuid& record, ByteView sealed,
                                        const BoxKeyPair& studio);

}  // namespace studio

// What can go wrong on purpose, and how a file for `serve --faults` names it. Of standard headers
// alone: programs that only drive a county read it too.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace county {

enum class Fault {
  // To a connection:
  kRefuse,              // closed before the county has said a byte of TLS
  kExpiredCertificate,  // the county's, signed by its CA, good until yesterday
  kForeignCertificate,  // the same names, signed by somebody else
  // To any request except enrolment; those up to kRedirect instead of doing what was asked:
  kReset,      // RST
  kHang,       // nothing, until the terminal gives up
  kStatus500,  // with Retry-After, as the next two
  kStatus503,
  kStatus429,
  kCaptivePortal,  // 200 and a page
  kRedirect,       // 302 to another host
  kDropAnswer,     // done, and the connection is closed
  kTrickle,        // done, and the answer comes a few bytes at a time
  kTruncated,      // done, and the connection is closed half way through the answer
  kGarbage,        // done, and the answer is random bytes
  kWrongSignature,
  // To a batch:
  kWrongBatch,  // a signed ack, of another batch
  kDuplicate,   // the batch is delivered twice, the second answer told
  // To a page of changes:
  kFeedAltered,  // one byte of it
  kFeedPast,     // instead of a newer page the first one that this studio was given since `serve`
};

inline constexpr std::array<std::string_view, 19> kFaultNames = {
    "refuse",
    "expired_certificate",
    "foreign_certificate",
    "reset",
    "hang",
    "status_500",
    "status_503",
    "status_429",
    "captive_portal",
    "redirect",
    "drop_answer",
    "trickle",
    "truncated",
    "garbage",
    "wrong_signature",
    "wrong_batch",
    "duplicate",
    "feed_altered",
    "feed_past",
};
inline constexpr std::size_t kFaultCount = kFaultNames.size();
static_assert(kFaultCount == static_cast<std::size_t>(Fault::kFeedPast) + 1);

}  // namespace county

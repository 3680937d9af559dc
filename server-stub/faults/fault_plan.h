// What goes wrong on purpose, and how often: a file for `serve --faults`.
//   seed = 7               the same seed, the same faults for the same requests in the same order
//   retry_after_s = 1      of status_500, status_503 and status_429; 0 to 86400
//   [probability]          0 to 1 of each fault; one that is not named never happens
//   reset = 0.1
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "shared/base/result.h"

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
inline constexpr std::size_t kFaultCount = 19;

std::string_view NameOf(Fault fault);  // as in the file: "drop_answer"

struct FaultPlan {
  std::uint64_t seed = 0;
  int retry_after_s = 1;
  std::array<double, kFaultCount> probability{};  // by Fault

  double Of(Fault fault) const { return probability[static_cast<std::size_t>(fault)]; }
  bool TouchesConnections() const;
  bool Empty() const;
};

// kMalformed: not TOML, an unknown name, another type, out of range; with the line.
studio::Result<FaultPlan> ParseFaultPlan(std::string_view toml);
// As above, with the file's name; kNotFound, kStorage.
studio::Result<FaultPlan> ReadFaultPlan(const std::filesystem::path& path);

}  // namespace county

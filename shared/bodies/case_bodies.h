// The body of a `rating` record: how somebody finds that their matter was handled. A villager's
// request itself is never graded. JSON (UTF-8) inside the seal; field names are the wire's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/record/attachment.h"

namespace studio {

enum class Satisfaction { kSatisfied, kMostly, kDissatisfied };
std::string_view NameOf(Satisfaction satisfaction);  // "satisfied", "mostly", "dissatisfied"
std::optional<Satisfaction> SatisfactionFrom(std::string_view name);

struct RatingBody {
  std::string receipt;    // digits
  int round = 0;          // of the answer that is rated (case_answer.h)
  ByteArray<16> token{};  // as it stood in that answer
  Satisfaction satisfaction = Satisfaction::kSatisfied;
  bool send_back = false;            // 没解决: once; only with kDissatisfied
  std::vector<std::string> reasons;  // tapped: "slow", "not_done", "attitude", "unclear", "other"
  std::string words;                 // at most 500 characters
  std::vector<AttachmentRef> attachments;
  bool danger = false;                      // it was answered that somebody is in danger
  std::vector<std::string> danger_words{};  // what made the terminal ask
};

std::string ToJson(const RatingBody& body);
Result<RatingBody> RatingBodyFromJson(std::string_view json);

}  // namespace studio

// What somebody told a member by telephone or by word of mouth: a line of the ledger (民意台账). It
// is an `information` record without a title, so it is sealed to county and studio, counts for
// nobody, and counties of before keep it and read nothing of it. JSON (UTF-8) inside the seal.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/record/record.h"

namespace studio {

inline constexpr std::size_t kMaxHeardWords = 500;  // characters
inline constexpr std::size_t kMaxHeardWho = 30;

enum class HeardBy { kPhone, kWordOfMouth };

struct HeardBody {
  HeardBy way = HeardBy::kPhone;
  std::string who{};  // as they are called; may be empty
  std::string village{}, village_name{};
  std::string category{}, category_name{};
  std::string words;
  std::string date;  // the day
  StudioId studio = 0;
  std::string by{};     // id of who wrote it down
  std::string token{};  // their badge, without its secret
  bool operator==(const HeardBody&) const = default;
};

std::string ToJson(const HeardBody& body);
// What is another information comes out without words. kMalformed: an unknown way, no words, a day
// that no month has, or more than the limits above.
Result<HeardBody> HeardBodyFromJson(std::string_view json);
// One that is not finished: its words may be empty.
Result<HeardBody> HeardDraftFromJson(std::string_view json);

}  // namespace studio

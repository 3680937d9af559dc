// The body of a `wish` record: 微心愿, from posting to the word of who wished that it was granted.
// JSON (UTF-8) inside the seal; field names are the wire's.
#pragma once

#include <string>
#include <string_view>

#include "shared/result.h"

namespace studio {

// What is done about a wish. The first to claim it has it; a later claim comes to nothing.
enum class WishAct {
  kPost,     // wished, with a slip of its own
  kClaim,    // 认领, by a member
  kGrant,    // the member who claimed it says that it is done
  kConfirm,  // who wished says so, with the slip
};
std::string_view NameOf(WishAct act);  // "post", "claim", "grant", "confirm"

struct WishBody {
  WishAct act = WishAct::kPost;
  // kPost and kConfirm: the slip's; of kPost the reading key, too.
  std::string receipt;      // digits
  std::string reading_key;  // base64url
  // kPost
  std::string text;  // at most 120 characters
  std::string village, village_name;
  std::string name, phone;  // never on the public wall
  bool for_child = false;
  std::string guardian, guardian_phone;  // where it is for a child
  bool guardian_consents = false;        // without it a child's wish is refused
  std::string helped_by;                 // a member's name
  // kClaim and kGrant
  std::string wish;  // id, as the feed names it
  std::string member, member_name;
  std::string token;  // of the badge that was shown, without its secret
  // kConfirm: as it stood in the answer
  std::string answer_token;  // base64url
};

std::string ToJson(const WishBody& body);
// kMalformed also where a field that its act needs is missing.
Result<WishBody> WishBodyFromJson(std::string_view json);

}  // namespace studio

// The body of a `wish` record: 微心愿, from posting to the last word of who wished.
// JSON (UTF-8) inside the seal; field names are the wire's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/record/attachment.h"

namespace studio {

// What is done about a wish. The first to claim it has it; a later claim comes to nothing.
enum class WishAct {
  kPost,     // wished, with a slip of its own
  kClaim,    // 认领, by a member
  kGrant,    // the member who claimed it says that it is done
  kConfirm,  // who wished has it, and says so with the slip
  kNotYet,   // 还没有: who wished has not, and says so likewise
};
std::string_view NameOf(WishAct act);  // "post", "claim", "grant", "confirm", "not_yet"

struct WishBody {
  WishAct act = WishAct::kPost;
  // kPost, kConfirm and kNotYet: the slip's; of kPost the reading key, too.
  std::string receipt;      // digits
  std::string reading_key;  // base64url
  // kPost
  std::string text;  // at most 120 characters; may be empty where it was spoken
  std::vector<AttachmentRef> attachments;  // a voice message
  std::string village, village_name;
  std::string name, phone;  // never on the public wall
  bool for_child = false;
  std::string guardian, guardian_phone;     // where it is for a child
  bool guardian_consents = false;           // without it a child's wish is refused
  std::string helped_by;                    // a member's name
  bool danger = false;                      // it was answered that somebody is in danger
  std::vector<std::string> danger_words{};  // what made the terminal ask
  std::string helper{}, helper_token{};     // their id, and the badge they showed for it
  // kClaim and kGrant
  std::string wish;  // id, as the feed names it
  std::string member, member_name;
  std::string token;  // of the badge that was shown, without its secret
  // kConfirm and kNotYet: as they stood in the answer
  int round = 0;             // counts how often it was granted
  std::string answer_token;  // base64url
};

std::string ToJson(const WishBody& body);
// kMalformed also where a field that its act needs is missing.
Result<WishBody> WishBodyFromJson(std::string_view json);

}  // namespace studio

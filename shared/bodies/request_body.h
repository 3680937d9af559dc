// The body of a `request` record: what a villager reported, as the county will read it. JSON
// (UTF-8) inside the seal; field names are the wire's, in protocol.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/record/attachment.h"
#include "shared/record/ink.h"
#include "shared/record/receipt.h"

namespace studio {

enum class Visibility {
  kNamed,        // 留姓名: the handling unit sees it too
  kMembersOnly,  // 姓名只给××政协看: the county tells the unit neither name nor phone
  kAnonymous,    // 不留姓名: no name, no phone
};
std::string_view NameOf(Visibility visibility);  // "named", "members_only", "anonymous"

struct RequestBody {
  std::string receipt;      // digits; empty for one guided elsewhere
  std::string reading_key;  // base64url of the public half; likewise
  std::string category;     // id
  std::string category_name;
  std::string village;  // id
  std::string village_name;
  std::string group;  // village group or grid, may be empty
  std::string words;  // at most 500 characters; may be empty where there is a voice message
  Visibility visibility = Visibility::kAnonymous;
  std::string name;
  std::vector<Ink> name_ink;  // a name that could not be typed, as it was drawn
  std::string phone;
  bool members_may_read = false;             // sealed to this studio too
  int head_count = 1;                        // several people, one record
  std::vector<std::string> representatives;  // at most five
  std::string helped_by;                     // a member's name, where one helped and read it back
  std::string helper, helper_token;          // their id, and the badge they showed for it
  bool danger = false;
  std::vector<std::string> danger_words;   // what made the terminal ask
  std::vector<std::string> sensitive;      // "health", "children", "money": agreed to separately
  std::vector<std::string> left_out{};     // not agreed to: what touched them is not in it
  std::string consent_version;             // of the consent page that was agreed to
  std::vector<AttachmentRef> attachments;  // photos and voice, with their keys
  std::string
      guided_to;  // 已引导: "12345", "petition", "court", "12388"; then nothing else is kept
  std::string
      joins{};  // 我也是: id of the open matter (public_entities.h) that this is one more of
};

std::string ToJson(const RequestBody& body);
Result<RequestBody> RequestBodyFromJson(std::string_view json);

// The body of a `withdrawal` record.
struct WithdrawalBody {
  Uuid withdraws;
  std::string receipt;
};

std::string ToJson(const WithdrawalBody& body);
Result<WithdrawalBody> WithdrawalBodyFromJson(std::string_view json);

}  // namespace studio

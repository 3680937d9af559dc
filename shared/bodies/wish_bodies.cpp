#include "shared/bodies/wish_bodies.h"

#include <array>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/record/attachment_fields.h"

namespace studio {
namespace {

constexpr std::array kActs = {WishAct::kPost, WishAct::kClaim, WishAct::kGrant, WishAct::kConfirm,
                              WishAct::kNotYet};

void Need(JsonFields& in, const char* name, WishAct& out) {
  std::string text;
  in.Need(name, text);
  for (WishAct act : kActs) {
    if (NameOf(act) == text) {
      out = act;
      return;
    }
  }
  in.Refuse(name);
}

void RefuseEmpty(JsonFields& in, const char* name, const std::string& value) {
  if (value.empty()) in.Refuse(name);
}

}  // namespace

std::string_view NameOf(WishAct act) {
  switch (act) {
    case WishAct::kPost:
      return "post";
    case WishAct::kClaim:
      return "claim";
    case WishAct::kGrant:
      return "grant";
    case WishAct::kConfirm:
      return "confirm";
    case WishAct::kNotYet:
      return "not_yet";
  }
  return "unknown";
}

std::string ToJson(const WishBody& body) {
  return JsonText({{"act", NameOf(body.act)},
                   {"receipt", body.receipt},
                   {"reading_key", body.reading_key},
                   {"text", body.text},
                   {"attachments", JsonOf(body.attachments)},
                   {"village", body.village},
                   {"village_name", body.village_name},
                   {"name", body.name},
                   {"phone", body.phone},
                   {"for_child", body.for_child},
                   {"guardian", body.guardian},
                   {"guardian_phone", body.guardian_phone},
                   {"guardian_consents", body.guardian_consents},
                   {"helped_by", body.helped_by},
                   {"danger", body.danger},
                   {"danger_words", body.danger_words},
                   {"helper", body.helper},
                   {"helper_token", body.helper_token},
                   {"wish", body.wish},
                   {"member", body.member},
                   {"member_name", body.member_name},
                   {"token", body.token},
                   {"round", body.round},
                   {"answer_token", body.answer_token}});
}

Result<WishBody> WishBodyFromJson(std::string_view json) {
  JsonFields in(json);
  WishBody body;
  Need(in, "act", body.act);
  in.May("receipt", body.receipt);
  in.May("reading_key", body.reading_key);
  in.May("text", body.text);
  MayAttachments(in, "attachments", body.attachments);
  in.May("village", body.village);
  in.May("village_name", body.village_name);
  in.May("name", body.name);
  in.May("phone", body.phone);
  in.May("for_child", body.for_child);
  in.May("guardian", body.guardian);
  in.May("guardian_phone", body.guardian_phone);
  in.May("guardian_consents", body.guardian_consents);
  in.May("helped_by", body.helped_by);
  in.May("danger", body.danger);
  in.May("danger_words", body.danger_words);
  in.May("helper", body.helper);
  in.May("helper_token", body.helper_token);
  in.May("wish", body.wish);
  in.May("member", body.member);
  in.May("member_name", body.member_name);
  in.May("token", body.token);
  in.May("round", body.round);
  in.May("answer_token", body.answer_token);
  switch (body.act) {
    case WishAct::kPost:
      RefuseEmpty(in, "receipt", body.receipt);
      RefuseEmpty(in, "reading_key", body.reading_key);
      if (body.attachments.empty()) RefuseEmpty(in, "text", body.text);
      if (body.for_child && !body.guardian_consents) in.Refuse("guardian_consents");
      if (body.for_child) RefuseEmpty(in, "guardian", body.guardian);
      break;
    case WishAct::kClaim:
    case WishAct::kGrant:
      RefuseEmpty(in, "wish", body.wish);
      RefuseEmpty(in, "member", body.member);
      break;
    case WishAct::kConfirm:
    case WishAct::kNotYet:
      RefuseEmpty(in, "receipt", body.receipt);
      RefuseEmpty(in, "answer_token", body.answer_token);
      break;
  }
  return in.Finish("wish body", std::move(body));
}

}  // namespace studio

#include "shared/bodies/request_body.h"

#include <array>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/record/attachment_fields.h"

namespace studio {
namespace {

constexpr std::array kVisibilities = {Visibility::kNamed, Visibility::kMembersOnly,
                                      Visibility::kAnonymous};

// A visibility this program does not know is an error, never a default: it says who may read.
void Need(JsonFields& in, const char* name, Visibility& out) {
  std::string text;
  in.Need(name, text);
  for (Visibility visibility : kVisibilities) {
    if (NameOf(visibility) == text) {
      out = visibility;
      return;
    }
  }
  in.Refuse(name);
}

std::vector<std::string> InkTexts(const std::vector<Ink>& inks) {
  std::vector<std::string> texts;
  for (const Ink& ink : inks) texts.push_back(ToText(ink));
  return texts;
}

void May(JsonFields& in, const char* name, std::vector<Ink>& out) {
  std::vector<std::string> texts;
  in.May(name, texts);
  for (const std::string& text : texts) {
    auto ink = InkFromText(text);
    if (!ink || out.size() == kMaxInkCharacters) return in.Refuse(name);
    out.push_back(std::move(*ink));
  }
}

}  // namespace

std::string_view NameOf(Visibility visibility) {
  switch (visibility) {
    case Visibility::kNamed:
      return "named";
    case Visibility::kMembersOnly:
      return "members_only";
    case Visibility::kAnonymous:
      return "anonymous";
  }
  return "unknown";
}

std::string ToJson(const RequestBody& body) {
  return JsonText({{"receipt", body.receipt},
                   {"reading_key", body.reading_key},
                   {"category", body.category},
                   {"category_name", body.category_name},
                   {"village", body.village},
                   {"village_name", body.village_name},
                   {"group", body.group},
                   {"words", body.words},
                   {"visibility", NameOf(body.visibility)},
                   {"name", body.name},
                   {"name_ink", InkTexts(body.name_ink)},
                   {"phone", body.phone},
                   {"members_may_read", body.members_may_read},
                   {"head_count", body.head_count},
                   {"representatives", body.representatives},
                   {"helped_by", body.helped_by},
                   {"helper", body.helper},
                   {"helper_token", body.helper_token},
                   {"danger", body.danger},
                   {"danger_words", body.danger_words},
                   {"sensitive", body.sensitive},
                   {"left_out", body.left_out},
                   {"consent_version", body.consent_version},
                   {"attachments", JsonOf(body.attachments)},
                   {"guided_to", body.guided_to},
                   {"joins", body.joins}});
}

Result<RequestBody> RequestBodyFromJson(std::string_view json) {
  JsonFields in(json);
  RequestBody body;
  in.May("receipt", body.receipt);
  in.May("reading_key", body.reading_key);
  in.May("category", body.category);
  in.May("category_name", body.category_name);
  in.May("village", body.village);
  in.May("village_name", body.village_name);
  in.May("group", body.group);
  in.May("words", body.words);
  Need(in, "visibility", body.visibility);
  in.May("name", body.name);
  May(in, "name_ink", body.name_ink);
  in.May("phone", body.phone);
  in.May("members_may_read", body.members_may_read);
  in.May("head_count", body.head_count);
  in.May("representatives", body.representatives);
  in.May("helped_by", body.helped_by);
  in.May("helper", body.helper);
  in.May("helper_token", body.helper_token);
  in.May("danger", body.danger);
  in.May("danger_words", body.danger_words);
  in.May("sensitive", body.sensitive);
  in.May("left_out", body.left_out);
  in.May("consent_version", body.consent_version);
  MayAttachments(in, "attachments", body.attachments);
  in.May("guided_to", body.guided_to);
  in.May("joins", body.joins);
  return in.Finish("request body", std::move(body));
}

std::string ToJson(const WithdrawalBody& body) {
  return JsonText({{"withdraws", body.withdraws.ToString()}, {"receipt", body.receipt}});
}

Result<WithdrawalBody> WithdrawalBodyFromJson(std::string_view json) {
  JsonFields in(json);
  WithdrawalBody body;
  in.Need("withdraws", body.withdraws);
  in.May("receipt", body.receipt);
  return in.Finish("withdrawal body", std::move(body));
}

}  // namespace studio

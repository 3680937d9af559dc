#include "shared/bodies/case_bodies.h"

#include <array>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/record/attachment_fields.h"

namespace studio {
namespace {

constexpr std::array kSatisfactions = {Satisfaction::kSatisfied, Satisfaction::kMostly,
                                       Satisfaction::kDissatisfied};

void Need(JsonFields& in, const char* name, Satisfaction& out) {
  std::string text;
  in.Need(name, text);
  const auto satisfaction = SatisfactionFrom(text);
  satisfaction ? void(out = *satisfaction) : in.Refuse(name);
}

}  // namespace

std::string_view NameOf(Satisfaction satisfaction) {
  switch (satisfaction) {
    case Satisfaction::kSatisfied:
      return "satisfied";
    case Satisfaction::kMostly:
      return "mostly";
    case Satisfaction::kDissatisfied:
      return "dissatisfied";
  }
  return "unknown";
}

std::optional<Satisfaction> SatisfactionFrom(std::string_view name) {
  for (Satisfaction satisfaction : kSatisfactions)
    if (NameOf(satisfaction) == name) return satisfaction;
  return std::nullopt;
}

std::string ToJson(const RatingBody& body) {
  return JsonText({{"receipt", body.receipt},
                   {"round", body.round},
                   {"token", ToBase64Url(body.token)},
                   {"satisfaction", NameOf(body.satisfaction)},
                   {"send_back", body.send_back},
                   {"reasons", body.reasons},
                   {"words", body.words},
                   {"attachments", JsonOf(body.attachments)},
                   {"danger", body.danger},
                   {"danger_words", body.danger_words}});
}

Result<RatingBody> RatingBodyFromJson(std::string_view json) {
  JsonFields in(json);
  RatingBody body;
  in.Need("receipt", body.receipt);
  in.Need("round", body.round);
  in.Need("token", body.token);
  Need(in, "satisfaction", body.satisfaction);
  in.May("send_back", body.send_back);
  in.May("reasons", body.reasons);
  in.May("words", body.words);
  MayAttachments(in, "attachments", body.attachments);
  if (body.send_back && body.satisfaction != Satisfaction::kDissatisfied) in.Refuse("send_back");
  in.May("danger", body.danger);
  in.May("danger_words", body.danger_words);
  return in.Finish("rating body", std::move(body));
}

}  // namespace studio

#include "shared/bodies/topic_bodies.h"

#include <array>

#include "shared/base/digest.h"
#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/record/attachment_fields.h"

namespace studio {

std::string_view NameOf(Stance stance) {
  switch (stance) {
    case Stance::kAgree:
      return "agree";
    case Stance::kDiffer:
      return "differ";
    case Stance::kSuggest:
      return "suggest";
  }
  return "unknown";
}

std::optional<Stance> StanceFrom(std::string_view name) {
  for (Stance stance : std::array{Stance::kAgree, Stance::kDiffer, Stance::kSuggest}) {
    if (NameOf(stance) == name) return stance;
  }
  return std::nullopt;
}

std::string ToJson(const OpinionBody& body) {
  return JsonText({{"topic", body.topic},
                   {"ballot", ToBase64Url(body.ballot)},
                   {"member", body.member},
                   {"stance", NameOf(body.stance)},
                   {"words", body.words},
                   {"at_ms", body.at_ms},
                   {"late", body.late},
                   {"attachments", JsonOf(body.attachments)},
                   {"danger", body.danger},
                   {"danger_words", body.danger_words}});
}

Result<OpinionBody> OpinionBodyFromJson(std::string_view json) {
  JsonFields in(json);
  OpinionBody body;
  std::string stance;
  in.Need("topic", body.topic);
  in.Need("ballot", body.ballot);
  in.May("member", body.member);
  in.Need("stance", stance);
  if (const auto known = StanceFrom(stance)) {
    body.stance = *known;
  } else {
    in.Refuse("stance");
  }
  in.May("words", body.words);
  in.Need("at_ms", body.at_ms);
  in.May("late", body.late);
  MayAttachments(in, "attachments", body.attachments);
  in.May("danger", body.danger);
  in.May("danger_words", body.danger_words);
  return in.Finish("opinion body", std::move(body));
}

Ballot RandomBallot() {
  Ballot ballot{};
  FillRandom(ballot);
  return ballot;
}

Ballot MemberBallot(std::string_view topic, const BadgeSecret& secret) {
  ByteWriter out;
  out.Raw(secret);
  out.Raw(AsBytes(topic));
  const Digest digest = HashOf("ms.member-ballot.v1", out.Take());
  Ballot ballot{};
  std::copy_n(digest.begin(), ballot.size(), ballot.begin());
  return ballot;
}

std::string TopicAddress(std::string_view phone_pages, std::string_view topic,
                         const Ballot& ballot) {
  return std::string(phone_pages) + "/t/" + std::string(topic) + "?b=" + ToBase64Url(ballot);
}

}  // namespace studio

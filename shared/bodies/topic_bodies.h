// The body of an `opinion` record, and what makes one voice one ballot. JSON (UTF-8) inside the
// seal; field names are the wire's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/record/attachment.h"
#include "shared/record/badge.h"

namespace studio {

// What a topic counts by. Whoever comes again with the same one has changed their mind.
using Ballot = ByteArray<16>;

enum class Stance { kAgree, kDiffer, kSuggest };  // 赞成, 有不同意见, 提建议
std::string_view NameOf(Stance stance);           // "agree", "differ", "suggest"
std::optional<Stance> StanceFrom(std::string_view name);

struct OpinionBody {
  std::string topic;  // id
  Ballot ballot{};
  bool member = false;  // by a member; then the ballot is MemberBallot's
  Stance stance = Stance::kAgree;
  std::string words;       // at most 500 characters
  std::int64_t at_ms = 0;  // county time as far as it was known
  bool late = false;       // the topic was closed meanwhile: kept and read, not counted
  std::vector<AttachmentRef> attachments;
  bool danger = false;                      // it was answered that somebody is in danger
  std::vector<std::string> danger_words{};  // what made the terminal ask
};

std::string ToJson(const OpinionBody& body);
Result<OpinionBody> OpinionBodyFromJson(std::string_view json);

Ballot RandomBallot();
// A member's own for one topic, made of the secret on the printed card. The secret is on the card
// alone, so nobody else can tell whose ballot it is, or that two topics' are one person's.
Ballot MemberBallot(std::string_view topic, const BadgeSecret& secret);

// Where a phone goes on with that ballot: "https://host/t/TOPIC?b=BALLOT".
std::string TopicAddress(std::string_view phone_pages, std::string_view topic,
                         const Ballot& ballot);

}  // namespace studio

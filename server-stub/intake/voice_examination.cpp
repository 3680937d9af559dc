#include "server/intake/voice_examination.h"

namespace county {

using studio::RecordKind;
using studio::WishAct;

ExaminedVoice ExamineVoice(RecordKind kind, std::string_view body, const BadgeTrust& trust) {
  ExaminedVoice voice;
  if (kind == RecordKind::kOpinion) {
    if (auto read = studio::OpinionBodyFromJson(body)) {
      voice.body = std::move(*read);
    } else {
      voice.unread = read.error().detail;
    }
  } else if (kind == RecordKind::kWish) {
    if (auto read = studio::WishBodyFromJson(body)) {
      const bool by_member = read->act == WishAct::kClaim || read->act == WishAct::kGrant;
      if (by_member) voice.unproven = TokenFault(read->token, read->member, trust);
      if (!read->helper.empty())
        voice.helper_unproven = TokenFault(read->helper_token, read->helper, trust);
      voice.body = std::move(*read);
    } else {
      voice.unread = read.error().detail;
    }
  }
  return voice;
}

}  // namespace county

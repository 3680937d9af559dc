#include "server/books/case_examination.h"

namespace county {

std::optional<studio::BoxPublicKey> ReadingKeyFrom(std::string_view text) {
  const auto bytes = studio::ToArray<32>(studio::FromBase64Url(text));
  if (!bytes) return std::nullopt;
  return studio::BoxPublicKey{*bytes};
}

ExaminedCase ExamineRequest(const studio::RequestBody& body, const studio::RecordHeader& header,
                            StudioId studio) {
  ExaminedCase examined;
  if (body.receipt.empty()) return examined;  // guided elsewhere
  const auto key = ReadingKeyFrom(body.reading_key);
  if (!key) {
    examined.outcome = "no case: not a reading key";
    return examined;
  }
  CaseOpening& opening = examined.opening.emplace();
  opening.number = body.receipt;
  opening.reading_key = *key;
  opening.record = header.id;
  opening.terminal = header.terminal;
  opening.studio = studio;
  opening.category = body.category;
  opening.village = body.village;
  opening.category_name = body.category_name;
  opening.joins = body.joins;
  return examined;
}

ExaminedCase ExamineRating(std::string_view body) {
  ExaminedCase examined;
  if (auto rating = studio::RatingBodyFromJson(body)) {
    examined.rating = std::move(*rating);
  } else {
    examined.outcome = "unread: " + rating.error().detail;
  }
  return examined;
}

ExaminedCase ExamineReply(std::string_view body) {
  ExaminedCase examined;
  if (auto reply = studio::MemberReplyBodyFromJson(body)) {
    examined.reply = std::move(*reply);
  } else {
    examined.outcome = "unread: " + reply.error().detail;
  }
  return examined;
}

}  // namespace county

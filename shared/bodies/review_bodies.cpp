#include "shared/bodies/review_bodies.h"

#include "shared/base/clean_text.h"
#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/base/utf8.h"
#include "shared/record/sealed_text.h"

namespace studio {
namespace {

constexpr SealedTextKind kKeptReview = {"MSV1", 64 * 1024, "review"};
constexpr SealedTextKind kKeptClosing = {"MSY1", 8 * 1024, "year's closing"};

bool IsReason(const std::string& text) {
  return !IsBlank(text) && CountCharacters(text) <= kMaxReviewReason;
}

}  // namespace

std::string ToJson(const ReviewBody& body) {
  return JsonText({{"deeds", body.deeds},
                   {"confirms", body.confirms},
                   {"reason", body.reason},
                   {"by", body.by},
                   {"studio", body.studio},
                   {"token", body.token}});
}

Result<ReviewBody> ReviewBodyFromJson(std::string_view json) {
  JsonFields in(json);
  ReviewBody body;
  in.Need("deeds", body.deeds);
  in.Need("confirms", body.confirms);
  in.May("reason", body.reason);
  in.Need("by", body.by);
  in.May("studio", body.studio);
  in.May("token", body.token);
  if (body.deeds.empty() || body.deeds.size() > kMaxReviewed) in.Refuse("deeds");
  if (body.by.empty()) in.Refuse("by");
  if (!body.confirms && !IsReason(body.reason)) in.Refuse("reason");
  return in.Finish("review", std::move(body));
}

Result<Bytes> SealReview(const Uuid& record, const ReviewBody& body, const BoxPublicKey& studio) {
  return SealText(kKeptReview, record.ToString(), ToJson(body), studio);
}

Result<ReviewBody> OpenReview(const Uuid& record, ByteView sealed, const BoxKeyPair& studio) {
  return OpenText(kKeptReview, record.ToString(), sealed, studio).and_then(ReviewBodyFromJson);
}

bool MayCloseYear(int year, CalendarDate today) {
  return today >= std::chrono::year(year) / std::chrono::December / 1;
}

std::string ToJson(const YearClosingBody& body) {
  return JsonText({{"year", body.year},
                   {"closes", body.closes},
                   {"why", body.why},
                   {"digest", body.digest},
                   {"date", body.date},
                   {"by", body.by},
                   {"studio", body.studio},
                   {"token", body.token}});
}

Result<YearClosingBody> YearClosingBodyFromJson(std::string_view json) {
  JsonFields in(json);
  YearClosingBody body;
  in.Need("year", body.year);
  in.Need("closes", body.closes);
  in.May("why", body.why);
  in.May("digest", body.digest);
  in.Need("date", body.date);
  in.Need("by", body.by);
  in.May("studio", body.studio);
  in.May("token", body.token);
  if (!ParseDate(body.date)) in.Refuse("date");
  if (body.by.empty()) in.Refuse("by");
  if (!body.closes && !IsReason(body.why)) in.Refuse("why");
  return in.Finish("year's closing", std::move(body));
}

Result<Bytes> SealYearClosing(const Uuid& record, const YearClosingBody& body,
                              const BoxPublicKey& studio) {
  return SealText(kKeptClosing, record.ToString(), ToJson(body), studio);
}

Result<YearClosingBody> OpenYearClosing(const Uuid& record, ByteView sealed,
                                        const BoxKeyPair& studio) {
  return OpenText(kKeptClosing, record.ToString(), sealed, studio)
      .and_then(YearClosingBodyFromJson);
}

}  // namespace studio

#include "shared/bodies/heard_body.h"

#include "shared/base/calendar_date.h"
#include "shared/base/clean_text.h"
#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr const char* kHeardAct = "heard";
constexpr const char* kPhoneWay = "phone";
constexpr const char* kMouthWay = "word_of_mouth";

Result<HeardBody> ReadHeard(std::string_view json, bool finished) {
  JsonFields in(json);
  HeardBody body;
  std::string act, way;
  in.May("act", act);
  if (act != kHeardAct) return in.Finish("heard", std::move(body));
  in.Need("way", way);
  if (way != kPhoneWay && way != kMouthWay) in.Refuse("way");
  body.way = way == kMouthWay ? HeardBy::kWordOfMouth : HeardBy::kPhone;
  in.May("who", body.who);
  if (CountCharacters(body.who) > kMaxHeardWho) in.Refuse("who");
  in.May("village", body.village);
  in.May("village_name", body.village_name);
  in.May("category", body.category);
  in.May("category_name", body.category_name);
  in.Need("words", body.words);
  if (CountCharacters(body.words) > kMaxHeardWords) in.Refuse("words");
  if (finished && IsBlank(body.words)) in.Refuse("words");
  in.Need("date", body.date);
  if (!ParseDate(body.date)) in.Refuse("date");
  in.May("studio", body.studio);
  in.May("by", body.by);
  in.May("token", body.token);
  return in.Finish("heard", std::move(body));
}

}  // namespace

std::string ToJson(const HeardBody& body) {
  return JsonText({{"act", kHeardAct},
                   {"way", body.way == HeardBy::kPhone ? kPhoneWay : kMouthWay},
                   {"who", body.who},
                   {"village", body.village},
                   {"village_name", body.village_name},
                   {"category", body.category},
                   {"category_name", body.category_name},
                   {"words", body.words},
                   {"date", body.date},
                   {"studio", body.studio},
                   {"by", body.by},
                   {"token", body.token}});
}

Result<HeardBody> HeardBodyFromJson(std::string_view json) { return ReadHeard(json, true); }
Result<HeardBody> HeardDraftFromJson(std::string_view json) { return ReadHeard(json, false); }

}  // namespace studio

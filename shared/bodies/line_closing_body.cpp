#include "shared/bodies/line_closing_body.h"

#include "shared/base/calendar_date.h"
#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr const char* kClosingAct = "line_closing";

}  // namespace

std::string ToJson(const LineClosingBody& body) {
  return JsonText({{"act", kClosingAct},
                   {"line", body.line.ToString()},
                   {"outcome", NameOf(body.outcome)},
                   {"words", body.words},
                   {"date", body.date},
                   {"studio", body.studio},
                   {"by", body.by},
                   {"token", body.token}});
}

Result<LineClosingBody> LineClosingBodyFromJson(std::string_view json) {
  JsonFields in(json);
  LineClosingBody body;
  std::string act, outcome;
  in.May("act", act);
  if (act != kClosingAct) return in.Finish("line closing", std::move(body));
  in.Need("line", body.line);
  in.Need("outcome", outcome);
  if (const auto known = CaseOutcomeFrom(outcome)) {
    body.outcome = *known;
  } else {
    in.Refuse("outcome");
  }
  in.May("words", body.words);
  if (CountCharacters(body.words) > kMaxClosingWords) in.Refuse("words");
  in.Need("date", body.date);
  if (!ParseDate(body.date)) in.Refuse("date");
  in.May("studio", body.studio);
  in.May("by", body.by);
  in.May("token", body.token);
  return in.Finish("line closing", std::move(body));
}

}  // namespace studio

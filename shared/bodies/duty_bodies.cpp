#include "shared/bodies/duty_bodies.h"

#include <array>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"

namespace studio {
namespace {

constexpr std::array<std::string_view, 7> kVerdicts = {
    "on_duty", "late", "standing_in", "extra", "other_studio", "leaving", "left_early"};
constexpr std::array<std::string_view, 2> kBadges = {"card", "live"};
constexpr std::array<std::string_view, 3> kItems = {"open", "call_back", "device"};
constexpr std::array<std::string_view, 6> kChanges = {"leave", "stand_in", "swap",
                                                      "put",   "remove",   "take_back"};

template <std::size_t N>
void NeedOneOf(JsonFields& in, const char* name, const std::array<std::string_view, N>& known,
               std::string& out) {
  in.Need(name, out);
  if (std::find(known.begin(), known.end(), out) == known.end()) in.Refuse(name);
}

void NeedText(JsonFields& in, const char* name, std::string& out) {
  in.Need(name, out);
  if (out.empty()) in.Refuse(name);
}

}  // namespace

std::string ToJson(const CheckInBody& body) {
  return JsonText({{"out", body.out},
                   {"member", body.member},
                   {"member_name", body.member_name},
                   {"studio", body.studio},
                   {"shift", body.shift},
                   {"date", body.date},
                   {"at_ms", body.at_ms},
                   {"verdict", body.verdict},
                   {"badge", body.badge},
                   {"token", body.token},
                   {"stand_in_for", body.stand_in_for},
                   {"minutes", body.minutes},
                   {"trust_stale", body.trust_stale},
                   {"clock_unsure", body.clock_unsure},
                   {"with_pin", body.with_pin},
                   {"visit", body.visit}});
}

Result<CheckInBody> CheckInBodyFromJson(std::string_view json) {
  JsonFields in(json);
  CheckInBody body;
  in.Need("out", body.out);
  NeedText(in, "member", body.member);
  in.May("member_name", body.member_name);
  in.Need("studio", body.studio);
  in.May("shift", body.shift);
  in.May("date", body.date);
  in.Need("at_ms", body.at_ms);
  NeedOneOf(in, "verdict", kVerdicts, body.verdict);
  NeedOneOf(in, "badge", kBadges, body.badge);
  in.May("token", body.token);
  in.May("stand_in_for", body.stand_in_for);
  in.May("minutes", body.minutes);
  in.May("trust_stale", body.trust_stale);
  in.May("clock_unsure", body.clock_unsure);
  in.May("with_pin", body.with_pin);
  in.May("visit", body.visit);
  return in.Finish("check-in body", std::move(body));
}

std::string ToJson(const HandoverBody& body) {
  nlohmann::json items = nlohmann::json::array();
  for (const HandoverItem& item : body.items) {
    items.push_back({{"kind", item.kind}, {"text", item.text}});
  }
  return JsonText({{"member", body.member},
                   {"studio", body.studio},
                   {"shift", body.shift},
                   {"date", body.date},
                   {"items", items},
                   {"confirms", body.confirms},
                   {"danger", body.danger},
                   {"danger_words", body.danger_words}});
}

Result<HandoverBody> HandoverBodyFromJson(std::string_view json) {
  JsonFields in(json);
  HandoverBody body;
  NeedText(in, "member", body.member);
  in.Need("studio", body.studio);
  in.May("shift", body.shift);
  in.May("date", body.date);
  if (in.Has("items")) {
    for (JsonFields& item : in.Objects("items")) {
      HandoverItem& read = body.items.emplace_back();
      NeedOneOf(item, "kind", kItems, read.kind);
      item.Need("text", read.text);
    }
  }
  in.May("confirms", body.confirms);
  in.May("danger", body.danger);
  in.May("danger_words", body.danger_words);
  return in.Finish("handover body", std::move(body));
}

std::string ToJson(const RosterChangeBody& body) {
  return JsonText({{"kind", body.kind},
                   {"shift", body.shift},
                   {"saw_version", body.saw_version},
                   {"member", body.member},
                   {"other", body.other},
                   {"other_shift", body.other_shift},
                   {"other_saw_version", body.other_saw_version},
                   {"asked_by", body.asked_by},
                   {"agreed_by", body.agreed_by},
                   {"reason", body.reason},
                   {"studio", body.studio},
                   {"date", body.date},
                   {"from", body.from},
                   {"to", body.to},
                   {"members", body.members}});
}

Result<RosterChangeBody> RosterChangeBodyFromJson(std::string_view json) {
  JsonFields in(json);
  RosterChangeBody body;
  NeedOneOf(in, "kind", kChanges, body.kind);
  NeedText(in, "shift", body.shift);
  in.Need("saw_version", body.saw_version);
  const bool of_member = body.kind != "put" && body.kind != "remove";
  if (of_member) NeedText(in, "member", body.member);
  if (body.kind == "stand_in" || body.kind == "swap") NeedText(in, "other", body.other);
  if (body.kind == "swap") {
    NeedText(in, "other_shift", body.other_shift);
    in.Need("other_saw_version", body.other_saw_version);
  }
  in.May("asked_by", body.asked_by);
  in.May("agreed_by", body.agreed_by);
  in.May("reason", body.reason);
  if (body.kind == "put") {
    in.Need("studio", body.studio);
    NeedText(in, "date", body.date);
    NeedText(in, "from", body.from);
    NeedText(in, "to", body.to);
    in.Need("members", body.members);
  }
  return in.Finish("roster change body", std::move(body));
}

}  // namespace studio

#include "shared/feed/entities.h"

#include <cctype>

#include "shared/base/bytes.h"
#include "shared/base/calendar_date.h"
#include "shared/base/json_fields.h"
#include "shared/base/time_of_day.h"

namespace studio {
namespace {

void MayDay(JsonFields& in, const char* name, std::string& day) {
  in.May(name, day);
  if (!day.empty() && !ParseDate(day)) in.Refuse(name);
}

std::optional<ShiftChange::Kind> ChangeKindFrom(std::string_view name) {
  if (name == "leave") return ShiftChange::Kind::kLeave;
  if (name == "stand_in") return ShiftChange::Kind::kStandIn;
  if (name == "swap") return ShiftChange::Kind::kSwap;
  return std::nullopt;
}

// A kind of change that a newer county knows is left out, like an unknown field.
void May(JsonFields& in, const char* name, std::vector<ShiftChange>& out) {
  if (!in.Has(name)) return;
  for (JsonFields& item : in.Objects(name)) {
    std::string kind;
    ShiftChange change;
    item.Need("kind", kind);
    item.Need("member", change.member);
    item.May("other", change.other);
    item.May("asked_by", change.asked_by);
    item.May("agreed_by", change.agreed_by);
    item.May("reason", change.reason);
    std::string sealed;
    item.May("sealed_reason", sealed);
    if (auto bytes = FromBase64Url(sealed)) {
      change.sealed_reason = std::move(*bytes);
    } else {
      item.Refuse("sealed_reason");
    }
    item.May("record", change.record);
    const auto known = ChangeKindFrom(kind);
    if (!known) continue;
    change.kind = *known;
    out.push_back(std::move(change));
  }
}

void May(JsonFields& in, const char* name, Mechanism::Subject& out) {
  if (!in.Has(name)) return;
  std::string subject;
  in.Need(name, subject);
  if (subject == "member") {
    out = Mechanism::Subject::kMember;
  } else if (subject == "platform") {
    out = Mechanism::Subject::kPlatform;
  } else {
    in.Refuse(name);
  }
}

void MayFacts(JsonFields& in, std::vector<ToldFact>& out) {
  if (!in.Has("facts")) return;
  for (JsonFields& one : in.Objects("facts")) {
    ToldFact& fact = out.emplace_back();
    one.Need("title", fact.title);
    one.Need("words", fact.words);
  }
  if (out.size() > kMostFacts) in.Refuse("facts");
}

void MayWithin(JsonFields& in, const char* name, int least, int most, int& out) {
  int number = out;
  in.May(name, number);
  if (number < least || number > most) return in.Refuse(name);
  out = number;
}

void May(JsonFields& in, const char* name, std::vector<UsualHours>& out) {
  if (!in.Has(name)) return;
  for (JsonFields& item : in.Objects(name)) {
    UsualHours hours;
    item.Need("names", hours.names);
    item.Need("from", hours.from);
    item.Need("to", hours.to);
    if (!AreHours(hours.from, hours.to)) in.Refuse(name);
    out.push_back(std::move(hours));
  }
}

}  // namespace

void MaySeen(JsonFields& in, const char* name, std::vector<SeenItem>& out) {
  if (!in.Has(name)) return;
  for (JsonFields& one : in.Objects(name)) {
    SeenItem& seen = out.emplace_back();
    one.Need("name", seen.name);
    one.Need("evidence", seen.evidence);
  }
}

Result<County> CountyFromJson(std::string_view json) {
  JsonFields in(json);
  County county;
  in.May("name", county.name);
  in.May("code", county.code);
  in.May("phone", county.phone);
  in.May("address", county.address);
  in.May("mechanism", county.mechanism);
  in.May("studio_word", county.studio_word);
  in.May("retention_days", county.retention_days);
  in.May("sealing_key", county.sealing_key.bytes);
  in.May("phone_pages", county.phone_pages);
  MayDay(in, "term_from", county.term_from);
  MayDay(in, "term_to", county.term_to);
  std::vector<std::string> keys;
  in.May("signing_keys", keys);
  for (const std::string& text : keys) {
    if (const auto key = ToArray<32>(FromBase64Url(text))) {
      county.signing_keys.push_back({*key});
    } else {
      in.Refuse("signing_keys");
    }
  }
  return in.Finish("county", std::move(county));
}

Result<Studio> StudioFromJson(std::string_view json) {
  JsonFields in(json);
  Studio studio;
  in.May("id", studio.id);
  in.May("name", studio.name);
  in.May("township", studio.township);
  in.May("phone", studio.phone);
  in.May("hours", studio.hours);
  in.May("sealing_key", studio.sealing_key.bytes);
  in.May("reception", studio.reception);
  in.May("spelling", studio.spelling);
  in.May("managers", studio.managers);
  in.May("platform", studio.platform);
  in.May("parent", studio.parent);
  MaySeen(in, "haves", studio.haves);
  MayFacts(in, studio.facts);
  return in.Finish("studio", std::move(studio));
}

Result<Mechanism> MechanismFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  Mechanism mechanism;
  mechanism.id = id;
  in.May("title", mechanism.title);
  in.May("rotation_name", mechanism.rotation_name);
  May(in, "rotation_subject", mechanism.rotation_subject);
  MayWithin(in, "rotation_at_least", 1, 31, mechanism.rotation_at_least);
  constexpr int kMost = Mechanism::kLongestMinutes;
  MayWithin(in, "late_after_minutes", 1, kMost, mechanism.late_after_minutes);
  MayWithin(in, "early_before_minutes", 1, kMost, mechanism.early_before_minutes);
  MayWithin(in, "early_arrival_minutes", 0, kMost, mechanism.early_arrival_minutes);
  in.May("ask_pin", mechanism.ask_pin);
  May(in, "usual_hours", mechanism.usual_hours);
  in.May("topic_method", mechanism.topic_method);
  in.May("topic_steps", mechanism.topic_steps);
  MayTemplates(in, "activities", mechanism.activities);
  in.May("topic_checklist", mechanism.topic_checklist);
  in.May("topic_after", mechanism.topic_after);
  in.May("haves", mechanism.haves);
  in.May("studios_wanted", mechanism.studios_wanted);
  in.May("platform_rule", mechanism.platform_rule);
  return in.Finish("mechanism", std::move(mechanism));
}

Result<Category> CategoryFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  Category category;
  category.id = id;
  in.May("name", category.name);
  in.May("hint", category.hint);
  in.May("icon", category.icon);
  in.May("order", category.order);
  in.May("sentences", category.sentences);
  in.May("sensitive", category.sensitive);
  return in.Finish("category", std::move(category));
}

void ReadMember(JsonFields& in, Member& member) {
  in.May("name", member.name);
  in.May("sector", member.sector);
  in.May("group", member.group);
  in.May("studios", member.studios);
  in.May("photo", member.photo);
  in.May("intro", member.intro);
  if (in.Has("posts")) {
    for (JsonFields& one : in.Objects("posts")) {
      MemberPost& held = member.posts.emplace_back();
      one.Need("post", held.post);
      MayDay(one, "from", held.from);
      MayDay(one, "until", held.until);
    }
  }
  in.May("type", member.type);
  MayDay(in, "joined", member.joined);
  MayDay(in, "left", member.left);
  in.May("ranked", member.ranked);
  MayFacts(in, member.facts);
}

Result<Member> MemberFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  Member member;
  member.id = id;
  ReadMember(in, member);
  return in.Finish("member", std::move(member));
}

Result<Revocation> RevocationFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  Revocation revocation;
  revocation.id = id;
  in.May("member", revocation.member);
  in.May("before_s", revocation.before_s);
  in.May("nonce", revocation.nonce);
  return in.Finish("revocation", std::move(revocation));
}

bool IsShiftId(std::string_view id) {
  return !id.empty() && !ParseDate(id.substr(0, id.find('/')));
}

Result<Shift> ShiftFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  Shift shift;
  shift.id = id;
  if (!IsShiftId(id)) in.Refuse("id");
  in.May("studio", shift.studio);
  in.May("date", shift.date);
  in.May("from", shift.from);
  in.May("to", shift.to);
  in.May("members", shift.members);
  May(in, "changes", shift.changes);
  in.May("applied_record", shift.applied_record);
  return in.Finish("shift", std::move(shift));
}

Result<AttendanceLine> AttendanceFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  AttendanceLine line;
  line.id = id;
  in.May("shift", line.shift);
  in.Need("member", line.member);
  in.Need("studio", line.studio);
  in.Need("date", line.date);
  in.May("in_ms", line.in_ms);
  in.May("out_ms", line.out_ms);
  in.May("stand_in_for", line.stand_in_for);
  in.May("visit_ms", line.visit_ms);
  in.May("back_ms", line.back_ms);
  in.May("unproven", line.unproven);
  return in.Finish("attendance", std::move(line));
}

Result<KeyWrap> KeyWrapFromJson(std::string_view json) {
  JsonFields in(json);
  KeyWrap wrap;
  in.Need("studio", wrap.studio);
  in.Need("member", wrap.member);
  std::string wrapped;
  in.Need("wrapped", wrapped);
  if (auto bytes = FromBase64Url(wrapped)) {
    wrap.wrapped = std::move(*bytes);
  } else {
    in.Refuse("wrapped");
  }
  in.May("card", wrap.card);
  return in.Finish("key wrap", std::move(wrap));
}

Result<Superseded> SupersededFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  Superseded superseded;
  superseded.record = id;
  in.May("shift", superseded.shift);
  in.May("kind", superseded.kind);
  in.May("reason", superseded.reason);
  in.May("at_ms", superseded.at_ms);
  return in.Finish("superseded", std::move(superseded));
}

Result<Holiday> HolidayFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  Holiday holiday;
  holiday.date = id;
  in.May("name", holiday.name);
  in.Need("worked", holiday.worked);
  return in.Finish("holiday", std::move(holiday));
}

}  // namespace studio

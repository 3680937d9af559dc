#include "shared/mechanism/deed.h"

#include <algorithm>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"

namespace studio {
namespace {

void NeedDay(JsonFields& in, const char* name, CalendarDate& out) {
  std::string text;
  in.Need(name, text);
  if (const auto day = ParseDate(text)) {
    out = *day;
  } else {
    in.Refuse(name);
  }
}

// As text or as a number that decimals say exactly.
std::optional<Fraction> FigureOf(const nlohmann::json& value) {
  if (value.is_string()) return Fraction::Parse(value.get_ref<const std::string&>());
  if (value.is_number()) return Fraction::Parse(value.dump());
  return std::nullopt;
}

void ReadUnits(JsonFields& in, std::map<std::string, Fraction>& units) {
  if (!in.Has("units")) return;
  const auto json = nlohmann::json::parse(in.ObjectText("units"), nullptr, false);
  if (!json.is_object()) return in.Refuse("units");
  for (const auto& [unit, value] : json.items()) {
    const auto figure = FigureOf(value);
    if (!figure || *figure < 0 || !IsDeedFigure(*figure)) return in.Refuse("units");
    units.emplace(unit, *figure);
  }
}

DeedMember MemberFrom(JsonFields& in) {
  DeedMember member;
  in.Need("id", member.id);
  in.May("role", member.role);
  in.May("attendance", member.attendance);
  in.May("confirmed", member.confirmed);
  ReadUnits(in, member.units);
  const bool known = std::find(std::begin(kAttendanceWords), std::end(kAttendanceWords),
                               member.attendance) != std::end(kAttendanceWords);
  if (!member.attendance.empty() && !known) in.Refuse("attendance");
  if (member.id.empty()) in.Refuse("id");
  return member;
}

DeedState StateFrom(JsonFields& in) {
  DeedState state;
  in.Need("state", state.state);
  NeedDay(in, "on", state.on);
  in.May("level", state.level);
  in.May("form", state.form);
  return state;
}

}  // namespace

bool IsDeedFigure(const Fraction& figure) {
  return figure <= kMaxDeedFigure && figure >= -kMaxDeedFigure && 1000 % figure.under() == 0;
}

bool StayedAway(std::string_view attendance) {
  const auto away = std::find(std::begin(kAttendanceWords), std::end(kAttendanceWords), "leave");
  return std::find(away, std::end(kAttendanceWords), attendance) != std::end(kAttendanceWords);
}

bool HasPart(const Deed& deed, std::string_view member) {
  return std::any_of(deed.members.begin(), deed.members.end(),
                     [&](const DeedMember& one) { return one.id == member; });
}

const std::string& WriterOf(const Deed& deed) {
  return deed.entered_by.empty() ? deed.members.front().id : deed.entered_by;
}

CalendarDate LastDayOf(const Deed& deed) {
  CalendarDate last = deed.done;
  for (const DeedState& state : deed.states) last = std::max(last, state.on);
  return last;
}

Result<Deed> DeedFromJson(std::string_view json) {
  JsonFields in(json);
  Deed deed;
  in.Need("id", deed.id);
  in.Need("kind", deed.kind);
  NeedDay(in, "done", deed.done);
  for (JsonFields& member : in.Objects("members")) deed.members.push_back(MemberFrom(member));
  in.May("studio", deed.studio);
  in.May("title", deed.title);
  in.May("place", deed.place);
  in.May("level", deed.level);
  in.May("must_attend", deed.must_attend);
  ReadUnits(in, deed.units);
  if (in.Has("states")) {
    for (JsonFields& state : in.Objects("states")) deed.states.push_back(StateFrom(state));
  }
  std::vector<std::string> marks;
  in.May("marks", marks);
  deed.marks = {marks.begin(), marks.end()};
  std::string score;
  in.May("score", score);
  deed.score = Fraction::Parse(score);
  if (in.Has("score") && !(deed.score && IsDeedFigure(*deed.score))) in.Refuse("score");
  in.May("proof", deed.proof);
  in.May("entered_by", deed.entered_by);
  in.May("confirmed_by", deed.confirmed_by);
  in.May("about", deed.about);
  in.May("waiting", deed.waiting);
  in.May("sent_back", deed.sent_back);
  if (deed.id.empty()) in.Refuse("id");
  if (deed.members.empty()) in.Refuse("members");
  return in.Finish("deed", std::move(deed));
}

std::string ToJson(const Deed& deed) {
  nlohmann::ordered_json json = {{"id", deed.id}, {"kind", deed.kind}, {"done", ToText(deed.done)}};
  for (const DeedMember& one : deed.members) {
    nlohmann::ordered_json member = {{"id", one.id}};
    if (!one.role.empty()) member["role"] = one.role;
    if (!one.attendance.empty()) member["attendance"] = one.attendance;
    if (!one.confirmed) member["confirmed"] = false;
    for (const auto& [unit, figure] : one.units) member["units"][unit] = figure.ExactText();
    json["members"].push_back(std::move(member));
  }
  if (deed.studio != 0) json["studio"] = deed.studio;
  if (!deed.title.empty()) json["title"] = deed.title;
  if (!deed.place.empty()) json["place"] = deed.place;
  if (!deed.level.empty()) json["level"] = deed.level;
  if (deed.must_attend) json["must_attend"] = true;
  for (const auto& [unit, figure] : deed.units) json["units"][unit] = figure.ExactText();
  for (const DeedState& one : deed.states) {
    nlohmann::ordered_json state = {{"state", one.state}, {"on", ToText(one.on)}};
    if (!one.level.empty()) state["level"] = one.level;
    if (!one.form.empty()) state["form"] = one.form;
    json["states"].push_back(std::move(state));
  }
  if (!deed.marks.empty()) json["marks"] = deed.marks;
  if (deed.score) json["score"] = deed.score->ExactText();
  if (!deed.proof.empty()) json["proof"] = deed.proof;
  if (!deed.entered_by.empty()) json["entered_by"] = deed.entered_by;
  if (!deed.confirmed_by.empty()) json["confirmed_by"] = deed.confirmed_by;
  if (!deed.about.empty()) json["about"] = deed.about;
  if (deed.waiting) json["waiting"] = true;
  if (!deed.sent_back.empty()) json["sent_back"] = deed.sent_back;
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace studio

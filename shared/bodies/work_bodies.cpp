#include "shared/bodies/work_bodies.h"

#include <utility>

#include "shared/base/calendar_date.h"
#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/base/utf8.h"
#include "shared/record/attachment_fields.h"

namespace studio {
namespace {

nlohmann::json JsonOf(const std::vector<WorkMember>& members) {
  nlohmann::json list = nlohmann::json::array();
  for (const WorkMember& one : members) {
    nlohmann::json member = {{"id", one.id}};
    if (!one.role.empty()) member["role"] = one.role;
    if (!one.attendance.empty()) member["attendance"] = one.attendance;
    list.push_back(std::move(member));
  }
  return list;
}

void NeedMembers(JsonFields& in, std::vector<WorkMember>& members) {
  for (JsonFields& one : in.Objects("members")) {
    WorkMember& member = members.emplace_back();
    one.Need("id", member.id);
    one.May("role", member.role);
    one.May("attendance", member.attendance);
    if (member.id.empty()) in.Refuse("members");
  }
  if (members.empty() || members.size() > kMaxWorkMembers) in.Refuse("members");
}

void NeedDate(JsonFields& in, std::string& date) {
  in.Need("date", date);
  if (!ParseDate(date)) in.Refuse("date");
}

void MayUnits(JsonFields& in, std::map<std::string, std::string>& units) {
  if (!in.Has("units")) return;
  const auto given = nlohmann::json::parse(in.ObjectText("units"), nullptr, false);
  if (!given.is_object()) return in.Refuse("units");
  for (const auto& [unit, figure] : given.items()) {
    if (!figure.is_string()) return in.Refuse("units");
    units.emplace(unit, figure.get<std::string>());
  }
}

// Of what is no information; absent: it is one.
constexpr std::pair<HandedInAs, const char*> kHandedInAs[] = {{HandedInAs::kTopic, "topic"},
                                                              {HandedInAs::kProposal, "proposal"}};

void MayHandedInAs(JsonFields& in, HandedInAs& as) {
  std::string name;
  in.May("handed_in_as", name);
  if (name.empty()) return;
  for (const auto& [one, named] : kHandedInAs) {
    if (name == named) {
      as = one;
      return;
    }
  }
  in.Refuse("handed_in_as");
}

void HoldTo(JsonFields& in, const char* name, const std::string& text, std::size_t most) {
  if (CountCharacters(text) > most) in.Refuse(name);
}

void ReadInformation(JsonFields& in, InformationBody& body) {
  HoldTo(in, "title", body.title, kMaxWorkTitle);
  in.May("situation", body.situation);
  in.May("analysis", body.analysis);
  in.May("suggestion", body.suggestion);
  HoldTo(in, "suggestion", body.situation + body.analysis + body.suggestion, kMaxInformationWords);
  NeedDate(in, body.date);
  in.May("studio", body.studio);
  NeedMembers(in, body.members);
  in.May("form", body.form);
  MayHandedInAs(in, body.handed_in_as);
  in.May("sources", body.sources);
  in.May("lines", body.lines);
  MayAttachments(in, "attachments", body.attachments);
  in.May("by", body.by);
  in.May("token", body.token);
}

}  // namespace

std::string AboutRequest(const Uuid& record) { return "request:" + record.ToString(); }
std::string AboutWish(const std::string& id) { return "wish:" + id; }
std::string AboutTopic(const std::string& id) { return "topic:" + id; }
std::string AboutLiaison(const std::string& id) { return "liaison:" + id; }

std::string ToJson(const ActivityBody& body) {
  nlohmann::json json = {{"kind", body.kind},
                         {"title", body.title},
                         {"date", body.date},
                         {"studio", body.studio},
                         {"place", body.place},
                         {"organiser", body.organiser},
                         {"level", body.level},
                         {"must_attend", body.must_attend},
                         {"members", JsonOf(body.members)},
                         {"units", body.units},
                         {"marks", body.marks},
                         {"words", body.words},
                         {"late_entry", body.late_entry},
                         {"attachments", JsonOf(body.attachments)},
                         {"by", body.by},
                         {"token", body.token}};
  if (!body.met.empty()) json["met"] = body.met;
  if (!body.about.empty()) json["about"] = body.about;
  return JsonText(json);
}

Result<ActivityBody> ActivityBodyFromJson(std::string_view json) {
  JsonFields in(json);
  ActivityBody body;
  in.May("kind", body.kind);
  if (body.kind.empty()) return in.Finish("activity", std::move(body));
  in.Need("title", body.title);
  HoldTo(in, "title", body.title, kMaxWorkTitle);
  NeedDate(in, body.date);
  in.May("studio", body.studio);
  in.May("place", body.place);
  in.May("organiser", body.organiser);
  in.May("level", body.level);
  in.May("must_attend", body.must_attend);
  NeedMembers(in, body.members);
  MayUnits(in, body.units);
  in.May("marks", body.marks);
  in.May("words", body.words);
  HoldTo(in, "words", body.words, kMaxActivityWords);
  in.May("met", body.met);
  HoldTo(in, "met", body.met, kMaxActivityMet);
  in.May("late_entry", body.late_entry);
  in.May("about", body.about);
  MayAttachments(in, "attachments", body.attachments);
  in.May("by", body.by);
  in.May("token", body.token);
  return in.Finish("activity", std::move(body));
}

std::string ToJson(const InformationBody& body) {
  nlohmann::json json = {{"title", body.title},
                         {"situation", body.situation},
                         {"analysis", body.analysis},
                         {"suggestion", body.suggestion},
                         {"date", body.date},
                         {"studio", body.studio},
                         {"members", JsonOf(body.members)},
                         {"form", body.form},
                         {"sources", body.sources},
                         {"attachments", JsonOf(body.attachments)},
                         {"by", body.by},
                         {"token", body.token}};
  for (const auto& [one, named] : kHandedInAs) {
    if (body.handed_in_as == one) json["handed_in_as"] = named;
  }
  if (!body.lines.empty()) json["lines"] = body.lines;
  return JsonText(json);
}

Result<InformationBody> InformationBodyFromJson(std::string_view json) {
  JsonFields in(json);
  InformationBody body;
  in.May("title", body.title);
  if (!body.title.empty()) ReadInformation(in, body);
  return in.Finish("information", std::move(body));
}

Result<InformationBody> InformationDraftFromJson(std::string_view json) {
  JsonFields in(json);
  InformationBody body;
  in.May("title", body.title);
  ReadInformation(in, body);
  return in.Finish("information", std::move(body));
}

}  // namespace studio

#include "shared/mechanism/assessment_json.h"

#include <stdexcept>

#include "shared/base/json.h"

namespace studio {
namespace {

using Json = nlohmann::ordered_json;

// Texts of the file by the ids that rows and states name.
class Titles {
 public:
  explicit Titles(const CountingRules& rules) {
    for (const PointsRule& rule : rules.points) rules_[rule.id] = &rule;
    for (const Section& section : rules.sections) sections_[section.id] = &section;
    for (const Quota& quota : rules.quotas) quotas_[quota.id] = &quota;
  }

  Json Rows(const std::vector<PointsRow>& rows) const {
    Json out = Json::array();
    for (const PointsRow& row : rows) {
      const auto rule = rules_.find(row.rule);
      Json one = {{"rule", row.rule}};
      if (rule != rules_.end()) {
        one["title"] = rule->second->title;
        one["section"] = rule->second->section;
      }
      if (!row.deed.empty()) one["deed"] = row.deed;
      if (row.day.ok()) one["day"] = ToText(row.day);
      one["arithmetic"] = row.arithmetic;
      one["points"] = row.points.Text();
      one["counted"] = row.counted.Text();
      if (!row.cut_by.empty()) one["cut_by"] = row.cut_by;
      if (row.waiting) one["waiting"] = true;
      out.push_back(std::move(one));
    }
    return out;
  }

  Json Sections(const std::vector<SectionSum>& sums) const {
    Json out = Json::array();
    for (const SectionSum& sum : sums) {
      const auto section = sections_.find(sum.id);
      out.push_back({{"section", sum.id},
                     {"title", section == sections_.end() ? sum.id : section->second->title},
                     {"base", sum.base.Text()},
                     {"points", sum.points.Text()}});
    }
    return out;
  }

  Json Quotas(const std::vector<QuotaState>& states) const {
    Json out = Json::array();
    for (const QuotaState& state : states) {
      const auto quota = quotas_.find(state.quota);
      Json one = {{"quota", state.quota},
                  {"title", quota == quotas_.end() ? state.quota : quota->second->title},
                  {"met", state.met},
                  {"met_so_far", state.met_so_far},
                  {"stretches", StretchesOf(state.stretches)}};
      if (!state.shorter.empty()) one["shorter"] = StretchesOf(state.shorter);
      out.push_back(std::move(one));
    }
    return out;
  }

 private:
  static Json StretchesOf(const std::vector<OwedStretch>& stretches) {
    Json out = Json::array();
    for (const OwedStretch& stretch : stretches) {
      out.push_back({{"from", ToText(stretch.days.first)},
                     {"to", ToText(stretch.days.last)},
                     {"done", stretch.done.Text()},
                     {"owed", stretch.owed.Text()},
                     {"deeds", stretch.deeds}});
    }
    return out;
  }

  std::map<std::string_view, const PointsRule*> rules_;
  std::map<std::string_view, const Section*> sections_;
  std::map<std::string_view, const Quota*> quotas_;
};

void PutNames(Json& json, const std::vector<std::string>& left_out) {
  if (!left_out.empty()) json["left_out"] = left_out;
}

Json BodyJson(const BodyResult& body, const Titles& titles) {
  Json json = {{"id", body.id}};
  if (!body.sections.empty() || !body.rows.empty()) {
    json["total"] = body.total.Text();
    json["sections"] = titles.Sections(body.sections);
    json["rows"] = titles.Rows(body.rows);
  }
  json["quotas"] = titles.Quotas(body.quotas);
  PutNames(json, body.left_out);
  return json;
}

Json MemberJson(const MemberResult& result, const Member& member, const Titles& titles,
                const YearQuestion& question, bool grades_known) {
  Json json = {{"member", result.member}, {"name", member.name}, {"studios", member.studios}};
  json["total"] = result.total.Text();
  if (result.waiting != Fraction()) json["waiting"] = result.waiting.Text();
  if (grades_known) json["grade"] = result.grade;
  if (question.studio == 0) json["rank"] = result.rank;
  json["sections"] = titles.Sections(result.sections);
  json["rows"] = titles.Rows(result.rows);
  json["quotas"] = titles.Quotas(result.quotas);
  json["gates"] = result.gates;
  if (grades_known) json["consequences"] = result.consequences;
  PutNames(json, result.left_out);
  return json;
}

Json BodiesJson(const std::vector<BodyResult>& bodies, const Titles& titles) {
  Json out = Json::array();
  for (const BodyResult& body : bodies) out.push_back(BodyJson(body, titles));
  return out;
}

Json WholeJson(const YearGrounds& grounds, const YearQuestion& question) {
  const Assessment assessment = Assess(grounds.rules, InputOf(grounds, question));
  const Titles titles(grounds.rules);
  const bool grades_known = question.studio == 0 || !GradesNeedEverybody(grounds.rules);
  Json json = {{"mechanism", grounds.roll ? grounds.roll->mechanism : grounds.mechanism},
               {"year", question.year},
               {"as_of", ToText(question.today)},
               {"closed", IsClosed(grounds, question.year)}};
  if (question.studio != 0) {
    json["studio"] = question.studio;
    json["not_told_here"] = {"rank", "groups", "townships", "county"};
    if (!grades_known) {
      json["not_told_here"].push_back("grade");
      json["not_told_here"].push_back("consequences");
    }
  }
  json["members"] = Json::array();
  for (const MemberResult& result : assessment.members) {
    if (!IsAsked(result.member, grounds, question)) continue;
    const Member& member = *MemberIn(grounds, result.member);
    json["members"].push_back(MemberJson(result, member, titles, question, grades_known));
  }
  if (!question.member.empty()) return json;
  json["studios"] = BodiesJson(assessment.studios, titles);
  if (question.studio != 0) return json;
  json["groups"] = BodiesJson(assessment.groups, titles);
  json["townships"] = BodiesJson(assessment.townships, titles);
  json["county"] = BodyJson(assessment.county, titles);
  return json;
}

}  // namespace

Result<std::string> AssessmentJson(const YearGrounds& grounds, const YearQuestion& question) {
  if (auto asked = CheckAsked(grounds, question); !asked) return tl::unexpected(asked.error());
  try {
    return WholeJson(grounds, question).dump(2, ' ', false, Json::error_handler_t::replace);
  } catch (const std::overflow_error&) {
    return Fail(ErrorKind::kInvalid, std::string(kRulesOverflow));
  }
}

}  // namespace studio

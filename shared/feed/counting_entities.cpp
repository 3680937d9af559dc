#include "shared/feed/counting_entities.h"

#include "shared/base/calendar_date.h"
#include "shared/base/json.h"
#include "shared/base/json_fields.h"

namespace studio {

Result<SealedForStudio> SealedForStudioFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  SealedForStudio read;
  read.id = id;
  std::string sealed;
  in.Need("studio", read.studio);
  in.Need("sealed", sealed);
  if (auto bytes = FromBase64Url(sealed)) {
    read.sealed = std::move(*bytes);
  } else {
    in.Refuse("sealed");
  }
  return in.Finish("deed", std::move(read));
}

std::string ToJson(const SealedForStudio& sealed) {
  return JsonText({{"studio", sealed.studio}, {"sealed", ToBase64Url(sealed.sealed)}});
}

Result<ClosedRoll> ClosedRollFromJson(std::string_view json) {
  JsonFields in(json);
  ClosedRoll roll;
  in.Need("year", roll.year);
  in.Need("mechanism", roll.mechanism);
  in.May("term_from", roll.term_from);
  in.May("term_to", roll.term_to);
  for (JsonFields& one : in.Objects("members")) {
    Member& member = roll.members.emplace_back();
    one.Need("id", member.id);
    ReadMember(one, member);
  }
  for (JsonFields& one : in.Objects("studios")) {
    Studio& studio = roll.studios.emplace_back();
    one.Need("id", studio.id);
    one.May("name", studio.name);
    one.May("township", studio.township);
    one.May("platform", studio.platform);
  }
  return in.Finish("closed roll", std::move(roll));
}

std::string ToJson(const ClosedRoll& roll) {
  nlohmann::json members = nlohmann::json::array(), studios = nlohmann::json::array();
  for (const Member& one : roll.members) {
    nlohmann::json member = {{"id", one.id},           {"name", one.name},
                             {"sector", one.sector},   {"group", one.group},
                             {"studios", one.studios}, {"type", one.type},
                             {"joined", one.joined},   {"left", one.left},
                             {"ranked", one.ranked},   {"posts", nlohmann::json::array()}};
    for (const MemberPost& held : one.posts) {
      member["posts"].push_back({{"post", held.post}, {"from", held.from}, {"until", held.until}});
    }
    members.push_back(std::move(member));
  }
  for (const Studio& one : roll.studios) {
    studios.push_back({{"id", one.id},
                       {"name", one.name},
                       {"township", one.township},
                       {"platform", one.platform}});
  }
  return JsonText({{"year", roll.year},
                   {"mechanism", roll.mechanism},
                   {"term_from", roll.term_from},
                   {"term_to", roll.term_to},
                   {"members", members},
                   {"studios", studios}});
}

Result<DeedYears> DeedYearsFromJson(std::string_view json) {
  JsonFields in(json);
  DeedYears years;
  in.Need("first", years.first);
  in.Need("last", years.last);
  return in.Finish("deed years", std::move(years));
}

std::string ToJson(const DeedYears& years) {
  return JsonText({{"first", years.first}, {"last", years.last}});
}

Result<CountingText> CountingTextFromJson(std::string_view json, std::string_view id) {
  if (!ParseJson(json).is_object()) return Fail(ErrorKind::kMalformed, "counting: no object");
  return CountingText{std::string(id), std::string(json)};
}

Result<StudioYear> StudioYearFromJson(std::string_view json) {
  JsonFields in(json);
  StudioYear year;
  in.Need("studio", year.studio);
  in.Need("year", year.year);
  in.Need("closed", year.closed);
  in.Need("by", year.by);
  in.Need("on", year.on);
  if (!ParseDate(year.on)) in.Refuse("on");
  in.May("why", year.why);
  in.May("digest", year.digest);
  return in.Finish("studio's year", std::move(year));
}

std::string ToJson(const StudioYear& year) {
  return JsonText({{"studio", year.studio},
                   {"year", year.year},
                   {"closed", year.closed},
                   {"by", year.by},
                   {"on", year.on},
                   {"why", year.why},
                   {"digest", year.digest}});
}

namespace {

std::vector<StudioQuota> QuotasIn(JsonFields& in) {
  std::vector<StudioQuota> quotas;
  if (!in.Has("quotas")) return quotas;
  for (JsonFields& one : in.Objects("quotas")) {
    StudioQuota& quota = quotas.emplace_back();
    one.May("id", quota.id);
    one.Need("title", quota.title);
    one.May("per", quota.per);
    one.Need("done", quota.done);
    one.Need("owed", quota.owed);
    for (auto [name, day] : {std::pair("from", &quota.from), std::pair("to", &quota.to)}) {
      one.Need(name, *day);
      if (!ParseDate(*day)) one.Refuse(name);
    }
  }
  return quotas;
}

nlohmann::json JsonOf(const std::vector<StudioQuota>& quotas) {
  nlohmann::json out = nlohmann::json::array();
  for (const StudioQuota& quota : quotas) {
    out.push_back({{"id", quota.id},
                   {"title", quota.title},
                   {"per", quota.per},
                   {"done", quota.done},
                   {"owed", quota.owed},
                   {"from", quota.from},
                   {"to", quota.to}});
  }
  return out;
}

}  // namespace

Result<Progress> ProgressFromJson(std::string_view json) {
  JsonFields in(json);
  Progress progress;
  in.Need("studio", progress.studio);
  in.Need("year", progress.year);
  progress.quotas = QuotasIn(in);
  return in.Finish("progress", std::move(progress));
}

std::string ToJson(const Progress& progress) {
  return JsonText(
      {{"studio", progress.studio}, {"year", progress.year}, {"quotas", JsonOf(progress.quotas)}});
}

Result<CountyProgress> CountyProgressFromJson(std::string_view json) {
  JsonFields in(json);
  CountyProgress progress;
  in.Need("year", progress.year);
  progress.quotas = QuotasIn(in);
  in.May("without_platform", progress.without_platform);
  in.May("studios", progress.studios);
  return in.Finish("the county's progress", std::move(progress));
}

std::string ToJson(const CountyProgress& progress) {
  return JsonText({{"year", progress.year},
                   {"quotas", JsonOf(progress.quotas)},
                   {"without_platform", progress.without_platform},
                   {"studios", progress.studios}});
}

// The workroom's number is `of`: `studio` would be whom it goes to.
Result<ChildProgress> ChildProgressFromJson(std::string_view json) {
  JsonFields in(json);
  ChildProgress child;
  in.Need("name", child.name);
  in.Need("of", child.progress.studio);
  in.Need("year", child.progress.year);
  child.progress.quotas = QuotasIn(in);
  return in.Finish("a workroom's progress", std::move(child));
}

std::string ToJson(const ChildProgress& child) {
  return JsonText({{"name", child.name},
                   {"of", child.progress.studio},
                   {"year", child.progress.year},
                   {"quotas", JsonOf(child.progress.quotas)}});
}

}  // namespace studio

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

Result<Progress> ProgressFromJson(std::string_view json) {
  JsonFields in(json);
  Progress progress;
  in.Need("studio", progress.studio);
  in.Need("year", progress.year);
  if (in.Has("quotas")) {
    for (JsonFields& one : in.Objects("quotas")) {
      StudioQuota& quota = progress.quotas.emplace_back();
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
  }
  return in.Finish("progress", std::move(progress));
}

std::string ToJson(const Progress& progress) {
  nlohmann::json quotas = nlohmann::json::array();
  for (const StudioQuota& quota : progress.quotas) {
    quotas.push_back({{"id", quota.id},
                      {"title", quota.title},
                      {"per", quota.per},
                      {"done", quota.done},
                      {"owed", quota.owed},
                      {"from", quota.from},
                      {"to", quota.to}});
  }
  return JsonText({{"studio", progress.studio}, {"year", progress.year}, {"quotas", quotas}});
}

}  // namespace studio

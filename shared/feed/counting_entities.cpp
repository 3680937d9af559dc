#include "shared/feed/counting_entities.h"

#include <nlohmann/json.hpp>

#include "shared/base/calendar_date.h"
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

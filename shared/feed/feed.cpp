#include "shared/feed/feed.h"

#include "shared/base/json.h"
#include "shared/base/json_fields.h"

namespace studio {

std::string ToJson(const FeedPage& page) {
  nlohmann::json changes = nlohmann::json::array();
  for (const FeedChange& change : page.changes) {
    nlohmann::json item = {{"kind", change.kind},
                           {"id", change.id},
                           {"version", change.version},
                           {"deleted", change.deleted}};
    if (!change.deleted) {
      auto body = ParseJson(change.body);
      item["body"] = body.is_object() ? std::move(body) : nlohmann::json::object();
    }
    changes.push_back(std::move(item));
  }
  return JsonText({{"studio", page.studio},
                   {"generation", page.generation.ToString()},
                   {"from", page.from},
                   {"to", page.to},
                   {"more", page.more},
                   {"county_time_ms", page.county_time_ms},
                   {"changes", std::move(changes)}});
}

Result<FeedPage> FeedPageFromJson(std::string_view json) {
  JsonFields in(json);
  FeedPage page;
  in.Need("studio", page.studio);
  in.Need("generation", page.generation);
  in.Need("from", page.from);
  in.Need("to", page.to);
  in.Need("more", page.more);
  in.Need("county_time_ms", page.county_time_ms);
  std::vector<JsonFields> changes = in.Objects("changes");
  if (changes.size() > kMaxPageChanges) in.Refuse("changes");
  for (JsonFields& fields : changes) {
    FeedChange change;
    fields.Need("kind", change.kind);
    fields.Need("id", change.id);
    fields.Need("version", change.version);
    fields.May("deleted", change.deleted);
    if (!change.deleted) change.body = fields.ObjectText("body");
    page.changes.push_back(std::move(change));
  }
  return in.Finish("feed page", std::move(page));
}

}  // namespace studio

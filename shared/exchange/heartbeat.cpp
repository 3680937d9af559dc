#include "shared/exchange/heartbeat.h"

#include <algorithm>
#include <map>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"

namespace studio {
namespace {

template <class T>
nlohmann::json OrNull(const std::optional<T>& value) {
  return value ? nlohmann::json(*value) : nlohmann::json(nullptr);
}

void May(JsonFields& in, const char* name, std::optional<std::int64_t>& out) {
  if (in.Has(name)) in.Need(name, out.emplace());
}

}  // namespace

std::vector<SetAsideCount> CountReasons(const std::vector<std::string>& reasons) {
  std::map<std::string, std::uint64_t> counts;
  for (const std::string& reason : reasons) ++counts[reason.substr(0, kMaxReasonBytes)];
  std::vector<SetAsideCount> list;
  for (const auto& [reason, count] : counts) list.push_back({reason, count});
  std::stable_sort(list.begin(), list.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  if (list.size() <= kMaxSetAsideReasons) return list;
  SetAsideCount other{"other", 0};
  for (std::size_t i = kMaxSetAsideReasons - 1; i < list.size(); ++i) other.count += list[i].count;
  list.resize(kMaxSetAsideReasons - 1);
  list.push_back(other);
  return list;
}

std::string ToJson(const Heartbeat& heartbeat) {
  nlohmann::json set_aside = nlohmann::json::array();
  for (const SetAsideCount& each : heartbeat.set_aside) {
    set_aside.push_back({{"reason", each.reason}, {"count", each.count}});
  }
  nlohmann::json json = {{"version", heartbeat.version},
                         {"waiting", heartbeat.waiting},
                         {"waiting_attachments", heartbeat.waiting_attachments},
                         {"oldest_waiting_ms", OrNull(heartbeat.oldest_waiting_ms)},
                         {"set_aside", std::move(set_aside)},
                         {"fault", heartbeat.fault},
                         {"camera", heartbeat.camera},
                         {"last_check_in_ms", OrNull(heartbeat.last_check_in_ms)},
                         {"clock_offset_ms", OrNull(heartbeat.clock_offset_ms)},
                         {"schema", heartbeat.schema},
                         {"pin_tries", heartbeat.pins.tries},
                         {"pin_failures", heartbeat.pins.failures}};
  if (const auto& storage = heartbeat.storage) {
    json["storage"] = {{"free_bytes", storage->free_bytes},
                       {"total_bytes", storage->total_bytes},
                       {"canary_good", storage->canary_good}};
  }
  if (const auto& clock = heartbeat.clock) {
    json["clock"] = {{"boot", clock->boot.ToString()},
                     {"wall_ms", clock->wall_ms},
                     {"monotonic_ms", clock->monotonic_ms},
                     {"offset_ms", OrNull(clock->offset_ms)}};
  }
  return JsonText(json);
}

Result<Heartbeat> HeartbeatFromJson(std::string_view json) {
  JsonFields in(json);
  Heartbeat heartbeat;
  in.Need("version", heartbeat.version);
  in.Need("waiting", heartbeat.waiting);
  in.May("waiting_attachments", heartbeat.waiting_attachments);
  May(in, "oldest_waiting_ms", heartbeat.oldest_waiting_ms);
  if (in.Has("set_aside")) {
    for (JsonFields& each : in.Objects("set_aside")) {
      SetAsideCount& count = heartbeat.set_aside.emplace_back();
      each.Need("reason", count.reason);
      each.Need("count", count.count);
    }
  }
  if (in.Has("storage")) {
    JsonFields storage = in.Object("storage");
    storage.Need("free_bytes", heartbeat.storage.emplace().free_bytes);
    storage.Need("total_bytes", heartbeat.storage->total_bytes);
    storage.May("canary_good", heartbeat.storage->canary_good);
  }
  in.May("fault", heartbeat.fault);
  in.May("camera", heartbeat.camera);
  May(in, "last_check_in_ms", heartbeat.last_check_in_ms);
  May(in, "clock_offset_ms", heartbeat.clock_offset_ms);
  in.May("schema", heartbeat.schema);
  if (in.Has("clock")) {
    JsonFields clock = in.Object("clock");
    ClockEvidence& told = heartbeat.clock.emplace();
    std::string boot;
    clock.Need("boot", boot);
    clock.Need("wall_ms", told.wall_ms);
    clock.Need("monotonic_ms", told.monotonic_ms);
    May(clock, "offset_ms", told.offset_ms);
    if (const auto id = Uuid::Parse(boot)) {
      told.boot = *id;
    } else {
      clock.Refuse("boot");
    }
  }
  in.May("pin_tries", heartbeat.pins.tries);
  in.May("pin_failures", heartbeat.pins.failures);
  return in.Finish("heartbeat", std::move(heartbeat));
}

}  // namespace studio

#include "server/clerk/fleet.h"

#include "shared/base/json.h"
#include "shared/base/rfc3339.h"
#include "shared/base/shown_text.h"
#include "shared/feed/entities.h"

namespace county {

using nlohmann::json;
using studio::Heartbeat;

namespace {

std::optional<Heartbeat> LastSaid(const FleetLine& line) {
  if (!line.heard_ms) return std::nullopt;
  const auto read = studio::HeartbeatFromJson(line.heartbeat);
  if (!read) return std::nullopt;
  return *read;
}

std::string StudioName(const Ledger& ledger, StudioId studio) {
  const auto body = ledger.EntityBody("studio", std::to_string(studio));
  const auto read = studio::StudioFromJson(body.value_or("{}"));
  return read ? read->name : std::string();
}

json TimeOrNull(const std::optional<std::int64_t>& ms) {
  return ms ? json(studio::Rfc3339(*ms)) : json(nullptr);
}

json OrNull(const std::optional<std::int64_t>& value) {
  return value ? json(*value) : json(nullptr);
}

void AddSaid(json& item, const Heartbeat& said) {
  json set_aside = json::object();
  for (const auto& each : said.set_aside) set_aside[each.reason] = each.count;
  item["version"] = said.version;
  item["waiting"] = said.waiting;
  item["waiting_attachments"] = said.waiting_attachments;
  item["oldest_waiting_ms"] = OrNull(said.oldest_waiting_ms);
  item["set_aside"] = std::move(set_aside);
  if (const auto& storage = said.storage) {
    item["storage"] = {{"free_bytes", storage->free_bytes},
                       {"total_bytes", storage->total_bytes},
                       {"canary_good", storage->canary_good}};
  }
  item["fault"] = said.fault;
  item["camera"] = said.camera;
  item["last_check_in"] = TimeOrNull(said.last_check_in_ms);
  item["clock_offset_ms"] = OrNull(said.clock_offset_ms);
  item["schema"] = said.schema;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : ",") + word;
  return line.empty() ? "-" : line;
}

}  // namespace

std::vector<std::string> TroublesOf(const FleetLine& line,
                                    const std::optional<Heartbeat>& heartbeat,
                                    std::int64_t now_ms) {
  if (line.revoked) return {"revoked"};
  std::vector<std::string> troubles;
  const auto add = [&](bool is_so, const char* word) {
    if (is_so) troubles.emplace_back(word);
  };
  add(now_ms - line.heard_ms.value_or(line.enrolled_ms) > kSilentMs, "silent");
  if (!heartbeat) return troubles;
  add(heartbeat->fault != "none", "fault");
  if (const auto& storage = heartbeat->storage) {
    add(!storage->canary_good, "canary");
    add(storage->free_bytes < storage->total_bytes / 100 * kLowPercentFree, "space");
  }
  const std::int64_t offset_ms = heartbeat->clock_offset_ms.value_or(0);
  add(offset_ms > kClockOffMs || offset_ms < -kClockOffMs, "clock");
  add(!heartbeat->set_aside.empty(), "set_aside");
  add(heartbeat->oldest_waiting_ms.value_or(0) > kWaitingLongMs, "waiting");
  add(heartbeat->camera == "missing", "camera");
  return troubles;
}

std::string FleetJson(const Ledger& ledger, std::int64_t now_ms) {
  json fleet = json::array();
  for (const FleetLine& line : ledger.Fleet()) {
    const auto said = LastSaid(line);
    json item = {{"device", line.terminal},
                 {"studio", line.studio},
                 {"studio_name", StudioName(ledger, line.studio)},
                 {"enrolled_at", studio::Rfc3339(line.enrolled_ms)},
                 {"last_heard", TimeOrNull(line.heard_ms)},
                 {"silent_ms", line.heard_ms ? json(now_ms - *line.heard_ms) : json(nullptr)},
                 {"revoked", line.revoked},
                 {"troubles", TroublesOf(line, said, now_ms)},
                 {"storage", nullptr}};
    if (said) {
      AddSaid(item, *said);
    } else {
      Heartbeat nothing;
      nothing.version = line.enrolled_version;
      AddSaid(item, nothing);
      for (const char* name : {"waiting", "waiting_attachments", "fault", "camera", "schema"}) {
        item[name] = nullptr;
      }
    }
    fleet.push_back(std::move(item));
  }
  return fleet.dump(2, ' ', false, json::error_handler_t::replace);
}

std::string FleetText(const Ledger& ledger, std::int64_t now_ms) {
  std::string text;
  for (const FleetLine& line : ledger.Fleet()) {
    const auto said = LastSaid(line);
    text += std::to_string(line.terminal) + "  " +
            studio::ShownText(StudioName(ledger, line.studio)) + "  " +
            (line.heard_ms ? studio::Rfc3339(*line.heard_ms) : "never heard") + "  ";
    if (said) {
      text += studio::ShownText(said->version) + "  waiting " + std::to_string(said->waiting) +
              "+" + std::to_string(said->waiting_attachments);
      if (said->oldest_waiting_ms) {
        text += " for " + std::to_string(*said->oldest_waiting_ms / 60'000) + " min";
      }
      if (said->storage) {
        text += "  free " + std::to_string(said->storage->free_bytes >> 20) + " MiB";
      }
      text += "  ";
    }
    text += Joined(TroublesOf(line, said, now_ms)) + '\n';
  }
  return text;
}

}  // namespace county

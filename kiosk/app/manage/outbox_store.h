// What the manager may see and do about what waits for the county: how much and how long, and what
// the county would not have, with its reason. Nobody's words: the terminal cannot open them.
// Implemented by store/; `done` runs on the main thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/record/record.h"
#include "shared/record/refusal.h"

namespace studio {

// A record that the county would not have, or a photo or voice message of one that it has.
struct SetAsideItem {
  std::string record;      // id of its record
  std::string attachment;  // digest in hex; empty: it is the record itself
  RecordKind kind = RecordKind::kRequest;
  std::string receipt;  // digits; empty where it has none
  std::int64_t made_at_ms = 0;
  Refusal code = Refusal::kOther;
  std::string reason;  // English, as the county or the store said it
};

struct OutboxReport {
  std::int64_t waiting = 0;           // records
  std::int64_t waiting_requests = 0;  // villagers' own among them
  std::int64_t waiting_attachments = 0;
  std::int64_t oldest_ms = 0;       // when the oldest waiting record was made; 0: none waits
  std::int64_t set_aside = 0;       // records, and attachments of records that are not set aside
  std::vector<SetAsideItem> items;  // newest first, as many as were asked for
};

class OutboxStore {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;

  virtual ~OutboxStore() = default;

  virtual void ReadOutbox(std::size_t most_items, Done<OutboxReport> done) = 0;
  // They wait again and go as they were made; the county judges them anew. Answers how many: one
  // that is no longer set aside is passed over.
  virtual void TryAgain(std::vector<SetAsideItem> items, Done<std::int64_t> done) = 0;
  virtual void TryAllAgain(Done<std::int64_t> done) = 0;
};

}  // namespace studio

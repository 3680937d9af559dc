#include "server/books/matter_book.h"

#include <algorithm>

#include "server/keys/county_calendar.h"
#include "shared/base/json.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;
using studio::Matter;
using studio::Result;

namespace {

constexpr const char* kMatterKind = "matter";

std::string BodyOf(const Matter& matter) {
  const nlohmann::json body = {{"village", matter.village}, {"category", matter.category},
                               {"summary", matter.summary}, {"since", matter.since},
                               {"voices", matter.voices},   {"open", matter.open}};
  return body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::optional<Matter> MatterBook::Find(const std::string& matter) const {
  const auto body = ledger_.EntityBody(kMatterKind, matter);
  if (!body) return std::nullopt;
  auto read = studio::MatterFromJson(*body, matter);
  if (!read) return std::nullopt;
  return std::move(*read);
}

void MatterBook::Put(const Matter& matter) {
  const std::string body = BodyOf(matter);
  if (ledger_.EntityBody(kMatterKind, matter.id) == body) return;
  ledger_.PutEntity(kMatterKind, matter.id, body, 0);
}

Result<std::string> MatterBook::Open(const CaseFile& lead, const std::string& summary) {
  if (summary.empty()) return Fail(ErrorKind::kInvalid, "a matter needs a summary");
  if (lead.wish) return Fail(ErrorKind::kConflict, "a wish leads no matter");
  if (lead.withdrawn) return Fail(ErrorKind::kConflict, "the request was withdrawn");
  if (!lead.matter.empty()) {
    return Fail(ErrorKind::kConflict, "the request joined matter " + lead.matter);
  }
  std::string id = ledger_.MatterLedBy(lead.number).value_or("");
  if (id.empty()) {
    // Nothing of it may lead to the record, which has a terminal and a time.
    id = Uuid::Random().ToString();
    ledger_.PutMatter(id, lead.number);
  }
  const auto joined = static_cast<int>(ledger_.CasesThatJoined(id).size());
  Put({id, lead.village, lead.category, summary, studio::ToText(DateAt(lead.received_ms)),
       1 + joined, true});
  return id;
}

Result<void> MatterBook::Close(const CaseFile& lead) {
  const auto id = ledger_.MatterLedBy(lead.number);
  auto matter = id ? Find(*id) : std::nullopt;
  if (!matter) return Fail(ErrorKind::kNotFound, "the request leads no matter");
  matter->open = false;
  Put(*matter);
  return {};
}

bool MatterBook::IsOpen(const std::string& matter) const {
  const auto known = Find(matter);
  return known && known->open;
}

void MatterBook::Count(const std::string& matter, int change) {
  auto known = Find(matter);
  if (!known) return;
  known->voices = std::max(known->voices + change, 0);
  Put(*known);
}

void MatterBook::LoseLead(const CaseFile& lead) {
  const auto id = ledger_.MatterLedBy(lead.number);
  if (!id) return;
  for (CaseFile& file : ledger_.CasesThatJoined(*id)) {
    file.matter.clear();
    ledger_.PutCase(file);
    ledger_.PutMatter(*id, file.number);
    return Count(*id, -1);
  }
  ledger_.DeleteMatter(*id);
  if (Find(*id)) ledger_.DeleteEntity(kMatterKind, *id);
}

}  // namespace county

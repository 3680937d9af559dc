#include "store/acts/ledger_reading.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "app/base/clock.h"
#include "shared/base/clean_text.h"
#include "shared/base/time_units.h"
#include "shared/bodies/heard_body.h"
#include "shared/mechanism/sealed_deed.h"
#include "shared/mechanism/written_deed.h"
#include "shared/record/sealing.h"

namespace studio {
namespace {

constexpr std::int64_t kNumberedMs = 2 * 366 * kDayMs;

using Closings = std::map<Uuid, LineClosingBody>;  // by line

bool HasVoice(const std::vector<AttachmentRef>& attachments) {
  return std::any_of(attachments.begin(), attachments.end(),
                     [](const AttachmentRef& one) { return one.type.starts_with("audio/"); });
}

DeskLine LineOf(const SealedRequest& sealed, const RequestBody& body) {
  DeskLine line{sealed.id, LineFrom::kRequest, LocalTime::At(sealed.made_at_ms).Date(),
                sealed.made_at_ms};
  line.place = body.village_name;
  if (!body.group.empty()) line.place += " " + body.group;
  line.category = body.category_name;
  line.who = body.name;
  line.words = body.words;
  line.spoken = HasVoice(body.attachments);
  line.receipt = sealed.receipt;
  return line;
}

DeskLine LineOf(const SealedWriting& sealed, const ActivityBody& body) {
  DeskLine line{sealed.id, LineFrom::kWriteup, body.date, sealed.made_at_ms};
  line.place = body.place;
  line.category = body.title;
  line.who = body.met;
  line.words = body.words;
  line.about = body.about;
  line.spoken = HasVoice(body.attachments);
  line.by = body.by;
  return line;
}

DeskLine LineOf(const SealedWriting& sealed, const HeardBody& body) {
  const bool phone = body.way == HeardBy::kPhone;
  DeskLine line{sealed.id, phone ? LineFrom::kPhone : LineFrom::kWordOfMouth, body.date,
                sealed.made_at_ms};
  line.place = body.village_name;
  line.category = body.category_name;
  line.who = body.who;
  line.words = body.words;
  line.by = body.by;
  return line;
}

HandedIn HowFar(OutboxState state) {
  switch (state) {
    case OutboxState::kWaiting:
      return HandedIn::kWaiting;
    case OutboxState::kSetAside:
      return HandedIn::kSetAside;
    case OutboxState::kStored:
    case OutboxState::kSafe:
      break;
  }
  return HandedIn::kWithCounty;
}

// Called with the newest first.
void AddWriting(DeskLedger& ledger, Closings& closings, const SealedWriting& sealed,
                RecordKind kind, std::string_view text, const std::string& member) {
  if (kind == RecordKind::kActivity) {
    const auto body = ActivityBodyFromJson(text);
    if (!body || (member != kAllTheirs && body->by != member)) return;
    DeskLine line = LineOf(sealed, *body);
    if (line.spoken || !IsBlank(line.words)) ledger.lines.push_back(std::move(line));
    return;
  }
  if (auto body = InformationBodyFromJson(text); body && !body->title.empty()) {
    ledger.written.push_back({sealed.id.ToString(), std::move(*body), true, HowFar(sealed.state)});
  } else if (const auto heard = HeardBodyFromJson(text); heard && !heard->words.empty()) {
    ledger.lines.push_back(LineOf(sealed, *heard));
  } else if (auto closing = LineClosingBodyFromJson(text); closing && !closing->date.empty()) {
    closings.emplace(closing->line, std::move(*closing));
  }
}

HandedInAs HandedInAsOf(const Deed& deed) {
  if (deed.kind == kTopicSuggestionDeed) return HandedInAs::kTopic;
  if (deed.kind == kProposalMaterialDeed) return HandedInAs::kProposal;
  return HandedInAs::kInformation;
}

DeskInformation Elsewhere(const Deed& deed) {
  DeskInformation one;
  one.id = deed.id;
  one.here = false;
  one.state = HandedIn::kWithCounty;
  one.body.title = deed.title;
  one.body.date = ToText(deed.done);
  one.body.handed_in_as = HandedInAsOf(deed);
  return one;
}

void TellCourse(DeskLedger& ledger, Deed deed, const std::string& member) {
  const bool theirs =
      member == kAllTheirs || std::any_of(deed.members.begin(), deed.members.end(),
                                          [&](const DeedMember& one) { return one.id == member; });
  auto known = std::find_if(ledger.written.begin(), ledger.written.end(),
                            [&](const DeskInformation& one) { return one.id == deed.id; });
  if (known == ledger.written.end()) {
    if (!theirs) return;
    known = ledger.written.insert(known, Elsewhere(deed));
  }
  known->told = true;
  known->state = HandedIn::kWithCounty;
  known->unconfirmed = deed.waiting;
  known->body.members.clear();
  for (const DeedMember& one : deed.members) known->body.members.push_back({one.id});
  known->course = std::move(deed.states);
  std::stable_sort(known->course.begin(), known->course.end(),
                   [](const DeedState& a, const DeedState& b) { return a.on < b.on; });
}

}  // namespace

SealedLedger SealedLedgerOf(Tables& tables) {
  return {tables.outbox.ReadableRequests(), tables.outbox.ReadableWritings(), tables.duty.Deeds()};
}

DeskLedger OpenLedger(const SealedLedger& sealed, const BoxKeyPair& studio_key,
                      const std::string& member) {
  DeskLedger ledger;
  Closings closings;
  for (const SealedRequest& one : sealed.requests) {
    if (const auto body = OpenRequest(one, studio_key)) ledger.lines.push_back(LineOf(one, *body));
  }
  for (const SealedWriting& one : sealed.written) {
    const auto header = DecodeRecordHeader(one.header);
    if (!header) continue;
    const auto opened = Open({header->id, header->kind, header->terminal}, one.sealed, studio_key);
    if (opened) AddWriting(ledger, closings, one, header->kind, AsText(*opened), member);
  }
  for (DeskLine& line : ledger.lines) {
    const auto closing = closings.find(line.record);
    if (closing != closings.end() && closing->second.outcome != CaseOutcome::kNone)
      line.closing = closing->second;
  }
  std::stable_sort(ledger.lines.begin(), ledger.lines.end(),
                   [](const DeskLine& a, const DeskLine& b) {
                     return std::tie(a.date, a.made_at_ms) > std::tie(b.date, b.made_at_ms);
                   });
  for (const SealedForStudio& one : sealed.deeds) {
    auto deed = OpenDeed(one.id, one.sealed, studio_key);
    if (deed && IsHandedIn(*deed)) TellCourse(ledger, std::move(*deed), member);
  }
  std::stable_sort(
      ledger.written.begin(), ledger.written.end(),
      [](const DeskInformation& a, const DeskInformation& b) { return a.body.date > b.body.date; });
  return ledger;
}

SealedStudioLedger SealedStudioLedgerOf(Tables& tables, std::int64_t county_ms) {
  SealedStudioLedger out{SealedLedgerOf(tables), SealedRequestsOf(tables), {}};
  for (NumberedRequest& one : tables.outbox.RequestsSince(county_ms - kNumberedMs)) {
    const auto status = tables.registry.StatusOf(one.receipt);
    out.numbered.push_back({std::move(one.receipt), one.made_at_ms,
                            status ? std::optional(status->step) : std::nullopt});
  }
  return out;
}

StudioLedger OpenStudioLedger(const SealedStudioLedger& sealed, const BoxKeyPair& studio_key) {
  StudioLedger out{OpenLedger(sealed.ledger, studio_key, kAllTheirs),
                   OpenRequests(sealed.requests, studio_key),
                   {}};
  std::set<std::string> opened;
  for (const DeskRequest& one : out.requests) opened.insert(one.body.receipt);
  for (const CountyLine& one : sealed.numbered) {
    if (!opened.contains(one.receipt)) out.for_county.push_back(one);
  }
  return out;
}

}  // namespace studio

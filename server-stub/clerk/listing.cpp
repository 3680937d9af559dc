#include "server/clerk/listing.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "server/books/attachment_opening.h"
#include "server/books/proposal_book.h"
#include "server/books/record_times.h"
#include "shared/base/clean_text.h"
#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/base/rfc3339.h"
#include "shared/record/sealing.h"

namespace county {

using nlohmann::json;

namespace {

json OpenedBody(const LedgerLine& line, const studio::RecordHeader& header,
                const studio::BoxKeyPair& county) {
  if (!line.sealed) return nullptr;
  const auto body = studio::Open({header.id, header.kind, header.terminal}, *line.sealed, county);
  if (!body) return nullptr;
  const auto text = studio::AsText(*body);
  json read = studio::ParseJson(studio::ReadableJson(text));
  if (read.is_discarded()) return studio::ReadableText(text, studio::TextKind::kLines);
  return read;
}

// Neither side of a proposal reads the other's word before both are in: nor does who lists records.
bool IsBlind(const ProposalReading& proposals, const studio::RecordHeader& header,
             const json& body) {
  if (header.kind != studio::RecordKind::kProposalRating) return false;
  const bool named = body.is_object() && body.contains("proposal") && body["proposal"].is_string();
  return !named || !proposals.IsOpen(body["proposal"].get<std::string>());
}

using TimesBySerial = std::map<std::uint64_t, MadeTime>;  // by serial

// Of all records, each stream by its own evidence.
TimesBySerial TimesOfAll(const Ledger& ledger, const std::vector<LedgerLine>& lines) {
  std::map<TerminalNumber, std::vector<ClockLine>> by_terminal;
  for (const LedgerLine& line : lines) {
    const auto header = studio::DecodeRecordHeader(line.header);
    if (!header) continue;
    by_terminal[header->terminal].push_back(
        {line.serial, line.stream, line.seq, header->clock, line.arrived_ms});
  }
  TimesBySerial times;
  for (auto& [terminal, clocks] : by_terminal) {
    std::sort(clocks.begin(), clocks.end(), [](const ClockLine& a, const ClockLine& b) {
      return std::tie(a.stream, a.seq) < std::tie(b.stream, b.seq);
    });
    const auto found = TimesOf(clocks, ledger.BootTimes(terminal));
    for (std::size_t i = 0; i < clocks.size(); ++i) times[clocks[i].serial] = found[i];
  }
  return times;
}

// Those that the header names; what they are stands in the body.
json ListedAttachments(const Ledger& ledger, const LedgerLine& line,
                       const studio::RecordHeader& header, const studio::BoxKeyPair& county) {
  json list = json::array();
  if (header.attachments.empty()) return list;
  const auto refs = OpenAttachmentRefs(line, header, county);
  for (const Digest& digest : header.attachments) {
    const auto known = line.sealed ? ledger.FindAttachment(header.terminal, digest) : std::nullopt;
    json& item = list.emplace_back(json{{"digest", studio::ToHex(digest)},
                                        {"type", nullptr},
                                        {"bytes", nullptr},
                                        {"arrived", known && known->serial}});
    if (!refs) continue;
    for (const studio::AttachmentRef& ref : *refs) {
      if (ref.digest != digest) continue;
      item["type"] = ref.type;
      item["bytes"] = ref.bytes;
    }
  }
  return list;
}

json Listed(const LedgerLine& line, const studio::RecordHeader& header, json body,
            const MadeTime& made, std::uint64_t safe_serial, bool withdrawn) {
  json receipt = nullptr;
  if (body.is_object() && body.contains("receipt")) receipt = body["receipt"];
  const char* kept = line.serial <= safe_serial ? "safe" : "stored";
  return {{"serial", line.serial},
          {"id", header.id.ToString()},
          {"stream", line.stream.ToString()},
          {"seq", line.seq},
          {"kind", studio::NameOf(header.kind)},
          {"studio", header.studio},
          {"device", header.terminal},
          {"made_at", studio::Rfc3339(made.ms)},
          {"made_at_sure", made.sure},
          {"urgent", header.urgent},
          {"state", line.sealed ? kept
                    : withdrawn ? "withdrawn"
                                : "erased"},
          {"receipt", std::move(receipt)},
          {"body", std::move(body)}};
}

// What a clerk looks for first, out of the body; null where the body does not tell.
json ListedFields(studio::RecordKind kind, const json& body) {
  std::vector<const char*> names;
  if (kind == studio::RecordKind::kCheckIn) {
    names = {"member", "member_name", "shift", "date", "out", "verdict", "badge", "stand_in_for"};
  } else if (kind == studio::RecordKind::kHandover) {
    names = {"member", "shift", "date", "items", "confirms"};
  } else if (kind == studio::RecordKind::kRosterChange) {
    names = {"shift", "member", "other", "other_shift", "asked_by", "agreed_by", "saw_version"};
  } else if (kind == studio::RecordKind::kInformation) {
    names = {"title", "handed_in_as", "form", "by", "sources", "lines", "act"};
  }
  json fields = json::object();
  for (const char* name : names) {
    fields[name] = body.is_object() && body.contains(name) ? body[name] : json(nullptr);
  }
  if (kind == studio::RecordKind::kRosterChange) {
    fields["change"] = body.is_object() && body.contains("kind") ? body["kind"] : json(nullptr);
  }
  return fields;
}

// A digest that came alone was taken back before it was sent: it never opened a case.
bool TakenBack(const Ledger& ledger, const LedgerLine& line, const studio::RecordHeader& header) {
  if (line.sealed) return false;
  const bool opens_a_case = header.kind == studio::RecordKind::kRequest;
  return ledger.IsWithdrawn(header.id, header.terminal) ||
         (opens_a_case && !ledger.FindCaseOf(header.id));
}

// Each on a line of its own: indented, a body costs as many times its size as it is deep.
std::string Text(const json& documents) {
  std::string text;
  for (const json& each : documents) {
    text +=
        (text.empty() ? "[\n" : ",\n") + each.dump(-1, ' ', false, json::error_handler_t::replace);
  }
  return text.empty() ? "[]" : text + "\n]";
}

}  // namespace

std::string LedgerJson(const Ledger& ledger, const CountyKeys& keys, Which which) {
  const std::uint64_t safe_serial = ledger.SafeSerial();
  const studio::OwnSeal seal = DeedSeal(keys.sealing);
  const ProposalReading proposals(ledger, seal);
  json records = json::array();
  const auto lines = ledger.Lines();
  TimesBySerial times = TimesOfAll(ledger, lines);
  for (const LedgerLine& line : lines) {
    const MadeTime& made = times[line.serial];
    if (which == Which::kUnsure && made.sure) continue;
    const auto header = studio::DecodeRecordHeader(line.header);
    if (!header) continue;  // was decoded before it was kept
    json body = OpenedBody(line, *header, keys.sealing);
    const bool blind = IsBlind(proposals, *header, body);
    if (blind) body = nullptr;
    json fields = ListedFields(header->kind, body);
    json& listed = records.emplace_back(Listed(line, *header, std::move(body), made, safe_serial,
                                               TakenBack(ledger, line, *header)));
    listed.update(fields);
    if (blind) listed["blind"] = true;
    listed["outcome"] = line.outcome.empty() ? json(nullptr) : json(line.outcome);
    listed["attachments"] = ListedAttachments(ledger, line, *header, keys.sealing);
  }
  return Text(records);
}

std::string StreamsJson(const Ledger& ledger) {
  json streams = json::array();
  for (const KnownStream& known : ledger.Streams()) {
    json succeeds = nullptr;
    if (known.opening && known.opening->succeeds) succeeds = known.opening->succeeds->ToString();
    streams.push_back({{"stream", known.stream.ToString()},
                       {"device", known.terminal},
                       {"count", known.count},
                       {"head", known.head.seq},
                       {"complete", known.count == known.head.seq && ledger.ChainWhole(known)},
                       {"succeeds", std::move(succeeds)},
                       {"clone", known.clone}});
  }
  return Text(streams);
}

}  // namespace county

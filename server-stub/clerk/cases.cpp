#include "server/clerk/cases.h"

#include "server/books/attachment_opening.h"
#include "server/books/case_examination.h"
#include "server/books/wish_book.h"
#include "shared/base/json.h"
#include "shared/base/rfc3339.h"
#include "shared/bodies/readers.h"
#include "shared/record/sealing.h"

namespace county {

using nlohmann::json;
using studio::CaseAnswer;
using studio::CaseEvent;
using studio::ErrorKind;
using studio::Fail;

namespace {

json Listed(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

}  // namespace

std::optional<studio::RequestBody> RequestOf(const Ledger& ledger, const CountyKeys& keys,
                                             const Uuid& record) {
  const auto line = ledger.FindLine(record);
  if (!line) return std::nullopt;
  const auto header = studio::DecodeRecordHeader(line->header);
  if (!header) return std::nullopt;
  auto body = OpenRequest(*line, *header, keys.sealing);
  if (!body) return std::nullopt;
  return std::move(*body);
}

std::optional<studio::RatingBody> RatingOf(const Ledger& ledger, const CountyKeys& keys,
                                           const Uuid& record) {
  const auto line = ledger.FindLine(record);
  if (!line || !line->sealed) return std::nullopt;
  const auto header = studio::DecodeRecordHeader(line->header);
  if (!header) return std::nullopt;
  const auto body =
      studio::Open({header->id, header->kind, header->terminal}, *line->sealed, keys.sealing);
  if (!body) return std::nullopt;
  auto rating = studio::RatingBodyFromJson(studio::AsText(*body));
  if (!rating) return std::nullopt;
  return std::move(*rating);
}

namespace {

json ListedRatings(const Ledger& ledger, const CountyKeys& keys, const CaseFile& file) {
  json list = json::array();
  for (const RatingLine& line : ledger.Ratings(file.number)) {
    json& item = list.emplace_back(json{{"round", line.round}, {"record", line.record.ToString()}});
    const auto rating = RatingOf(ledger, keys, line.record);
    if (!rating) continue;
    item["rating"] = NameOf(rating->satisfaction);
    item["send_back"] = rating->send_back;
    item["reasons"] = rating->reasons;
    item["words"] = rating->words;
    item["danger"] = rating->danger;
    item["danger_words"] = rating->danger_words;
    item["attachments"] = rating->attachments.size();
  }
  return list;
}

json ListedCourse(const CaseAnswer& answer) {
  json course = json::array();
  for (const CaseEvent& event : answer.course) {
    json step = {{"step", NameOf(event.step)},
                 {"at", studio::Rfc3339(event.at_ms)},
                 {"unit", Listed(event.unit)},
                 {"text", Listed(event.text)}};
    if (event.said) {
      step["way"] = NameOf(event.said->way);
      step["member"] = Listed(event.said->member);
      step["due"] = Listed(event.said->due);
      step["call_back"] = event.said->call_back;
    }
    course.push_back(std::move(step));
  }
  return course;
}

const char* StateOf(const CaseFile& file) {
  if (file.withdrawn) return "withdrawn";
  if (!file.state) return "kept_long_enough";
  return file.Open() ? "open" : "closed";
}

// Null where there is nothing to read any more.
json AnswerFields(const std::optional<CaseAnswer>& answer) {
  if (!answer) {
    return {{"category_name", nullptr}, {"unit", nullptr},       {"reply", nullptr},
            {"round", nullptr},         {"may_return", nullptr}, {"course", nullptr}};
  }
  return {{"category_name", Listed(answer->category)},
          {"unit", Listed(answer->unit)},
          {"reply", Listed(answer->reply)},
          {"round", answer->round},
          {"may_return", answer->may_return},
          {"course", ListedCourse(*answer)}};
}

json ListedCase(const Ledger& ledger, const CountyKeys& keys, const CaseFile& file) {
  const auto matter = ledger.MatterLedBy(file.number);
  json item = {{"number", file.number},
               {"record", file.record.ToString()},
               {"studio", file.studio},
               {"device", file.terminal},
               {"state", StateOf(file)},
               {"step", NameOf(file.step)},
               {"outcome", Listed(std::string(NameOf(file.outcome)))},
               {"received_at", studio::Rfc3339(file.received_ms)},
               {"step_at", studio::Rfc3339(file.step_ms)},
               {"category", Listed(file.category)},
               {"village", Listed(file.village)},
               {"joined", Listed(file.matter)},
               {"matter", matter ? json(*matter) : json(nullptr)},
               {"rating", nullptr},
               {"reasons", json::array()}};
  item.update(AnswerFields(AnswerOf(file, keys.sealing)));
  json ratings = ListedRatings(ledger, keys, file);
  if (!ratings.empty() && ratings.back().contains("rating")) {
    item["rating"] = ratings.back()["rating"];
    item["reasons"] = ratings.back()["reasons"];
  }
  item["ratings"] = std::move(ratings);
  const auto request = RequestOf(ledger, keys, file.record);
  item["words"] = request ? json(request->words) : json(nullptr);
  item["danger"] = request && request->danger;
  item["danger_words"] = request ? json(request->danger_words) : json::array();
  // For whoever passes it on.
  item["unit_sees_name"] = request && studio::ReadershipOf(studio::ChoiceOf(*request)).unit.name;
  return item;
}

}  // namespace

std::string RequestsJson(const Ledger& ledger, const CountyKeys& keys,
                         const RequestFilter& filter) {
  json requests = json::array();
  for (const CaseFile& file : ledger.Cases()) {
    if (file.wish || (filter.open && !file.Open())) continue;
    if (filter.studio != 0 && file.studio != filter.studio) continue;
    requests.push_back(ListedCase(ledger, keys, file));
  }
  return requests.dump(2, ' ', false, json::error_handler_t::replace);
}

Result<CaseFile> FindNamedCase(const Ledger& ledger, const std::string& named) {
  if (const auto number = studio::ReceiptNumber::Parse(named)) {
    if (auto file = ledger.FindCase(number->digits())) return std::move(*file);
    return Fail(ErrorKind::kNotFound, "no case has the number " + number->Grouped());
  }
  if (const auto record = Uuid::Parse(named)) {
    if (auto file = ledger.FindCaseOf(*record)) return std::move(*file);
    return Fail(ErrorKind::kNotFound, "no case was opened by the record " + named);
  }
  return Fail(ErrorKind::kNotFound, "neither a record's id nor a receipt number: " + named);
}

namespace {

// A record from before there were cases becomes one when it is named.
void OpenOlder(Ledger& ledger, const CountyKeys& keys, const std::string& named,
               std::int64_t now_ms) {
  const auto record = Uuid::Parse(named);
  const auto line = record && !ledger.FindCaseOf(*record) ? ledger.FindLine(*record) : std::nullopt;
  if (!line) return;
  const auto header = studio::DecodeRecordHeader(line->header);
  const auto terminal = header ? ledger.FindTerminal(header->terminal) : std::nullopt;
  if (!terminal) return;
  const auto request = OpenRequest(*line, *header, keys.sealing);
  if (!request) return;
  const ExaminedCase examined = ExamineRequest(*request, *header, terminal->studio);
  if (examined.opening) CaseBook(ledger, keys.sealing, now_ms).Open(*examined.opening);
}

}  // namespace

Result<void> MoveCase(Ledger& ledger, const CountyKeys& keys, const std::string& named,
                      const CaseMove& move, std::int64_t now_ms) {
  Result<void> done;
  ledger.Atomically([&] {
    OpenOlder(ledger, keys, named, now_ms);
    const auto file = FindNamedCase(ledger, named);
    if (!file) {
      done = tl::unexpected(file.error());
      return;
    }
    done = CaseBook(ledger, keys.sealing, now_ms).Take(file->number, move);
  });
  return done;
}

Result<void> WithdrawCase(Ledger& ledger, const CountyKeys& keys, const std::string& named,
                          std::int64_t now_ms) {
  Result<void> done;
  ledger.Atomically([&] {
    const auto file = FindNamedCase(ledger, named);
    if (!file) {
      done = tl::unexpected(file.error());
    } else if (file->withdrawn) {
      done = Fail(ErrorKind::kConflict, file->number + " was withdrawn");
    } else {
      CaseBook cases(ledger, keys.sealing, now_ms);
      ledger.EraseBody(file->record, file->terminal);
      cases.Withdraw(file->record, file->terminal);
      WishBook(ledger, cases, now_ms).Withdraw(file->record, file->terminal);
    }
  });
  return done;
}

Result<std::string> OpenMatter(Ledger& ledger, const std::string& named, const std::string& summary,
                               std::int64_t now_ms) {
  Result<std::string> id;
  ledger.Atomically([&] {
    const auto file = FindNamedCase(ledger, named);
    id = file ? MatterBook(ledger, now_ms).Open(*file, summary)
              : Result<std::string>(tl::unexpected(file.error()));
  });
  return id;
}

Result<void> CloseMatter(Ledger& ledger, const std::string& named, std::int64_t now_ms) {
  Result<void> done;
  ledger.Atomically([&] {
    const auto file = FindNamedCase(ledger, named);
    done =
        file ? MatterBook(ledger, now_ms).Close(*file) : Result<void>(tl::unexpected(file.error()));
  });
  return done;
}

}  // namespace county

#include "server/clerk/wishes.h"

#include <algorithm>
#include <set>

#include "server/books/wish_book.h"
#include "shared/base/clean_text.h"
#include "shared/base/folded_text.h"
#include "shared/base/json.h"
#include "shared/base/rfc3339.h"
#include "shared/base/utf8.h"
#include "shared/feed/public_entities.h"
#include "shared/record/sealing.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;
using studio::RecordKind;
using studio::WishBody;

namespace {

constexpr std::size_t kMaxWish = 120;  // characters

std::optional<WishBody> Open(const Ledger& ledger, const Uuid& record, const CountyKeys& keys) {
  const auto line = ledger.FindLine(record);
  if (!line || !line->sealed) return std::nullopt;
  const auto header = studio::DecodeRecordHeader(line->header);
  if (!header || header->kind != RecordKind::kWish) return std::nullopt;
  const auto opened =
      studio::Open({record, RecordKind::kWish, header->terminal}, *line->sealed, keys.sealing);
  if (!opened) return std::nullopt;
  const auto body = studio::WishBodyFromJson(studio::AsText(*opened));
  if (!body || body->act != studio::WishAct::kPost) return std::nullopt;
  return *body;
}

json OnTheWall(const Ledger& ledger, const std::string& id) {
  const auto text = ledger.EntityBody("wish", id);
  const auto wish = studio::WishFromJson(text.value_or("{}"), id);
  if (!text || !wish) return nullptr;
  return {{"text", wish->text},     {"step", wish->step},
          {"member", wish->member}, {"member_name", wish->member_name},
          {"claim", wish->claim},   {"date", wish->date}};
}

json Listed(const Ledger& ledger, const KeptWish& kept, const CountyKeys& keys) {
  json listed = {{"record", kept.record.ToString()},
                 {"wish", kept.wish ? json(*kept.wish) : json(nullptr)},
                 {"wall", kept.wish ? OnTheWall(ledger, *kept.wish) : json(nullptr)},
                 {"step", nullptr}};
  if (const auto file = ledger.FindCaseOf(kept.record)) listed["step"] = NameOf(file->step);
  const auto body = Open(ledger, kept.record, keys);
  if (!body) return listed;
  listed.update({{"receipt", body->receipt},
                 {"text", body->text},
                 {"attachments", body->attachments.size()},
                 {"danger", body->danger},
                 {"danger_words", body->danger_words},
                 {"village", body->village_name},
                 {"name", body->name},
                 {"phone", body->phone},
                 {"for_child", body->for_child},
                 {"guardian", body->guardian},
                 {"guardian_phone", body->guardian_phone},
                 {"helped_by", body->helped_by}});
  return listed;
}

// Why it may not hang there; empty: it may.
std::string FaultOf(const std::string& text, const WishBody& body) {
  if (studio::IsBlank(text) && !body.attachments.empty() && studio::IsBlank(body.text)) {
    return "--text: it was only spoken (see attachments), and the wall needs words";
  }
  if (studio::IsBlank(text)) return "--text: there is nothing to read on the wall";
  if (studio::CountCharacters(text) > kMaxWish)
    return "--text: at most 120 characters hang on the wall";
  for (const std::string& secret : {body.name, body.phone, body.guardian, body.guardian_phone}) {
    const std::string key = studio::NameKey(secret);
    if (!key.empty() && studio::NameKey(text).find(key) != std::string::npos) {
      return "--text: the wall names nobody, and this names " + secret;
    }
  }
  return {};
}

// `work` in one transaction with the books it needs.
template <class Done, class Work>
Done WithBook(Ledger& ledger, const CountyKeys& keys, std::int64_t now_ms, const Work& work) {
  Done done;
  ledger.Atomically([&] {
    CaseBook cases(ledger, keys.sealing, now_ms);
    WishBook book(ledger, cases, now_ms);
    done = work(book);
  });
  return done;
}

}  // namespace

std::string WishesJson(const Ledger& ledger, const CountyKeys& keys) {
  json wishes = json::array();
  std::set<std::string> hung;
  for (const KeptWish& kept : ledger.Wishes()) {
    wishes.push_back(Listed(ledger, kept, keys));
    if (kept.wish) hung.insert(*kept.wish);
  }
  for (const PublishedEntity& entity : ledger.Entities("wish")) {
    if (hung.contains(entity.id)) continue;
    json wall = OnTheWall(ledger, entity.id);
    const json step = wall.is_object() ? wall["step"] : json(nullptr);
    wishes.push_back(
        {{"record", nullptr}, {"wish", entity.id}, {"wall", std::move(wall)}, {"step", step}});
  }
  return wishes.dump(2, ' ', false, json::error_handler_t::replace);
}

Result<std::string> HangOnWall(Ledger& ledger, const CountyKeys& keys, const Uuid& record,
                               const std::optional<std::string>& text, std::int64_t now_ms) {
  const auto body = Open(ledger, record, keys);
  if (!body) {
    return Fail(ErrorKind::kNotFound,
                "no wish that can be read has the record " + record.ToString());
  }
  const std::string words = text.value_or(body->text);
  if (std::string fault = FaultOf(words, *body); !fault.empty()) {
    return Fail(ErrorKind::kInvalid, std::move(fault));
  }
  return WithBook<Result<std::string>>(
      ledger, keys, now_ms, [&](WishBook& book) { return book.Hang(record, *body, words); });
}

Result<void> ConfirmWish(Ledger& ledger, const CountyKeys& keys, const std::string& wish,
                         std::int64_t now_ms) {
  return WithBook<Result<void>>(ledger, keys, now_ms,
                                [&](WishBook& book) { return book.Confirm(wish); });
}

Result<void> ReturnWish(Ledger& ledger, const CountyKeys& keys, const std::string& wish,
                        std::int64_t now_ms) {
  return WithBook<Result<void>>(ledger, keys, now_ms,
                                [&](WishBook& book) { return book.NotYet(wish); });
}

Result<void> ReopenWish(Ledger& ledger, const CountyKeys& keys, const std::string& wish,
                        std::int64_t now_ms) {
  return WithBook<Result<void>>(ledger, keys, now_ms,
                                [&](WishBook& book) { return book.Reopen(wish); });
}

}  // namespace county

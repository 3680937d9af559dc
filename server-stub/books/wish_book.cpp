#include "server/books/wish_book.h"

#include "server/books/case_examination.h"
#include "server/keys/county_calendar.h"
#include "shared/base/json.h"
#include "shared/feed/entities.h"
#include "shared/feed/public_entities.h"

namespace county {

using nlohmann::json;
using studio::CaseStep;
using studio::ErrorKind;
using studio::Fail;
using studio::WishAct;
using studio::WishBody;

namespace {

constexpr const char* kWishKind = "wish";

// As it hangs on the wall. Fields that are not known here stay in `body`.
struct HungWish {
  studio::Wish wish;
  json body;
};

std::optional<HungWish> Find(const Ledger& ledger, const std::string& id) {
  const auto text = ledger.EntityBody(kWishKind, id);
  if (!text) return std::nullopt;
  auto wish = studio::WishFromJson(*text, id);
  if (!wish) return std::nullopt;
  return HungWish{std::move(*wish), json::parse(*text)};
}

void Put(Ledger& ledger, HungWish& hung, const char* step) {
  hung.body["step"] = step;
  ledger.PutEntity(kWishKind, hung.wish.id,
                   hung.body.dump(-1, ' ', false, json::error_handler_t::replace), 0);
}

std::string NameOfMember(const Ledger& ledger, const WishBody& body) {
  const auto text = ledger.EntityBody("member", body.member);
  const auto member = studio::MemberFromJson(text.value_or("{}"), body.member);
  return text && member ? member->name : body.member_name;
}

std::string FreshId() {
  studio::ByteArray<8> bytes{};
  studio::FillRandom(bytes);
  return "w-" + studio::ToHex(bytes);
}

auto NotOnTheWall(const std::string& wish) {
  return Fail(ErrorKind::kNotFound, "no wish on the wall has the id " + wish);
}

auto NotAtStep(const HungWish& hung, const char* wanted) {
  return Fail(ErrorKind::kConflict,
              "the wish is " + hung.wish.step + "; it has to be " + std::string(wanted));
}

}  // namespace

void WishBook::Follow(const std::string& wish, const CaseMove& move) {
  const auto record = ledger_.RecordOfWish(wish);
  const auto file = record ? ledger_.FindCaseOf(*record) : std::nullopt;
  if (file) static_cast<void>(cases_.Take(file->number, move));
}

std::string WishBook::Take(const studio::RecordHeader& header, const WishBody& body,
                           StudioId studio, const std::string& unproven) {
  switch (body.act) {
    case WishAct::kPost:
      return Post(header, body, studio);
    case WishAct::kClaim:
      return unproven.empty() ? Claim(header.id, body) : "unproven: " + unproven;
    case WishAct::kGrant:
      return unproven.empty() ? Grant(body) : "unproven: " + unproven;
    case WishAct::kConfirm:
    case WishAct::kNotYet:
      return SayBySlip(body);
  }
  return {};
}

std::string WishBook::Post(const studio::RecordHeader& header, const WishBody& body,
                           StudioId studio) {
  ledger_.AddWish(header.id);
  const auto key = ReadingKeyFrom(body.reading_key);
  if (!key) return "no case: not a reading key";
  CaseOpening opening;
  opening.number = body.receipt;
  opening.reading_key = *key;
  opening.record = header.id;
  opening.terminal = header.terminal;
  opening.studio = studio;
  opening.wish = true;
  opening.village = body.village;
  return cases_.Open(opening);
}

std::string WishBook::Claim(const Uuid& record, const WishBody& body) {
  auto hung = Find(ledger_, body.wish);
  if (!hung) return "not counted: no such wish";
  if (hung->wish.step != "posted") return "superseded";
  const std::string name = NameOfMember(ledger_, body);
  hung->body["member"] = body.member;
  hung->body["member_name"] = name;
  hung->body["claim"] = record.ToString();
  Put(ledger_, *hung, "claimed");
  Follow(body.wish, {CaseStep::kClaimed, name});
  return "claimed";
}

std::string WishBook::Grant(const WishBody& body) {
  auto hung = Find(ledger_, body.wish);
  if (!hung) return "not counted: no such wish";
  if (hung->wish.step != "claimed") return "not counted: it is " + hung->wish.step;
  if (hung->wish.member != body.member) return "not counted: somebody else claimed it";
  Put(ledger_, *hung, "granted");
  Follow(body.wish, {CaseStep::kGranted});
  return "granted";
}

std::string WishBook::SayBySlip(const WishBody& body) {
  const auto file = ledger_.FindCase(body.receipt);
  if (!file || !file->wish) return "not counted: no wish has this number";
  const auto token = studio::ToArray<16>(studio::FromBase64Url(body.answer_token));
  if (!token || !cases_.Holds(body.receipt, *token)) {
    return "not counted: not the token of the newest answer";
  }
  const auto wish = ledger_.WishOfRecord(file->record);
  if (!wish) return "not counted: it does not hang on the wall";
  const bool came = body.act == WishAct::kConfirm;
  const auto said = came ? Confirm(*wish) : NotYet(*wish);
  if (!said) return "not counted: " + said.error().detail;
  return came ? "confirmed" : "not yet";
}

Result<void> WishBook::Confirm(const std::string& wish) {
  auto hung = Find(ledger_, wish);
  if (!hung) return NotOnTheWall(wish);
  if (hung->wish.step != "granted") return NotAtStep(*hung, "granted");
  Put(ledger_, *hung, "confirmed");
  Follow(wish, {CaseStep::kConfirmed});
  return {};
}

Result<void> WishBook::NotYet(const std::string& wish) {
  auto hung = Find(ledger_, wish);
  if (!hung) return NotOnTheWall(wish);
  if (hung->wish.step != "granted") return NotAtStep(*hung, "granted");
  Put(ledger_, *hung, "claimed");
  Follow(wish, {CaseStep::kReturned});
  return {};
}

Result<void> WishBook::Reopen(const std::string& wish) {
  auto hung = Find(ledger_, wish);
  if (!hung) return NotOnTheWall(wish);
  if (hung->wish.step != "claimed") return NotAtStep(*hung, "claimed");
  for (const char* field : {"member", "member_name", "claim"}) hung->body.erase(field);
  Put(ledger_, *hung, "posted");
  Follow(wish, {CaseStep::kPosted});
  return {};
}

Result<std::string> WishBook::Hang(const Uuid& record, const WishBody& body,
                                   const std::string& text) {
  if (const auto wish = ledger_.WishOfRecord(record)) {
    return Fail(ErrorKind::kConflict, "it hangs on the wall already, as " + *wish);
  }
  const std::string id = FreshId();
  ledger_.HangWish(record, id);
  json hung = {{"text", text},
               {"village", body.village_name},
               {"step", "posted"},
               {"date", studio::ToText(DateAt(now_ms_))}};
  if (body.for_child) hung["for_child"] = true;
  ledger_.PutEntity(kWishKind, id, hung.dump(-1, ' ', false, json::error_handler_t::replace), 0);
  Follow(id, {CaseStep::kPosted});
  return id;
}

void WishBook::Withdraw(const Uuid& record, TerminalNumber terminal) {
  const auto known = ledger_.FindRecord(record);
  if (!known || known->terminal != terminal) return;
  if (const auto wish = ledger_.WishOfRecord(record)) ledger_.DeleteEntity(kWishKind, *wish);
  ledger_.DeleteWish(record);
}

}  // namespace county

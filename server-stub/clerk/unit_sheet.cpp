#include "server/clerk/unit_sheet.h"

#include "server/clerk/cases.h"
#include "shared/base/json.h"
#include "shared/bodies/readers.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;

namespace {

void AddName(json& sheet, const studio::RequestBody& body) {
  sheet["name"] = body.name;
  sheet["name_ink"] = json::array();
  for (const studio::Ink& ink : body.name_ink) sheet["name_ink"].push_back(ToText(ink));
  sheet["phone"] = body.phone;
  sheet["representatives"] = body.representatives;
}

void AddAttachments(json& sheet, const studio::RequestBody& body, const studio::Parts& unit) {
  sheet["attachments"] = json::array();
  for (const studio::AttachmentRef& ref : body.attachments) {
    const bool told = ref.type.starts_with("audio/") ? unit.voice : unit.photos;
    if (told)
      sheet["attachments"].push_back({{"type", ref.type}, {"digest", studio::ToHex(ref.digest)}});
  }
}

// What was said of the last answer, where it was sent back.
void AddReturned(json& sheet, const Ledger& ledger, const CountyKeys& keys,
                 const std::string& number) {
  const auto ratings = ledger.Ratings(number);
  const auto rating =
      ratings.empty() ? std::nullopt : RatingOf(ledger, keys, ratings.back().record);
  if (!rating) return;
  studio::SenderChoice choice{studio::RecordKind::kRating};
  choice.sends_back = rating->send_back;
  if (!studio::ReadershipOf(choice).unit.words) return;
  sheet["returned"] = {{"reasons", rating->reasons}, {"words", rating->words}};
}

}  // namespace

Result<std::string> UnitSheetJson(const Ledger& ledger, const CountyKeys& keys,
                                  const std::string& named) {
  const auto file = FindNamedCase(ledger, named);
  if (!file) return tl::unexpected(file.error());
  const auto body = RequestOf(ledger, keys, file->record);
  if (!body) return Fail(ErrorKind::kNotFound, file->number + ": nothing of it is kept");
  const studio::Parts unit = studio::ReadershipOf(studio::ChoiceOf(*body)).unit;
  json sheet = {{"number", file->number},        {"category", body->category_name},
                {"village", body->village_name}, {"group", body->group},
                {"words", body->words},          {"head_count", body->head_count},
                {"urgent", body->danger}};
  if (unit.name) AddName(sheet, *body);
  AddAttachments(sheet, *body, unit);
  AddReturned(sheet, ledger, keys, file->number);
  return sheet.dump(2, ' ', false, json::error_handler_t::replace);
}

}  // namespace county

#include "shared/bodies/readers.h"

namespace studio {
namespace {

Readership OfRequest(const SenderChoice& choice) {
  const bool named = choice.visibility != Visibility::kAnonymous;
  Readership out;
  out.county = {true, choice.voice, choice.photos, named};
  out.unit = {true, choice.voice, choice.photos, choice.visibility == Visibility::kNamed};
  if (choice.members_may_read) out.studio = out.county;
  return out;
}

struct Row {
  const char* what;
  SenderChoice choice;
};

std::string Listed(const Parts& parts, const char* none) {
  std::string out;
  const auto add = [&](bool reads, const char* part) {
    if (reads) out += (out.empty() ? "" : ", ") + std::string(part);
  };
  add(parts.words, "words");
  add(parts.voice, "voice");
  add(parts.photos, "photos");
  add(parts.name, "name");
  return out.empty() ? none : out;
}

}  // namespace

SenderChoice ChoiceOf(const RequestBody& body) {
  SenderChoice choice;
  choice.visibility = body.visibility;
  choice.members_may_read = body.members_may_read;
  for (const AttachmentRef& ref : body.attachments) {
    (ref.type.starts_with("audio/") ? choice.voice : choice.photos) = true;
  }
  return choice;
}

const Parts& Readership::Of(Reader reader) const {
  switch (reader) {
    case Reader::kCounty:
      return county;
    case Reader::kStudio:
      return studio;
    case Reader::kUnit:
      return unit;
    case Reader::kClaimer:
      return claimer;
    case Reader::kEverybody:
      return everybody;
  }
  return county;
}

Readership ReadershipOf(const SenderChoice& choice) {
  Readership out;
  out.county = {true, choice.voice, false, false};
  switch (choice.kind) {
    case RecordKind::kRequest:
      return OfRequest(choice);
    case RecordKind::kOpinion:
      out.everybody.words = true;
      return out;
    case RecordKind::kRating:
      if (choice.sends_back) out.unit = out.county;
      return out;
    case RecordKind::kWish:
      out.county.name = true;
      out.claimer = {true, false, false, true};
      out.everybody.words = true;
      return out;
    case RecordKind::kCheckIn:
    case RecordKind::kRosterChange:
      out.county.name = true;
      out.everybody.name = true;
      return out;
    case RecordKind::kInformation:
    case RecordKind::kActivity:
      out.county = {true, choice.voice, choice.photos, true};
      out.studio = out.county;
      return out;
    case RecordKind::kHandover:
    case RecordKind::kMemberReply:
    case RecordKind::kCoauthor:
    case RecordKind::kReview:
    case RecordKind::kYearClosing:
    case RecordKind::kProposalRating:
      out.county.name = true;
      return out;
    case RecordKind::kWithdrawal:
      return out;
  }
  return out;
}

std::vector<BoxPublicKey> KeysFor(const Readership& readership, const Readers& readers) {
  std::vector<BoxPublicKey> keys = {readers.county};
  if (readership.studio.Any() && readers.studio != BoxPublicKey{}) keys.push_back(readers.studio);
  return keys;
}

std::string ReadersTable() {
  const auto request = [](Visibility visibility, bool members = false) {
    SenderChoice choice;
    choice.visibility = visibility;
    choice.members_may_read = members;
    choice.voice = choice.photos = true;
    return choice;
  };
  const auto of = [](RecordKind kind, bool voice = false, bool sends_back = false) {
    SenderChoice choice;
    choice.kind = kind;
    choice.voice = voice;
    choice.sends_back = sends_back;
    return choice;
  };
  const auto written = [](RecordKind kind) {
    SenderChoice choice;
    choice.kind = kind;
    choice.voice = choice.photos = true;
    return choice;
  };
  const Row rows[] = {
      {"`request`, `named`", request(Visibility::kNamed)},
      {"`request`, `members_only`", request(Visibility::kMembersOnly)},
      {"`request`, `anonymous`", request(Visibility::kAnonymous)},
      {"`request` with `members_may_read`", request(Visibility::kNamed, true)},
      {"`opinion`", of(RecordKind::kOpinion, true)},
      {"`rating`", of(RecordKind::kRating, true)},
      {"`rating` with `send_back`", of(RecordKind::kRating, true, true)},
      {"`wish`", of(RecordKind::kWish)},
      {"`information`", written(RecordKind::kInformation)},
      {"`activity`", written(RecordKind::kActivity)},
      {"`check_in`", of(RecordKind::kCheckIn)},
      {"`handover`", of(RecordKind::kHandover)},
      {"`roster_change`", of(RecordKind::kRosterChange)},
      {"`withdrawal`", of(RecordKind::kWithdrawal)},
      {"`member_reply`", of(RecordKind::kMemberReply)},
      {"`coauthor`", of(RecordKind::kCoauthor)},
      {"`review`", of(RecordKind::kReview)},
      {"`year_closing`", of(RecordKind::kYearClosing)},
      {"`proposal_rating`", of(RecordKind::kProposalRating)},
  };
  std::string table =
      "| record | county opens | studio opens | the unit is told | who claimed it is told | "
      "public once read | the terminal's sealed copy |\n|---|---|---|---|---|---|---|\n";
  for (const Row& row : rows) {
    const Readership who = ReadershipOf(row.choice);
    table += "| " + std::string(row.what) + " | " + Listed(who.county, "") + " | " +
             Listed(who.studio, "–") + " | " + Listed(who.unit, "–") + " | " +
             Listed(who.claimer, "–") + " | " + Listed(who.everybody, "–") + " | " +
             (who.studio.Any() ? "stays" : "until the county's backup has it") + " |\n";
  }
  return table;
}

}  // namespace studio

#include "shared/record/refusal.h"

#include <array>

namespace studio {
namespace {

struct RefusalRow {
  Refusal refusal;
  std::string_view name;
  std::string_view begins;  // what programs without codes said
};

// Of two beginnings the longer stands first.
constexpr std::array kRows = {
    RefusalRow{Refusal::kPlace, "place", "place: "},
    RefusalRow{Refusal::kOtherTerminal, "other_terminal", "header: another terminal's record"},
    RefusalRow{Refusal::kHeader, "header", "header: "},
    RefusalRow{Refusal::kBodyDigest, "body_digest", "body: not the one the header names"},
    RefusalRow{Refusal::kBody, "body", "body: "},
    RefusalRow{Refusal::kIdTaken, "id_taken", "another record has this id"},
    RefusalRow{Refusal::kOtherStudio, "other_studio", "another studio's shift"},
    RefusalRow{Refusal::kNoRecord, "no_record", "the county says that no record names it"},
    RefusalRow{Refusal::kAltered, "altered", "it arrives as something else than its digest"},
    RefusalRow{Refusal::kFileDamaged, "file_damaged", "its file is damaged"},
    RefusalRow{Refusal::kFileGone, "file_gone", "its file is gone"},
    RefusalRow{Refusal::kFileUnreadable, "file_unreadable", "its file cannot be read"},
    RefusalRow{Refusal::kRecordRefused, "record_refused", "its record was set aside"},
    RefusalRow{Refusal::kWordsLost, "words_lost", "the disk of this terminal lost its words"},
};

}  // namespace

std::string_view NameOf(Refusal refusal) {
  for (const RefusalRow& row : kRows) {
    if (row.refusal == refusal) return row.name;
  }
  return "other";
}

Refusal RefusalFrom(std::string_view name) {
  for (const RefusalRow& row : kRows) {
    if (row.name == name) return row.refusal;
  }
  return Refusal::kOther;
}

Refusal RefusalOfReason(std::string_view reason) {
  for (const std::string_view status : {"rejected: ", "conflict: "}) {
    if (reason.starts_with(status)) reason.remove_prefix(status.size());
  }
  for (const RefusalRow& row : kRows) {
    if (reason.starts_with(row.begins)) return row.refusal;
  }
  return Refusal::kOther;
}

}  // namespace studio

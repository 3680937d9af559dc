// Why a record, or a photo or voice message of one, is set aside: closed, so that programs can tell
// people what to do. The English beside it, in acks and in the outbox, is for staff and the log.
#pragma once

#include <string_view>

namespace studio {

enum class Refusal {
  kOther,  // or a newer county's: the English says it
  // The county's, of a record.
  kPlace,          // the terminal's signature over its place does not hold
  kOtherTerminal,  // another terminal made it
  kHeader,         // cannot be decoded
  kBodyDigest,     // not the body that the header names
  kBody,           // cannot be opened or read
  kIdTaken,        // another record has its id
  kOtherStudio,    // it would change a shift of another studio
  // Of an attachment, by the county's answers to an upload.
  kNoRecord,  // no record names it
  kAltered,   // it arrives as something else than its digest
  // The terminal's own.
  kFileDamaged,
  kFileGone,
  kFileUnreadable,
  kRecordRefused,  // the record that it belongs to is set aside
  kWordsLost,      // a record whose body was lost with a broken database
};

// "place", "other_terminal", …: in acks, and as it is kept.
std::string_view NameOf(Refusal refusal);
// kOther where it is none of these.
Refusal RefusalFrom(std::string_view name);
// Of a county that says no code, and of what was set aside before there were codes: by its English,
// with or without "rejected: " or "conflict: " before it.
Refusal RefusalOfReason(std::string_view reason);

}  // namespace studio

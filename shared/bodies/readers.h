// Who reads what: for each kind of record and each choice of its sender, who holds a key, what the
// county passes on and what becomes public. Sealing takes its recipients from here, the county what
// it hands to a unit, and every page its sentences (reader_words.h), so that none of them can say
// another thing than the others do.
#pragma once

#include <string>
#include <vector>

#include "shared/base/keys.h"
#include "shared/bodies/request_body.h"
#include "shared/record/record.h"

namespace studio {

enum class Reader {
  kCounty,     // ××政协: opens every record
  kStudio,     // whose card opens this studio's key
  kUnit,       // 承办单位: holds no key, is told by the county
  kClaimer,    // the member who claimed a wish: likewise
  kEverybody,  // pages, the wall and the feed, once the county has read it
};

// What of a record somebody reads.
struct Parts {
  bool words = false;
  bool voice = false;
  bool photos = false;
  bool name = false;  // phone, representatives and guardian with it

  bool Any() const { return words || voice || photos || name; }
  bool operator==(const Parts&) const = default;
};

// What its sender chose and gives.
struct SenderChoice {
  RecordKind kind = RecordKind::kRequest;
  Visibility visibility = Visibility::kAnonymous;  // of a request
  bool members_may_read = false;                   // of a request
  bool voice = false;
  bool photos = false;
  bool sends_back = false;  // of a rating
  bool for_child = false;   // of a wish
  bool unnamed = false;     // of a wish: neither name nor telephone is left
};
SenderChoice ChoiceOf(const RequestBody& body);

// Everything is `county`'s to read: who is not sealed to and not told reads nothing.
struct Readership {
  Parts county, studio, unit, claimer, everybody;
  const Parts& Of(Reader reader) const;
};
Readership ReadershipOf(const SenderChoice& choice);

// The keys of those who can hold one. The studio's is zeros where it has none yet.
struct Readers {
  BoxPublicKey county;
  BoxPublicKey studio;
};
std::vector<BoxPublicKey> KeysFor(const Readership& readership, const Readers& readers);

// The same as a table in Markdown, as it stands in protocol.md.
std::string ReadersTable();

}  // namespace studio

// The sentences about who reads what (zh-CN), made from the one list of it (readers.h): for the
// terminal's pages and slips, and for the county's pages on phones. Each is put together of clauses
// that carry what they claim, so that a test can hold every sentence against the keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/bodies/readers.h"

namespace studio {

// One clause: it says of each of `readers` that they read `reads`, and of what they do not.
struct ReaderClause {
  std::vector<Reader> readers;
  Parts reads;
  bool only = false;  // and nobody else reads these parts
  std::string words;
};

// What a sender is told before they agree. `county` is its short name. Voice and photos are named
// where the choice has them, and what they give away where no name is to be known.
std::vector<ReaderClause> ReaderClauses(const SenderChoice& choice, std::string_view county);
// The same as one sentence without a full stop.
std::string WhoReads(const SenderChoice& choice, std::string_view county);
// Of these the clause about name and phone alone; empty: there is none.
std::string WhoReadsName(const SenderChoice& choice, std::string_view county);
// What the handling unit learns, in a few words: for the course and the slip. Empty: nothing.
std::string WhatUnitReads(const SenderChoice& choice);
// Beside the microphone and the camera: who will hear or see it.
std::string WhoHears(const SenderChoice& choice, std::string_view county);
std::string WhoSeesPhotos(const SenderChoice& choice, std::string_view county);

}  // namespace studio

// An outbox that was brought by hand (protocol.md, "Carried file"): taken as from the line, by the
// same office, and answered with a file to carry back. Beside a running `serve` too.
#pragma once

#include <cstddef>
#include <filesystem>

#include "server/office/office.h"

namespace county {

struct CarriedImport {
  TerminalNumber terminal = 0;
  std::size_t stored = 0;
  std::size_t duplicate = 0;
  std::size_t refused = 0;  // conflict or rejected; the reply says why
  std::size_t attachments = 0;
  std::size_t left_attachments = 0;  // of a record that was withdrawn or refused
  std::size_t pages = 0;
};

// Each reading is later than the one before: the terminal tells by it which of two answers is
// newer.
ReadClock RisingClock(ReadClock clock);

struct CarriedPaths {
  std::filesystem::path file;   // the outbox
  std::filesystem::path reply;  // written
  std::filesystem::path own;    // the county's folder, for a copy while it is taken
};

// The file is read once, to its end, before anything is taken, and what was checked is what is
// taken (shared/files/stick_file.h). Where the ledger or the reply fails on the way, what was taken
// stays, and importing again answers all of it. kNotFound, kStorage: a file cannot be read or
// written. kInvalid: it is no ordinary file. kMalformed, kUnsupported: it is not whole, or of a
// newer program. kNotForUs: no outbox of a terminal here. kForged: that terminal did not make it.
// kDenied: the terminal was revoked. Throws as Ledger does.
Result<CarriedImport> ImportOutbox(Office& office, const CountyKeys& keys,
                                   const CarriedPaths& paths);

}  // namespace county

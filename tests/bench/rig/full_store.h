// Data folders to measure on, made without waiting for every row.
#pragma once

#include <filesystem>

#include "shared/bodies/request_body.h"
#include "store/base/identity.h"

namespace studio::bench {

inline constexpr TerminalNumber kBenchTerminal = 37;

// An enrolled terminal whose county is a key nobody has.
Identity SomeIdentity();
// A request of ordinary length under that number and a fresh reading key.
RequestBody SomeRequest(const ReceiptNumber& number);

// Adds that many waiting requests, with numbers of other terminals, so that the bench's own stay
// free. The first `sealed` of them have a seal each, so that their county can open them; the others
// repeat one, which is quicker. Throws std::runtime_error.
void Fill(const std::filesystem::path& folder, const Identity& identity, int rows, int sealed = 1);

}  // namespace studio::bench

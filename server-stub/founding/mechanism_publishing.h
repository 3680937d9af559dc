// A mechanism's file proves itself (its mistakes, its worked examples) before it is published; what
// does not stays unpublished, and what was published before stays.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/books/deed_book.h"
#include "shared/mechanism_file/examples.h"
#include "shared/mechanism_file/place_reading.h"
#include "shared/mechanism_file/rules_reading.h"

namespace county {

struct MechanismProof {
  studio::ReadRules read;  // with every mistake of the file, by line
  studio::ReadPlace place;
  std::vector<studio::ExampleOutcome> examples;

  // Mistakes, and examples that do not come out.
  std::size_t Wrong() const;
};
MechanismProof Prove(std::string_view toml);

// In one transaction: what terminals are told of it for duty (mechanism_file.h), its counting
// rules, that the county goes by it from now on, and what its studios have done by it. The name it
// is published under is the file's. kInvalid: it does not prove itself, or has no example;
// kMalformed. Chinese sentences.
Result<std::string> PublishMechanism(Ledger& ledger, const studio::BoxKeyPair& county,
                                     std::string_view toml, std::int64_t now_ms);

}  // namespace county

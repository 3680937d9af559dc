// The county's own keys: one to sign what it says (two while they rotate), one to open what is
// sealed to it, and the sealing keys it made for its studios. Each is a 0600 file in keys/ holding
// a seed in hex.
#pragma once

#include <optional>
#include <vector>

#include "server/keys/data_folder.h"
#include "shared/base/keys.h"
#include "shared/record/record.h"

namespace county {

struct CountyKeys {
  studio::SigningKey signing;
  studio::BoxKeyPair sealing;
  std::optional<studio::SigningKey> successor{};  // terminals are told of it; it signs cards
  std::vector<studio::VerifyKey> retired{};       // their private halves are gone

  // What terminals are to trust now.
  std::vector<studio::VerifyKey> Published() const;
  // A card is printed for months, so the key that stays longest signs it.
  const studio::SigningKey& ForCards() const { return successor ? *successor : signing; }

  // kNotFound, kMalformed, kStorage.
  static Result<CountyKeys> Load(const DataFolder& folder);
  // Keys that exist are kept: a founding that was interrupted goes on with them.
  static Result<CountyKeys> LoadOrMake(const DataFolder& folder);
};

// A successor that exists is kept.
Result<void> MakeSuccessor(const DataFolder& folder);
// The successor signs from now on; of the key before it the public half is kept. kNotFound: no
// successor.
Result<void> RetireSigningKey(const DataFolder& folder);

Result<studio::BoxKeyPair> LoadOrMakeStudioKey(const DataFolder& folder, studio::StudioId id);

}  // namespace county

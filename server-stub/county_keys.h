// The county's own keys: one to sign what it says, one to open what is sealed to it, and the
// sealing keys it made for its studios. Each is a 0600 file in keys/ holding a seed in hex.
#pragma once

#include "server/data_folder.h"
#include "shared/keys.h"
#include "shared/record.h"

namespace county {

struct CountyKeys {
  studio::SigningKey signing;
  studio::BoxKeyPair sealing;

  // kNotFound, kMalformed, kStorage.
  static Result<CountyKeys> Load(const DataFolder& folder);
  // Keys that exist are kept: a founding that was interrupted goes on with them.
  static Result<CountyKeys> LoadOrMake(const DataFolder& folder);
};

Result<studio::BoxKeyPair> LoadOrMakeStudioKey(const DataFolder& folder, studio::StudioId id);

}  // namespace county

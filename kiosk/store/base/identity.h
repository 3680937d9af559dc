// Who this terminal is: what enrolment gave it, in files of its own beside the database
// (identity.json, terminal.key, ca.pem), so that a lost database loses no identity.
#pragma once

#include <filesystem>
#include <string>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/exchange/enrolment.h"

namespace studio {

struct Identity {
  EnrolmentAnswer county;  // terminal number, studio, names, the county's keys
  std::string server_url;  // "https://host:port"
  SigningKey terminal_key = SigningKey::Generate();
};

// The terminal key is written (mode 0600, fsync) before anything is sent, so that a repeated
// enrolment presents the same key. Loads the existing one, or makes it.
Result<SigningKey> LoadOrMakeTerminalKey(const std::filesystem::path& folder);
// Written to a temporary name, synced and renamed. Copies the CA file to ca.pem too.
Result<bool> SaveIdentity(const std::filesystem::path& folder, const Identity& identity,
                          const std::filesystem::path& ca_file);
// kNotFound: not enrolled. kMalformed: files that do not fit together.
Result<Identity> LoadIdentity(const std::filesystem::path& folder);

}  // namespace studio

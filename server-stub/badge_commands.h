// The commands about badges and the key that signs them.
#pragma once

#include <filesystem>
#include <string>

#include "server/data_folder.h"

namespace county {

struct BadgeCommand {
  std::string member;
  bool live = false;
  int valid_days = 365;
  std::string at;             // empty: now
  std::string pin;            // "-": the first line of standard input
  std::filesystem::path out;  // empty: the text alone
};

struct RevokeCommand {
  std::string member;
  std::string token;  // where member is empty
};

// Each prints what came of it on standard output. Throws as the ledger does.
Result<void> MakeBadge(const DataFolder& folder, const BadgeCommand& command);
Result<void> Revoke(const DataFolder& folder, const RevokeCommand& command);
Result<void> RotateKey(const DataFolder& folder);

}  // namespace county

// Founds a county in a folder: keys, certificates, and last of all the ledger with its first
// entities, so that a founding which was interrupted simply goes on when repeated.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "server/keys/data_folder.h"
#include "shared/feed/entities.h"

namespace county {

struct FoundingPlan {
  std::string demo;              // name of a demo county; empty: a county with one plain studio
  std::filesystem::path assets;  // where demo/NAME.json and mechanisms/NAME.toml lie
  std::string ledger{};          // postgresql://…; empty: in the folder
};

// The same plan for a founded county changes nothing; another one is kConflict. kNotFound: no
// such demo or mechanism. kStorage, kMalformed. Throws as the ledger does.
Result<void> Found(const DataFolder& folder, const FoundingPlan& plan, std::int64_t now_ms);

// As published, by number.
std::vector<studio::Studio> StudiosOf(const DataFolder& folder);

}  // namespace county

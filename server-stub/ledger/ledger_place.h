// Where a county's ledger is: in ledger.db of its folder, or where ledger.url there says. And how
// it comes from one place to another.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/keys/data_folder.h"
#include "server/ledger/ledger_database.h"

namespace county {

// postgresql://…, as ledger.url says; nullopt: in ledger.db. Throws where the file cannot be read.
std::optional<std::string> LedgerUrl(const DataFolder& folder);
// As it is, of whatever version. Throws where nothing is there or it cannot be reached.
std::unique_ptr<LedgerDatabase> OpenDatabase(const DataFolder& folder);

// Of the folder's ledger, where its engine tells them; nullptr: they have to be looked for.
// heard: quick, and on another thread.
std::unique_ptr<LedgerNews> NewsOf(const DataFolder& folder, std::function<void()> heard);

// What `move-ledger` calls the file of the county's folder.
inline constexpr const char* kLedgerFile = "file";

struct MovedLedger {
  std::size_t streams = 0;  // each with the same digest here and there
  std::string kept;         // where what was moved stays
};
// to: postgresql://… or kLedgerFile. Every row is copied in one transaction and kept only where
// each stream and table has the same digest; what was moved stays beside under a dated name.
// kConflict: it is there already, a ledger is where it is to go, or somebody has it open. Throws as
// the engines do.
studio::Result<MovedLedger> MoveLedger(const DataFolder& folder, const std::string& to,
                                       std::int64_t now_ms);

// A ledger that was just founded in `file` becomes the folder's, at postgresql://…. One of the same
// county (its sealing key, its founding) that is there already is taken as it is: the founding was
// interrupted. kConflict: it is another's. Throws as the engines do.
studio::Result<void> FoundThere(const std::filesystem::path& file, const DataFolder& folder,
                                const std::string& url);

// `file`, which nothing else has open, becomes the folder's ledger; what was there stays beside
// under a dated name. kConflict: somebody has it open (seen in PostgreSQL alone). Throws as the
// engines do.
studio::Result<void> PutInPlace(const std::filesystem::path& file, const DataFolder& folder,
                                const std::string& stamp);

// With what lies beside it; nothing where there is none.
void PutFileAside(const std::filesystem::path& ledger, const std::string& kept);
// 20261130T195601Z
std::string UtcStamp(std::int64_t now_ms);

}  // namespace county

// Reads table rows straight from the pages of a SQLite file, without its indexes, its schema or
// its b-tree links, so that a row is found as long as its own page is whole. For databases that
// SQLite can no longer open. Everything found is a claim, to be proved by its signature.
// Format: https://www.sqlite.org/fileformat2.html §1.6 (b-tree pages), §2 (records), §4 (WAL).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/bytes.h"

namespace studio {

using ScannedValue = std::variant<std::monostate, std::int64_t, std::string, Bytes>;
using ScannedRow = std::vector<ScannedValue>;

using FoundRow = std::function<void(const ScannedRow&)>;

// Calls `found` with every row of `columns` columns in a database file, or in a write-ahead log
// ("….db-wal"), oldest frame first. Never throws on damaged bytes.
void ScanRows(const std::filesystem::path& path, std::size_t columns, const FoundRow& found);

}  // namespace studio

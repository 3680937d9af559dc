// Whether a write-ahead log holds more than SQLite will take from it. SQLite reads a log up to its
// first damaged frame and drops the rest without a word, which is right after a power cut and
// loses what was confirmed where a later sector went bad.
// Format: https://www.sqlite.org/fileformat2.html §4.
#pragma once

#include <filesystem>

namespace studio {

// True where two transactions or more of this run of the log end at or behind the first damaged
// frame. One alone may be what a power cut tore before anybody was answered; each commit is synced,
// so there is never more than that. A log that is not there holds nothing.
bool LogHoldsMore(const std::filesystem::path& log);

}  // namespace studio

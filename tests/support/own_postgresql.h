// A PostgreSQL of the tests' own, from Debian's package: in a temporary folder, on a socket there
// and no port, forgetting to sync where it is not told otherwise. Begun when first asked for, ended
// with the program.
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>

#include "temp_folder.h"

namespace studio {

// STUDIO_LEDGER=postgresql: counties of this run keep their ledgers there.
bool LedgersOnPostgresql();

class OwnPostgresql {
 public:
  enum class Disk { kForgets, kSyncs };

  // The one that this program shares. Throws std::runtime_error where none can be started.
  static OwnPostgresql& Shared();

  // kSyncs: with the settings of a new installation, for who measures.
  explicit OwnPostgresql(Disk disk = Disk::kForgets);
  ~OwnPostgresql();
  OwnPostgresql(const OwnPostgresql&) = delete;
  OwnPostgresql& operator=(const OwnPostgresql&) = delete;

  void Start();
  // At once, as where the power goes; what was committed is there at the next start.
  void Stop();
  std::string Url(const std::string& schema) const;
  // Rows of one column, a line each; throws where SQL does not run.
  std::string Ask(const std::string& sql) const;
  int pid() const { return server_; }

 private:
  TempFolder folder_;
  std::string programs_;  // folder of postgres, initdb, psql
  Disk disk_;
  pid_t server_ = -1;
};

}  // namespace studio

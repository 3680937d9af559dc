// The ledger in a schema of a PostgreSQL that others run (15 or newer).
#pragma once

#include <chrono>
#include <map>

#include "server/ledger/ledger_database.h"

struct pg_conn;

namespace county {

// postgresql://USER@HOST:PORT/DATABASE?schema=NAME with what libpq knows besides; the schema is
// `county` where none is named.
struct PostgresqlPlace {
  std::string url;  // as libpq takes it
  std::string schema;

  // Throws std::runtime_error: no such address, or a name that is not of small letters, digits and
  // underscores (at most 36).
  static PostgresqlPlace Parse(std::string_view url);
};

struct PostgresqlCloser {
  void operator()(pg_conn* connection) const;
};
using PostgresqlLine = std::unique_ptr<pg_conn, PostgresqlCloser>;

// To one that takes writing. Throws LedgerAway, with libpq's sentence.
PostgresqlLine ConnectTo(const PostgresqlPlace& place);
// On which the ledger's news are told.
std::string NewsChannel(const PostgresqlPlace& place);

// Throws LedgerAway where it is away, full, busy or read-only, else std::runtime_error. Where the
// line broke, the next use that is not within a transaction connects again: once a second at most.
class PostgresqlDatabase : public LedgerDatabase {
 public:
  // Connects.
  explicit PostgresqlDatabase(PostgresqlPlace place);

  std::unique_ptr<LedgerRows> Run(const char* sql, std::span<const LedgerValue> values) override;
  void Define(const std::string& sql) override;
  void Begin(LedgerAccess access) override;
  void Commit() override;
  void RollBack() noexcept override;
  void Announce() override;
  std::optional<std::int64_t> Version() override;
  void SetVersion(std::int64_t version) override;
  std::vector<LedgerCopy> Copies() override;
  std::string Mark() override;
  bool CopyHas(const std::string& mark) override;
  void BackUp(const std::filesystem::path& file) override;
  void NumbersWereGiven() override;

  // Within a transaction.
  void MakeSchema();
  void PutAside(const std::string& name);  // the schema, with all that is in it, is called that
  std::string NameAside(const std::string& why, std::string stamp) const;
  // False: somebody else has this ledger open. For as long as this connection lasts.
  bool TakeAlone();

 private:
  using Clock = std::chrono::steady_clock;
  void Connect();
  void Ready();  // connected, or it throws
  void Simple(const std::string& sql);
  std::string RunCommit();  // what PostgreSQL calls what it did
  std::string Lock(int which) const;
  [[noreturn]] void Fail(const char* state, const std::string& said);

  const PostgresqlPlace place_;
  PostgresqlLine connection_;
  std::map<std::string_view, std::string> prepared_;
  bool within_ = false;  // a transaction
  bool warned_ = false;  // by the server, since this was last set
  int lines_ = 0;        // this is the so manieth
  bool news_ = false;    // to be told when it is committed
  std::string away_;     // why it could not be reached last
  Clock::time_point next_try_{};
};

}  // namespace county

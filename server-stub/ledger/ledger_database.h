// The engine beneath the ledger. SQL is written once, for both: placeholders are ? or ?N, and every
// statement keeps to what SQLite and PostgreSQL understand alike. One connection, one thread at a
// time. Functions throw a std::exception that says in one sentence what is wrong.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"

namespace county {

// The ledger cannot be reached, or takes no writing for now; what was asked may be asked again
// later.
class LedgerAway : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What a statement is given. A view: it lives until Run() returns.
struct LedgerValue {
  enum class Type { kInteger, kText, kBytes };
  Type type = Type::kInteger;
  bool null = true;
  std::int64_t integer = 0;
  std::string_view text{};  // bytes too
};

// One use of a statement, which ends with it, so that no read stays open. Columns count from 0;
// those of no row, and null ones, read as 0 or as nothing.
class LedgerRows {
 public:
  virtual ~LedgerRows() = default;
  virtual bool Next() = 0;
  virtual bool Null(int column) const = 0;
  virtual std::int64_t Int(int column) const = 0;
  virtual std::string Text(int column) const = 0;
  virtual studio::Bytes Blob(int column) const = 0;
};

// Of all that is committed, on another machine. Who is not synchronous counts for nothing.
struct LedgerCopy {
  std::string name;
  bool synchronous =
      false;  // every commit waits for it, or for as many of its kind as are asked for
  std::int64_t behind_bytes = 0;  // of the engine's log, not on its disk yet
  std::int64_t behind_ms = 0;     // when it last told
};

// Hears that the feed has changed, whoever changed it, until it is destroyed.
class LedgerNews {
 public:
  virtual ~LedgerNews() = default;
};

enum class LedgerAccess { kRead, kWrite };

class LedgerDatabase {
 public:
  virtual ~LedgerDatabase() = default;

  // Prepared once and kept by the text's address. Done at the latest when Next() was called.
  virtual std::unique_ptr<LedgerRows> Run(const char* sql, std::span<const LedgerValue> values) = 0;
  // Statements of the schema, in SQLite's words.
  virtual void Define(const std::string& sql) = 0;

  // kRead: all that is read until the end is of one moment. kWrite: nobody else writes meanwhile.
  virtual void Begin(LedgerAccess access) = 0;
  virtual void Commit() = 0;  // durable when this returns
  virtual void RollBack() noexcept = 0;

  // The feed changes: who listens (LedgerNews) hears of it once that is committed.
  virtual void Announce() {}

  // Of the ledger's schema; nullopt: no county's ledger is here.
  virtual std::optional<std::int64_t> Version() = 0;
  virtual void SetVersion(std::int64_t version) = 0;

  virtual std::vector<LedgerCopy> Copies() { return {}; }
  // A mark of all that is committed by now, and whether it is on the disk of a synchronous copy.
  // One of another line than this is on none.
  virtual std::string Mark() { return {}; }
  virtual bool CopyHas(const std::string&) { return false; }

  // Rows were put in with numbers that the engine gives else: it goes on above them.
  virtual void NumbersWereGiven() = 0;
  // The ledger as it is at one moment, as a file of SQLite's, which must not exist.
  virtual void BackUp(const std::filesystem::path& file) = 0;
};

// Rolled back unless it was committed.
class LedgerTransaction {
 public:
  LedgerTransaction(LedgerDatabase& database, LedgerAccess access) : database_(database) {
    database_.Begin(access);
  }
  LedgerTransaction(const LedgerTransaction&) = delete;
  LedgerTransaction& operator=(const LedgerTransaction&) = delete;
  ~LedgerTransaction() {
    if (open_) database_.RollBack();
  }
  void Commit() {
    database_.Commit();
    open_ = false;
  }

 private:
  LedgerDatabase& database_;
  bool open_ = true;
};

}  // namespace county

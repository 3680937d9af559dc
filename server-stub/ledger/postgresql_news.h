// The news of a ledger on PostgreSQL, by LISTEN on a line of its own.
#pragma once

#include <functional>
#include <thread>

#include "server/ledger/postgresql_database.h"

namespace county {

class PostgresqlNews : public LedgerNews {
 public:
  // heard: on a thread of this class, and quick. Also where some may have been missed: once the
  // line was made anew, which is tried once a second.
  PostgresqlNews(PostgresqlPlace place, std::function<void()> heard);
  ~PostgresqlNews() override;

 private:
  void Listen();
  PostgresqlLine Subscribe() const;  // null: not for now
  bool Await(int descriptor) const;  // false: the end has come

  const PostgresqlPlace place_;
  const std::function<void()> heard_;
  const int end_;  // an eventfd
  std::thread listening_;
};

}  // namespace county

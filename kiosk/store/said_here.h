// That somebody rated an answer, or confirmed a wish, at this terminal: which number and which
// round, until the county's answer shows it. What they said is sealed to the county and not here.
// Store thread; throws SQLite::Exception.
#pragma once

#include <string>
#include <vector>

#include "shared/case_answer.h"
#include "shared/uuid.h"
#include "store/connection.h"

namespace studio {

class SaidHere {
 public:
  static constexpr int kConfirmed = -1;  // in place of a round: a wish's confirmation

  explicit SaidHere(Connection& connection) : connection_(connection) {}

  // Whether a record says so that the county has not refused.
  bool Has(const std::string& number, int round);
  // Within the caller's transaction, both.
  void Add(const Uuid& record, const std::string& number, int round);
  // Takes away what the answer shows, or has left behind.
  void Settle(const std::string& number, const CaseAnswer& answer);

 private:
  Connection& connection_;
};

std::vector<std::string> HotSaidStatements();

}  // namespace studio

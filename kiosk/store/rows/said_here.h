// That somebody rated an answer, or had the last word on a wish, at this terminal: which number and
// which round, until the county's answer shows it. What they said is sealed to the county and not
// here. Store thread; throws SQLite::Exception.
#pragma once

#include <string>
#include <vector>

#include "shared/base/uuid.h"
#include "shared/bodies/case_answer.h"
#include "store/base/connection.h"

namespace studio {

class SaidHere {
 public:
  // In place of a round: the word of who wished on the nth time that it was granted.
  static constexpr int Confirmed(int round) { return -1 - 2 * round; }
  static constexpr int NotYet(int round) { return -2 - 2 * round; }

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

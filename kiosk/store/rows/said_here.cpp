#include "store/rows/said_here.h"

namespace studio {
namespace {

// 3: set aside. It counts again once somebody lets the record try again.
constexpr const char* kHas =
    "SELECT 1 FROM said WHERE receipt = ? AND round = ? AND "
    "(SELECT state FROM outbox WHERE outbox.id = said.record) <> 3";
constexpr const char* kAddSaid = "INSERT INTO said (record, receipt, round) VALUES (?, ?, ?)";
constexpr const char* kForgetUpTo = "DELETE FROM said WHERE receipt = ? AND round BETWEEN 0 AND ?";
constexpr const char* kForgetWords =
    "DELETE FROM said WHERE receipt = ? AND round BETWEEN ? AND -1";

bool IsLastWord(const CaseEvent& event) {
  return event.step == CaseStep::kRated || event.step == CaseStep::kReturned;
}

// The newest reply was rated or sent back.
bool HasLastWord(const CaseAnswer& answer) {
  for (auto event = answer.course.rbegin(); event != answer.course.rend(); ++event) {
    if (IsLastWord(*event)) return true;
    if (event->step == CaseStep::kAnswered) return false;
  }
  return false;
}

}  // namespace

bool SaidHere::Has(const std::string& number, int round) {
  Query query(connection_, kHas);
  query.Add(number).Add(std::int64_t{round});
  return query.Step();
}

void SaidHere::Add(const Uuid& record, const std::string& number, int round) {
  Query(connection_, kAddSaid).Add(record).Add(number).Add(std::int64_t{round}).Run();
}

void SaidHere::Settle(const std::string& number, const CaseAnswer& answer) {
  const int over = HasLastWord(answer) ? answer.round : answer.round - 1;
  if (over >= 0) Query(connection_, kForgetUpTo).Add(number).Add(std::int64_t{over}).Run();
  const bool asked = !answer.course.empty() && answer.course.back().step == CaseStep::kGranted;
  const int past = asked ? answer.round - 1 : answer.round;
  if (answer.wish && past >= 0) {
    Query(connection_, kForgetWords).Add(number).Add(std::int64_t{NotYet(past)}).Run();
  }
}

std::vector<std::string> HotSaidStatements() { return {kHas, kAddSaid, kForgetUpTo, kForgetWords}; }

}  // namespace studio

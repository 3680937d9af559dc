#include "ui/words/slip_strings.h"

namespace studio::say {

std::string CountyAndPhone(View county, View phone) {
  if (phone.empty()) return std::string(county);
  return std::string(county) + "（电话 " + std::string(phone) + "）";
}

std::string CountyAndPhone(const Station& station) {
  return CountyAndPhone(CountyName(station), station.county.phone);
}

std::string WithdrawProblemLine(WithdrawProblem problem, const Station& station) {
  const View why = problem == WithdrawProblem::kTooLate
                       ? View("已经过了 {n} 分钟，要撤回请找{county}")
                       : View("没有撤回成，请再点一次“撤回”。还不行，请找{county}。");
  return Fill(why, {{"n", Number(kWithdrawMinutes)}, {"county", CountyAndPhone(station)}});
}

std::string WithdrawLine(std::optional<WithdrawProblem> problem, bool in_time,
                         const ReceiptStatus& status, const Station& station) {
  if (status.state == ReceiptState::kWithdrawn) return {};
  if (problem) return WithdrawProblemLine(*problem, station);
  if (in_time) return {};
  return Fill("过了 {n} 分钟，要撤回请找{county}",
              {{"n", Number(kWithdrawMinutes)}, {"county", CountyAndPhone(station)}});
}

std::string SlipRights(View county, View phone) {
  return Fill("{n} 分钟内可以在这台机器上撤回。过后请找{county}。",
              {{"n", Number(kWithdrawMinutes)}, {"county", CountyAndPhone(county, phone)}});
}

}  // namespace studio::say

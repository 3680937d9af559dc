// How long a request or a wish may be taken back on the spot. One rule for every page, the slip and
// the store: ten minutes by the machine's running clock; after a restart, which that clock does not
// survive, ten minutes by the county's time, or by the wall clock where it was filed without
// knowing that, and not at all where it seems to have been filed later than now. Afterwards it is
// withdrawn by telephone, by the county.
#pragma once

#include <cstdint>
#include <optional>

#include "app/base/clock.h"
#include "app/request/request_store.h"

namespace studio {

inline constexpr int kWithdrawMinutes = 10;
inline constexpr std::int64_t kWithdrawWindowMs = kWithdrawMinutes * 60'000LL;

// Until when what was filed then may be withdrawn: monotonic, of this boot; 0: no longer. Both wall
// times are of one clock.
std::int64_t WithdrawableUntil(Moment filed, bool this_boot, Moment now);
bool MayWithdraw(const ReceiptStatus& status, Moment now);

// Why it was not withdrawn after all.
enum class WithdrawProblem { kTooLate, kNotKept };
WithdrawProblem WithdrawProblemOf(const Error& error);
// Takes the store's answer into the receipt; what somebody else took back already is taken back.
std::optional<WithdrawProblem> TakeWithdrawal(Result<ReceiptStatus> answer, ReceiptStatus& receipt);

}  // namespace studio

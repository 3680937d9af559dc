#include "shared/feed/leave_reason.h"

#include "shared/record/sealed_text.h"

namespace studio {
namespace {

constexpr SealedTextKind kReason = {"MSW1", 4096, "leave's reason"};

std::string NameOf(std::string_view shift, std::string_view member) {
  return std::string(shift) + "/" + std::string(member);
}

}  // namespace

Result<Bytes> SealReason(std::string_view shift, std::string_view member, std::string_view reason,
                         const BoxPublicKey& studio) {
  return SealText(kReason, NameOf(shift, member), reason, studio);
}

void OpenReasons(Shift& shift, const BoxKeyPair& studio) {
  for (ShiftChange& change : shift.changes) {
    if (change.sealed_reason.empty()) continue;
    auto reason = OpenText(kReason, NameOf(shift.id, change.member), change.sealed_reason, studio);
    if (reason) change.reason = std::move(*reason);
  }
}

}  // namespace studio

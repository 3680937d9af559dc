#include "store/calls/request_calls.h"

#include "store/rows/requests.h"

namespace studio {

void RequestCalls::PrepareSlip(Done<Slip> done) {
  thread_.Post([to = thread_, numbers = numbers_, done = std::move(done)](StoreCore& core) {
    const auto number = core.Read<ReceiptNumber>(
        [&](const AtWork& at) { return numbers->Pick(at.tables, at.maker.terminal()); });
    if (!number) return to.Answer<Slip>(done, tl::unexpected(number.error()));
    to.PostToWorker([to, done, number = *number] {
      const LookupCode code = LookupCode::Random();
      const auto key = DeriveReadingKey(number, code);
      to.Answer<Slip>(done, key.map([&](const BoxKeyPair& pair) {
        return Slip{number, code, pair.Public()};
      }));
    });
  });
}

void RequestCalls::File(RequestBody body, bool urgent, Done<ReceiptStatus> done) {
  thread_.Write(
      std::move(done),
      [body = std::move(body), urgent](const AtWork& at) {
        return FileRequest(at.tables, at.maker, at.readers, body, urgent);
      },
      kTellRecord);
}

void RequestCalls::RecordGuidance(RequestBody body, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [body = std::move(body)](const AtWork& at) {
        return FileGuidance(at.tables, at.maker, at.readers, body);
      },
      kTellRecord);
}

void RequestCalls::Withdraw(const ReceiptNumber& number, Done<ReceiptStatus> done) {
  thread_.Write(
      std::move(done),
      [number](const AtWork& at) {
        return WithdrawRequest(at.tables, at.maker, at.readers, number);
      },
      [](StoreCore& core, const ReceiptStatus&) {
        core.EraseLog();
        core.TellRecord();
      });
}

}  // namespace studio

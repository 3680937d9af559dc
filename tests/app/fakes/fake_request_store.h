// A request store that answers when the test says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/request/request_store.h"
#include "app/request/withdrawal.h"

namespace studio {

class FakeRequestStore : public RequestStore {
 public:
  void PrepareSlip(Done<Slip> done) override { slip_asked.push_back(std::move(done)); }
  void File(RequestBody body, bool urgent, Done<ReceiptStatus> done) override {
    filed.push_back({std::move(body), urgent});
    file_asked.push_back(std::move(done));
  }
  void RecordGuidance(RequestBody body, Done<bool> done) override {
    guided.push_back(std::move(body));
    done(true);
  }
  void Withdraw(const ReceiptNumber& number, Done<ReceiptStatus> done) override {
    if (withdrawing_fails) return done(Fail(*withdrawing_fails, "test"));
    withdrawn.push_back(number.digits());
    ReceiptStatus status;
    status.number = number.digits();
    status.state = ReceiptState::kWithdrawn;
    done(status);
  }

  static Slip SomeSlip() {
    return {ReceiptNumber::Make(37, 48215), *LookupCode::Parse("59061473"),
            BoxKeyPair::FromSeed({}).Public()};
  }
  void AnswerSlip() {
    auto done = std::move(slip_asked.back());
    slip_asked.pop_back();
    done(SomeSlip());
  }
  void AnswerFiled() {
    ReceiptStatus status;
    status.number = SomeSlip().number.digits();
    status.withdraw_until_ms = withdraw_until_ms;
    auto done = std::move(file_asked.back());
    file_asked.pop_back();
    done(status);
  }
  void FailFiled(ErrorKind kind) {
    auto done = std::move(file_asked.back());
    file_asked.pop_back();
    done(Fail(kind, "test"));
  }

  struct Filed {
    RequestBody body;
    bool urgent;
  };
  std::vector<Filed> filed;
  std::vector<std::string> withdrawn;  // numbers
  std::optional<ErrorKind> withdrawing_fails;
  std::int64_t withdraw_until_ms = 0;
  std::vector<RequestBody> guided;
  std::vector<Done<Slip>> slip_asked;
  std::vector<Done<ReceiptStatus>> file_asked;
};

class TestClock : public Clock {
 public:
  Moment Now() const override { return now; }
  void Advance(std::int64_t ms) {
    now.wall_ms += ms;
    now.monotonic_ms += ms;
  }
  Moment now{1'795'224'720'000, 1'000'000};
};

}  // namespace studio

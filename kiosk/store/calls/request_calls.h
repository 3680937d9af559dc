// Villagers' requests (app/request/request_store.h).
#pragma once

#include <memory>

#include "app/request/request_store.h"
#include "store/acts/free_numbers.h"
#include "store/core/store_thread.h"

namespace studio {

class RequestCalls : public RequestStore {
 public:
  explicit RequestCalls(StoreThread thread) : thread_(std::move(thread)) {}

  void PrepareSlip(Done<Slip> done) override;
  void File(RequestBody body, bool urgent, Done<ReceiptStatus> done) override;
  void RecordGuidance(RequestBody body, Done<bool> done) override;
  void Withdraw(const ReceiptNumber& number, Done<ReceiptStatus> done) override;

 private:
  StoreThread thread_;
  std::shared_ptr<FreeNumbers> numbers_ = std::make_shared<FreeNumbers>();  // store thread
};

}  // namespace studio

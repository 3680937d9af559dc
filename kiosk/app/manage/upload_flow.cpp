#include "app/manage/upload_flow.h"

#include <utility>

namespace studio {

UploadFlow::UploadFlow(OutboxStore& store, LinkControl* link, const KioskState& state,
                       const Clock& clock)
    : store_(store), link_(link), state_(state), clock_(clock) {
  ReadAgain();
}

void UploadFlow::Update() {
  if (reading_ || failed_ || putting_back_) return;
  // Attachments are in no summary; they go with an exchange.
  if (read_at_ == state_.outbox && read_exchange_ms_ == state_.link.last_exchange_ms) return;
  ReadAgain();
}

void UploadFlow::ReadAgain() {
  reading_ = true;
  failed_ = false;
  read_at_ = state_.outbox;
  read_exchange_ms_ = state_.link.last_exchange_ms;
  store_.ReadOutbox(kMostItems,
                    visit_.Guard<Result<OutboxReport>>([this](Result<OutboxReport> report) {
                      reading_ = false;
                      failed_ = !report.has_value();
                      if (report) report_ = std::move(*report);
                    }));
}

void UploadFlow::TryAgain(std::size_t item) {
  if (!report_ || item >= report_->items.size() || putting_back_) return;
  putting_back_ = true;
  store_.TryAgain({report_->items[item]},
                  visit_.Guard<Result<std::int64_t>>(
                      [this](Result<std::int64_t> again) { Took(std::move(again)); }));
}

void UploadFlow::TryAllAgain() {
  if (!report_ || report_->set_aside == 0 || putting_back_) return;
  putting_back_ = true;
  store_.TryAllAgain(visit_.Guard<Result<std::int64_t>>(
      [this](Result<std::int64_t> again) { Took(std::move(again)); }));
}

void UploadFlow::Took(Result<std::int64_t> again) {
  putting_back_ = false;
  put_back_ = std::move(again);
  ReadAgain();
  if (*put_back_ && link_ != nullptr) TryLineNow();
}

void UploadFlow::TryLineNow() {
  if (link_ == nullptr) return;
  tried_ms_ = clock_.Now().monotonic_ms;
  tried_exchange_ms_ = state_.link.last_exchange_ms;
  link_->TryNow();
}

bool UploadFlow::TryingLine() const {
  return tried_ms_ >= 0 && clock_.Now().monotonic_ms - tried_ms_ < kTryMs &&
         state_.link.last_exchange_ms == tried_exchange_ms_;
}

}  // namespace studio

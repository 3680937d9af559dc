#include "store/calls/outbox_calls.h"

#include <spdlog/spdlog.h>

namespace studio {

void OutboxCalls::ReadOutbox(std::size_t most_items, Done<OutboxReport> done) {
  thread_.Read(std::move(done), [most_items](const AtWork& at) -> Result<OutboxReport> {
    return at.tables.set_aside.Report(at.tables.outbox.Summary(), most_items);
  });
}

template <class Call>
void OutboxCalls::PutBack(Done<std::int64_t> done, Call call) {
  thread_.Write(
      std::move(done),
      [call = std::move(call)](const AtWork& at) -> Result<std::int64_t> {
        Change change(*at.tables.connection);
        const std::int64_t put_back = call(at.tables.set_aside);
        change.Commit();
        return put_back;
      },
      [](StoreCore& core, std::int64_t put_back) {
        if (put_back == 0) return;
        spdlog::info("store: {} set aside wait again", put_back);
        core.TellOutbox();
        core.TellRoster();
        core.TellClaims();
        core.TellWork();
      });
}

void OutboxCalls::TryAgain(std::vector<SetAsideItem> items, Done<std::int64_t> done) {
  for (const SetAsideItem& item : items) {
    spdlog::info("store: record {} {} is tried again", item.record, item.attachment);
  }
  PutBack(std::move(done),
          [items = std::move(items)](SetAside& set_aside) { return set_aside.TryAgain(items); });
}

void OutboxCalls::TryAllAgain(Done<std::int64_t> done) {
  PutBack(std::move(done), [](SetAside& set_aside) { return set_aside.TryAllAgain(); });
}

}  // namespace studio

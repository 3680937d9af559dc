#include "store/calls/store.h"

#include "store/calls/case_calls.h"
#include "store/calls/desk_calls.h"
#include "store/calls/duty_calls.h"
#include "store/calls/ledger_calls.h"
#include "store/calls/link_calls.h"
#include "store/calls/outbox_calls.h"
#include "store/calls/request_calls.h"
#include "store/calls/sheet_calls.h"
#include "store/calls/topic_calls.h"
#include "store/calls/wish_calls.h"
#include "store/calls/year_calls.h"
#include "store/core/store_thread.h"

namespace studio {

struct Store::Calls {
  explicit Calls(StoreParts parts) : thread(std::move(parts)) {}

  StoreThread thread;
  std::shared_ptr<AttachmentFolder> folder = thread.folder();
  RequestCalls requests{thread};
  DutyCalls duty{thread};
  OutboxCalls outbox{thread};
  CaseCalls cases{thread};
  TopicCalls topics{thread};
  WishCalls wishes{thread};
  DeskCalls desk{thread};
  LedgerCalls ledger{thread};
  YearCalls year{thread};
  SheetCalls sheets{thread};
  LinkCalls link{thread};
  Stores flows{requests, duty, outbox, cases, topics, wishes, desk, ledger, year, sheets};
};

Store::Store(StoreParts parts) : calls_(std::make_unique<Calls>(std::move(parts))) {
  calls_->folder->OnDrop([thread = calls_->thread](const Digest& digest) {
    thread.Post([digest](StoreCore& core) { core.DropAttachment(digest); });
  });
  calls_->thread.Post([](StoreCore& core) { core.Start(); });
}

Store::~Store() {
  calls_->folder->OnDrop(nullptr);
  calls_->thread.Post([](StoreCore& core) { core.Close(); });
}

std::unique_ptr<Store> Store::Open(StoreParts parts) {
  return std::unique_ptr<Store>(new Store(std::move(parts)));
}

const Stores& Store::flows() const { return calls_->flows; }
LinkStore& Store::link() { return calls_->link; }
AttachmentFiles& Store::Attachments() { return *calls_->folder; }

void Store::TryWriting() {
  calls_->thread.Post([](StoreCore& core) { core.TryWriting(); });
}

void Store::MarkTime() {
  calls_->thread.Post([](StoreCore& core) { core.MarkTime(); });
}

void Store::ReadPicture(std::string id, std::function<void(Result<Bytes>)> done) {
  calls_->thread.Read(std::move(done), [id = std::move(id)](const AtWork& at) {
    return at.tables.registry.Picture(id);
  });
}

}  // namespace studio

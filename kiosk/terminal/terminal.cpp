#include "terminal/terminal.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "shared/base/private_memory.h"
#include "store/base/schema.h"

namespace studio {
namespace {

constexpr std::uint64_t kNoRoomBytes = 1 << 20;
constexpr std::int64_t kMarkTimeMs = 5 * 60 * 1000;

const char* NameOf(Fault fault) {
  switch (fault) {
    case Fault::kNone:
      return "none any more";
    case Fault::kStorageFull:
      return "the disk is full";
    case Fault::kStorageBroken:
      return "the disk cannot be written or read";
    case Fault::kDatabaseSalvaged:
      return "the database was damaged; it is kept aside, and what proves itself was taken over";
    case Fault::kNewerDatabase:
      return "the database is a newer program's";
    case Fault::kNotEnrolled:
      return "not enrolled";
    case Fault::kCrashing:
      return "the program ended time after time";
  }
  return "";
}

bool IsStorageFault(Fault fault) {
  return fault == Fault::kStorageFull || fault == Fault::kStorageBroken;
}

}  // namespace

Result<std::unique_ptr<Terminal>> Terminal::Open(const TerminalOptions& options, UiHost& host,
                                                 SystemClock& clock) {
  auto identity = LoadIdentity(options.data);
  if (!identity) return tl::unexpected(identity.error());
  auto folder = DataFolder::Open(options.data);
  if (!folder) return tl::unexpected(folder.error());
  if (auto known = CheckSchemaVersion(options.data); !known) {
    return tl::unexpected(known.error());
  }
  std::unique_ptr<Terminal> terminal(new Terminal(std::move(*folder), host, clock));
  if (auto started = terminal->Start(options, std::move(*identity)); !started) {
    return tl::unexpected(started.error());
  }
  return terminal;
}

Terminal::Terminal(DataFolder folder, UiHost& host, SystemClock& clock)
    : folder_(std::move(folder)), host_(host), clock_(clock) {
  state_.time = std::make_shared<KnownTime>(BootId());
}

Terminal::~Terminal() {
  std::lock_guard lock(wake_mutex_);
  awake_ = nullptr;
}

Result<bool> Terminal::Start(const TerminalOptions& options, Identity identity) {
  // Until the feed has come for the first time, what enrolment told.
  auto station = std::make_shared<Station>();
  station->county.name = identity.county.county_name;
  station->studio.id = identity.county.studio;
  station->studio.name = identity.county.studio_name;
  state_.station = station;
  state_.machine = {STUDIO_VERSION, identity.county.terminal, clock_.Now().monotonic_ms};

  auto printing = SlipPrinting::Open(options.printer, worker_, queue_);
  if (!printing) return tl::unexpected(printing.error());
  printing_ = std::move(*printing);

  StoreParts store;
  store.folder = folder_.path();
  store.identity = identity;
  store.clock = &clock_;
  store.boot = BootId();
  store.time = state_.time;
  store.store_thread = &store_thread_;
  store.worker = &worker_;
  store.main_queue = &queue_;
  store.listeners = Listeners();
  store_ = Store::Open(std::move(store));

  StorageWatch::Parts watched;
  watched.folder = folder_.path();
  watched.free_percent = options.free_percent;
  watched.apart = options.storage_checks_apart;
  watched.clock = &clock_;
  watched.worker = &worker_;
  watched.main_queue = &queue_;
  watched.on_looked = [this](const StorageState& storage) {
    state_.storage = storage;
    SettleFault();
  };
  watched.on_writable = [this] { store_->TryWriting(); };
  storage_watch_ = std::make_unique<StorageWatch>(std::move(watched));

  annex_parts_.options = options;
  annex_parts_.identity = std::move(identity);
  annex_parts_.folder = folder_.path();
  annex_parts_.store = &store_->link();
  annex_parts_.attachments = &store_->Attachments();
  annex_parts_.clock = &clock_;
  annex_parts_.worker = &worker_;
  annex_parts_.main_queue = &queue_;
  annex_parts_.on_link = [this](const LinkState& state) { state_.link = state; };

  pictures_ =
      std::make_unique<PictureBook>(*store_, worker_, queue_, [this] { host_.Invalidate(); });
  photos_ = std::make_unique<KeptPhotoFiles>(store_->Attachments(), worker_, queue_);
  ways_.photos = photos_.get();
  host_.SetSwitch(options.switch_step.count());
  shell_ = std::make_unique<Shell>(host_, state_, store_->flows(), *pictures_, *printing_, ways_,
                                   clock_);
  return true;
}

void Terminal::LoadAnnexBehind() {
  if (std::exchange(annex_asked_, true)) return;
  worker_.Post([this] {
    const auto door = LoadAnnex();
    {
      const std::lock_guard lock(door_mutex_);
      door_ = door;
    }
    door_loaded_.notify_one();
    queue_.Post([this] { OpenAnnex(); });
  });
}

// Waits for the worker where it still loads.
void Terminal::OpenAnnex() {
  LoadAnnexBehind();
  if (std::exchange(annex_opened_, true)) return;
  std::unique_lock loading(door_mutex_);
  door_loaded_.wait(loading, [this] { return door_.has_value(); });
  const Result<const AnnexDoor*> door = *door_;
  loading.unlock();
  auto opened = door ? (*door)->open(std::move(annex_parts_)) : tl::unexpected(door.error());
  if (!opened) {
    spdlog::error("{}", opened.error().detail);
    state_.link = {LinkCondition::kOffline, opened.error().detail};
    return;
  }
  annex_ = std::move(*opened);
  ways_ = annex_->Ways();
  ways_.photos = photos_.get();
  if (state_.station->as_of_ms != 0) annex_->Learn(*state_.station);
  annex_->NoteMachine({state_.storage, state_.fault});
  std::lock_guard lock(wake_mutex_);
  awake_ = annex_.get();
}

void Terminal::HoldUp(CameraSource source) {
  OpenAnnex();
  if (annex_) annex_->HoldUp(std::move(source));
}

void Terminal::TakeStation(std::shared_ptr<const Station> station) {
  ready_ = true;
  if (station->as_of_ms == 0) return;  // nothing has come down the feed yet
  state_.station = std::move(station);
  pictures_->LookAgain();
  if (annex_) annex_->Learn(*state_.station);
}

StoreListeners Terminal::Listeners() {
  StoreListeners listeners;
  listeners.on_station = [this](std::shared_ptr<const Station> station) {
    TakeStation(std::move(station));
  };
  listeners.on_outbox = [this](OutboxSummary summary) { state_.outbox = summary; };
  listeners.on_roster = [this](RosterSummary summary) { state_.roster = summary; };
  listeners.on_receipt = [this](const ReceiptStatus& status) { shell_->OnReceipt(status); };
  listeners.on_cases = [this](const std::vector<std::string>& numbers) {
    shell_->OnCases(numbers);
  };
  listeners.on_fault = [this](Fault fault) {
    spdlog::error("fault: {}", NameOf(fault));
    ready_ = true;
    store_fault_ = fault;
    SettleFault();
  };
  listeners.on_work = [this] { WakeLink(); };
  return listeners;
}

// A disk that fails its canary would fail the next person too.
void Terminal::SettleFault() {
  state_.fault = store_fault_;
  const bool nothing_worse =
      store_fault_ == Fault::kNone || store_fault_ == Fault::kDatabaseSalvaged;
  if (!state_.storage.canary_good && nothing_worse) {
    state_.fault =
        state_.storage.free_bytes < kNoRoomBytes ? Fault::kStorageFull : Fault::kStorageBroken;
  }
  if (annex_) annex_->NoteMachine({state_.storage, state_.fault});
}

// The link starts after the store and stops before it. While there is none nobody need be woken:
// its first greeting asks for everything that waits.
void Terminal::WakeLink() {
  std::lock_guard lock(wake_mutex_);
  if (awake_) awake_->WakeLink();
}

void Terminal::Turn(bool touched) {
  if (touched) {
    // So quick a finger waits this once, and no page is entered without the ways of saying.
    OpenAnnex();
    // A finger meets what was shown when it came down, not what has arrived since.
    shell_->DrawFrame(true);
  }
  if (queue_.RunAll()) host_.Invalidate();
  const std::int64_t now = clock_.Now().monotonic_ms;
  const std::int64_t due = shell_->NextFrameAt();
  if (host_.WantsFrame(now) || (due >= 0 && due <= now)) {
    shell_->DrawFrame(false);
    if (ready_) LoadAnnexBehind();
  }
  if (ready_) {
    storage_watch_->Turn(IsStorageFault(state_.fault));
    if (now >= mark_time_ms_) {
      mark_time_ms_ = now + kMarkTimeMs;
      store_->MarkTime();
    }
  }
  WipeStackBelow();
}

}  // namespace studio

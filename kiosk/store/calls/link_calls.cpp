#include "store/calls/link_calls.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>

#include "shared/feed/kinds.h"
#include "store/acts/acks.h"
#include "store/acts/duty_records.h"
#include "store/base/schema.h"
#include "store/files/batch_packing.h"

namespace studio {
namespace {

constexpr const char* kReadHeard = "SELECT heard_ms FROM county";

FeedPosition WithKeys(Tables& tables) {
  FeedPosition position = tables.registry.Position();
  position.county_keys = tables.trusted_keys.Now();
  Query heard(*tables.connection, kReadHeard);
  if (heard.Step()) position.heard_ms = heard.Int(0);
  return position;
}

void TellAck(StoreCore& core, const AckEffect& effect) {
  for (const auto& [record, why] : effect.set_aside) {
    spdlog::warn("store: record {} set aside: {}", record.ToString(), why);
  }
  if (effect.roster_changed) core.TellRoster();
  // While a backlog drains, the ordinary checkpoints overwrite the log soon enough.
  if (effect.erased && effect.outcome.still_waiting == 0) core.EraseLog();
  core.TellReceipts(effect.receipts);
  core.TellOutbox();
  core.TellClaims();
  if (effect.outcome.resending || effect.outcome.moved_to_new_stream) core.TellWork();
}

void Sweep(const StoreThread& thread) {
  thread.Post([thread](StoreCore& core) {
    const auto more =
        core.Write<bool>([](const AtWork& at) -> Result<bool> { return SweepSafe(at.tables); });
    if (!more || !*more) return;
    core.EraseLog();
    Sweep(thread);
  });
}

struct PageEffect {
  FeedPosition position;
  std::shared_ptr<const Station> station;
  bool station_changed = false, roster_changed = false;
};

// One transaction.
Result<PageEffect> Apply(const AtWork& at, StoreCore& core, const FeedPage& page) {
  PageEffect effect;
  Change change(*at.tables.connection);
  if (at.tables.revocation_mark.ReadAnewIfBroken()) {
    change.Commit();
    return Fail(ErrorKind::kConflict, "revocations are missing: the feed is read anew");
  }
  const auto applied = at.tables.registry.Apply(page);
  if (!applied) return tl::unexpected(applied.error());
  at.tables.trusted_keys.Learn(page);
  at.tables.revocation_mark.Applied(page);
  const std::int64_t read_up_to_ms = page.more ? 0 : page.county_time_ms;
  effect.roster_changed = at.tables.pending.Settle(at.tables.duty, read_up_to_ms);
  at.tables.wish_acts.Settle(at.tables.registry, read_up_to_ms, page.county_time_ms);
  at.tables.own_deeds.Settle(read_up_to_ms);
  ForgetOldDuty(at.tables);
  effect.station_changed = *applied;
  effect.station = *applied ? core.BuildStation(at.tables) : core.station();
  effect.position = WithKeys(at.tables);
  change.Commit();
  return effect;
}

std::vector<std::string> CasesIn(const FeedPage& page) {
  std::vector<std::string> numbers;
  for (const FeedChange& change : page.changes) {
    if (change.kind == StatusKind::kName) numbers.push_back(change.id);
  }
  return numbers;
}

Uuid IdOf(const BatchEntry& entry) {
  const auto header = DecodeRecordHeader(entry.header);
  return header ? header->id : Uuid{};
}

bool StandsBehind(const BatchLimits& limits, const BatchEntry& entry) {
  return std::find(limits.behind.begin(), limits.behind.end(), IdOf(entry)) != limits.behind.end();
}

std::optional<BatchEntry> FirstBehind(Outbox& outbox, const BatchLimits& limits) {
  std::optional<BatchEntry> found;
  for (const Uuid& id : limits.behind) {
    outbox.PickWaiting([&](BatchEntry entry) {
      if (IdOf(entry) != id) return true;
      found = std::move(entry);
      return false;
    });
    if (found) break;
  }
  return found;
}

std::optional<WaitingAttachment> ChosenOf(Attachments& attachments,
                                          const AttachmentChoice& choice) {
  if (choice.behind.empty()) return attachments.Oldest();
  std::optional<WaitingAttachment> oldest;
  std::map<Digest, WaitingAttachment> behind;
  attachments.EachWaiting([&](const WaitingAttachment& waiting) {
    const auto& ids = choice.behind;
    if (std::find(ids.begin(), ids.end(), waiting.digest) == ids.end()) {
      oldest = waiting;
    } else {
      behind.emplace(waiting.digest, waiting);
    }
    return !oldest;
  });
  if (oldest || !choice.try_behind) return oldest;
  for (const Digest& digest : choice.behind) {
    if (const auto found = behind.find(digest); found != behind.end()) return found->second;
  }
  return std::nullopt;
}

struct Damage {
  Refusal code;
  std::string reason;
};

// Why a waiting attachment cannot go up.
std::optional<Damage> DamageOf(const AttachmentFolder& folder,
                               const WaitingAttachment& attachment) {
  const auto intact = folder.IsIntact(attachment.digest);
  if (!intact) {
    return Damage{Refusal::kFileUnreadable, "its file cannot be read: " + intact.error().detail};
  }
  if (!*intact || folder.SizeOf(attachment.digest) != attachment.bytes) {
    return Damage{Refusal::kFileDamaged, "its file is damaged"};
  }
  return std::nullopt;
}

auto SettingAside(const Digest& digest, Refusal code, std::string reason) {
  return [digest, code, reason = std::move(reason)](const AtWork& at) -> Result<bool> {
    Change change(*at.tables.connection);
    const bool waited = at.tables.attachments.MarkSetAside(digest, code, reason);
    change.Commit();
    return waited;
  };
}

}  // namespace

void LinkCalls::PrepareBatch(const BatchLimits& limits, Done<PreparedBatch> done) {
  thread_.ReadHere(std::move(done), [limits](const AtWork& at) -> Result<PreparedBatch> {
    BatchPacking packing(limits, at.maker.terminal(), at.tables.streams.Current());
    const auto take = [&](BatchEntry entry) {
      if (!limits.behind.empty() && StandsBehind(limits, entry)) return true;
      if (!packing.Takes(entry)) return false;
      packing.Add(std::move(entry));
      return !packing.Full();
    };
    if (!packing.Full()) at.tables.outbox.PickWaiting(take);
    if (!packing.Full() && packing.batch().entries.empty() && limits.try_behind) {
      if (auto first = FirstBehind(at.tables.outbox, limits)) packing.Add(std::move(*first));
    }
    return PreparedBatch{Encode(packing.batch()), packing.batch().entries.size(),
                         at.tables.trusted_keys.Now()};
  });
}

void LinkCalls::PrepareGreeting(Done<PreparedBatch> done) { PrepareBatch({0, 0}, std::move(done)); }

void LinkCalls::ApplyAck(Ack ack, Done<AckOutcome> done) {
  thread_.Post([thread = thread_, ack = std::move(ack), done = std::move(done)](StoreCore& core) {
    const auto effect = core.Write<AckEffect>([&](const AtWork& at) -> Result<AckEffect> {
      return studio::ApplyAck(at.tables, at.maker, ack);
    });
    if (!effect) return done(tl::unexpected(effect.error()));
    TellAck(core, *effect);
    done(effect->outcome);
    if (effect->more_safe) Sweep(thread);
  });
}

void LinkCalls::ReadFeedPosition(Done<FeedPosition> done) {
  thread_.ReadHere(std::move(done),
                   [](const AtWork& at) -> Result<FeedPosition> { return WithKeys(at.tables); });
}

void LinkCalls::ApplyPage(FeedPage page, Done<FeedPosition> done) {
  thread_.Post([page = std::move(page), done = std::move(done)](StoreCore& core) {
    const auto effect =
        core.Write<PageEffect>([&](const AtWork& at) { return Apply(at, core, page); });
    if (!effect) return done(tl::unexpected(effect.error()));
    core.TakeStation(effect->station);
    if (effect->station_changed) core.TellStation();
    core.TellClaims();
    core.TellCases(CasesIn(page));
    if (effect->roster_changed) core.TellRoster();
    done(effect->position);
  });
}

Result<std::optional<WaitingAttachment>> LinkCalls::NextOf(StoreCore& core, const Intact& intact,
                                                           const AttachmentChoice& choice) {
  using Next = std::optional<WaitingAttachment>;
  for (;;) {
    auto next = core.Read<Next>([&](const AtWork& at) -> Result<Next> {
      const int waiting = at.tables.outbox.Summary().waiting;
      if (static_cast<std::size_t>(std::max(waiting, 0)) > choice.records_behind) return Next();
      return ChosenOf(at.tables.attachments, choice);
    });
    if (!next || !*next || *intact == (*next)->digest) return next;
    const auto damage = DamageOf(*core.folder(), **next);
    if (!damage) {
      *intact = (*next)->digest;
      return next;
    }
    spdlog::warn("store: attachment {} set aside: {}", ToHex((*next)->digest), damage->reason);
    if (auto aside = core.Write<bool>(SettingAside((*next)->digest, damage->code, damage->reason));
        !aside) {
      return tl::unexpected(aside.error());
    }
  }
}

void LinkCalls::NextAttachment(const AttachmentChoice& choice,
                               Done<std::optional<WaitingAttachment>> done) {
  thread_.Post([intact = intact_, choice, done = std::move(done)](StoreCore& core) {
    done(NextOf(core, intact, choice));
  });
}

void LinkCalls::ReadAttachment(const Digest& digest, std::uint64_t offset, std::size_t max,
                               Done<Bytes> done) {
  thread_.Post([intact = intact_, digest, offset, max, done = std::move(done)](StoreCore& core) {
    auto piece = core.folder()->ReadPiece(digest, offset, max);
    if (!piece) intact->reset();
    done(std::move(piece));
  });
}

void LinkCalls::ApplyAttachmentAck(AttachmentAck ack, Done<bool> done) {
  thread_.WriteHere(std::move(done), [ack = std::move(ack)](const AtWork& at) {
    return studio::ApplyAttachmentAck(at.tables, ack);
  });
}

void LinkCalls::SetAttachmentAside(const Digest& digest, Refusal code, std::string reason,
                                   Done<bool> done) {
  thread_.WriteHere(std::move(done), SettingAside(digest, code, std::move(reason)));
}

void LinkCalls::ReadHealth(Done<StoreHealth> done) {
  constexpr std::size_t kReasonsLookedAt = 1000;
  thread_.ReadHere(std::move(done), [](const AtWork& at) -> Result<StoreHealth> {
    const OutboxReport report =
        at.tables.set_aside.Report(at.tables.outbox.Summary(), kReasonsLookedAt);
    StoreHealth health;
    health.waiting = static_cast<std::uint64_t>(report.waiting);
    health.waiting_attachments = static_cast<std::uint64_t>(report.waiting_attachments);
    if (report.waiting > 0) health.oldest_made_ms = report.oldest_ms;
    std::vector<std::string> reasons;
    for (const SetAsideItem& item : report.items) reasons.push_back(item.reason);
    health.set_aside = CountReasons(reasons);
    health.last_check_in_ms = at.tables.comings.LastIn();
    health.schema = kSchemaVersion;
    health.pins = at.tables.pin_locks.Count();
    return health;
  });
}

void LinkCalls::NoteCountyTime(std::int64_t county_ms, const Moment& heard) {
  thread_.Post([county_ms, heard](StoreCore& core) { core.NoteTime(county_ms, heard); });
}

}  // namespace studio

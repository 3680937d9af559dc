#include "fake_link_store.h"

#include <algorithm>
#include <chrono>

namespace studio::test {

FakeLinkStore::FakeLinkStore(Identity identity) : identity_(std::move(identity)) {
  opening_.stream = Uuid::Random();
  opening_.terminal = identity_.county.terminal;
  head_.digest = opening_.FirstPrevious();
  thread_ = std::thread([this] {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      auto job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      job();
      changed_.notify_all();
      lock.lock();
    }
  });
}

FakeLinkStore::~FakeLinkStore() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void FakeLinkStore::Post(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  changed_.notify_all();
}

Uuid FakeLinkStore::Add() {
  const Bytes sealed(300, 0x5a);
  RecordHeader header;
  header.id = Uuid::V7(1'700'000'000'000);
  header.terminal = identity_.county.terminal;
  header.studio = identity_.county.studio;
  header.sealed_hash = HashOfSealed(sealed);
  BatchEntry entry;
  entry.header = Encode(header);
  entry.sealed = sealed;
  const std::lock_guard lock(mutex_);
  const Digest digest = DigestOfHeader(entry.header);
  entry.place =
      SignPlace(identity_.terminal_key, digest, {opening_.stream, head_.seq + 1, head_.digest});
  head_ = {head_.seq + 1, digest};
  state_.waiting.emplace_back(header.id, entry);
  return header.id;
}

void FakeLinkStore::BreakDisk(bool broken) {
  const std::lock_guard lock(mutex_);
  state_.broken = broken;
}

PreparedBatch FakeLinkStore::Prepare(const BatchLimits& limits) {
  Batch batch;
  batch.terminal = identity_.county.terminal;
  batch.opening = opening_;
  batch.head = head_;
  const auto& behind = limits.behind;
  for (const auto& [id, entry] : state_.waiting) {
    if (std::find(behind.begin(), behind.end(), id) != behind.end()) continue;
    if (batch.entries.size() < limits.records) batch.entries.push_back(entry);
  }
  if (batch.entries.empty() && limits.try_behind) {
    for (const auto& [id, entry] : state_.waiting) {
      if (id == behind.front()) batch.entries.push_back(entry);
    }
  }
  return {Encode(batch), batch.entries.size()};
}

void FakeLinkStore::PrepareBatch(const BatchLimits& limits, Done<PreparedBatch> done) {
  Post([this, limits, done] {
    std::unique_lock lock(mutex_);
    PreparedBatch batch = Prepare(limits);
    lock.unlock();
    done(std::move(batch));
  });
}

void FakeLinkStore::PrepareGreeting(Done<PreparedBatch> done) {
  PrepareBatch({0, 0}, std::move(done));
}

void FakeLinkStore::ApplyAck(Ack ack, Done<AckOutcome> done) {
  Post([this, ack = std::move(ack), done] {
    std::unique_lock lock(mutex_);
    if (state_.broken) {
      ++state_.failed_acks;
      lock.unlock();
      return done(Fail(ErrorKind::kStorage, "no space left"));
    }
    ++state_.acks;
    for (const RecordAnswer& answer : ack.answers) {
      std::erase_if(state_.waiting, [&](const auto& w) { return w.first == answer.id; });
      state_.stored.push_back(answer.id);
    }
    AckOutcome outcome;
    if (state_.ledger != Uuid{} && state_.ledger != ack.ledger) {
      outcome.resending = !state_.stored_files.empty();
      for (File& file : state_.stored_files) state_.files.push_back(std::move(file));
      state_.stored_files.clear();
    }
    state_.ledger = ack.ledger;
    outcome.still_waiting = state_.waiting.size();
    lock.unlock();
    done(outcome);
  });
}

void FakeLinkStore::ReadFeedPosition(Done<FeedPosition> done) {
  Post([this, done] { done(Now().position); });
}

void FakeLinkStore::ApplyPage(FeedPage page, Done<FeedPosition> done) {
  Post([this, page = std::move(page), done] {
    std::unique_lock lock(mutex_);
    state_.position = {page.to, page.generation};
    state_.pages.push_back(page);
    const FeedPosition position = state_.position;
    lock.unlock();
    done(position);
  });
}

Digest FakeLinkStore::AddAttachment(const Bytes& file) {
  const std::lock_guard lock(mutex_);
  const Digest digest = Sha256(file);
  state_.files.push_back({digest, file});
  return digest;
}

void FakeLinkStore::RemoveAttachment(const Digest& digest) {
  const std::lock_guard lock(mutex_);
  std::erase_if(state_.files, [&](const File& file) { return file.digest == digest; });
}

void FakeLinkStore::NextAttachment(const AttachmentChoice& choice,
                                   Done<std::optional<WaitingAttachment>> done) {
  Post([this, choice, done] {
    std::unique_lock lock(mutex_);
    std::optional<WaitingAttachment> next;
    const auto take = [&](bool behind) {
      for (const File& file : state_.files) {
        const auto& ids = choice.behind;
        const bool stands_behind = std::find(ids.begin(), ids.end(), file.digest) != ids.end();
        if (!next && stands_behind == behind) next = {file.digest, file.bytes.size()};
      }
    };
    if (state_.waiting.size() <= choice.records_behind) take(false);
    if (!next && state_.waiting.size() <= choice.records_behind && choice.try_behind) take(true);
    lock.unlock();
    done(next);
  });
}

void FakeLinkStore::ReadAttachment(const Digest& digest, std::uint64_t offset, std::size_t max,
                                   Done<Bytes> done) {
  Post([this, digest, offset, max, done] {
    std::unique_lock lock(mutex_);
    Result<Bytes> piece = Fail(ErrorKind::kNotFound, "no such attachment");
    for (const File& file : state_.files) {
      if (file.digest != digest || offset >= file.bytes.size()) continue;
      const ByteView rest = ByteView(file.bytes).subspan(offset);
      const ByteView taken = rest.first(std::min(max, rest.size()));
      piece = Bytes(taken.begin(), taken.end());
      ++state_.pieces;
    }
    lock.unlock();
    done(piece);
  });
}

void FakeLinkStore::ApplyAttachmentAck(AttachmentAck ack, Done<bool> done) {
  Post([this, ack, done] {
    std::unique_lock lock(mutex_);
    Result<bool> applied = Fail(ErrorKind::kNotFound, "no longer waits");
    const auto file = std::find_if(state_.files.begin(), state_.files.end(),
                                   [&](const File& f) { return f.digest == ack.digest; });
    if (ack.ledger != state_.ledger) {
      applied = Fail(ErrorKind::kConflict, "another ledger");
    } else if (file != state_.files.end()) {
      state_.stored_files.push_back(*file);
      state_.files.erase(file);
      applied = true;
    }
    lock.unlock();
    done(applied);
  });
}

void FakeLinkStore::SetAttachmentAside(const Digest& digest, Refusal code, std::string reason,
                                       Done<bool> done) {
  Post([this, digest, code, reason = std::move(reason), done] {
    RemoveAttachment(digest);
    std::unique_lock lock(mutex_);
    state_.set_aside.push_back(reason);
    state_.refusals.push_back(code);
    lock.unlock();
    done(true);
  });
}

void FakeLinkStore::ReadHealth(Done<StoreHealth> done) {
  Post([this, done] {
    const State now = Now();
    StoreHealth health;
    health.waiting = now.waiting.size();
    health.waiting_attachments = now.files.size();
    health.set_aside = CountReasons(now.set_aside);
    health.schema = 6;
    done(health);
  });
}

void FakeLinkStore::NoteCountyTime(std::int64_t county_ms, const Moment& heard) {
  {
    const std::lock_guard lock(mutex_);
    state_.offset_ms = county_ms - heard.wall_ms;
  }
  changed_.notify_all();
}

bool FakeLinkStore::WaitUntil(const std::function<bool(const State&)>& enough) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::seconds(20), [&] { return enough(state_); });
}

FakeLinkStore::State FakeLinkStore::Now() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

}  // namespace studio::test

#include "link_rig.h"

#include <doctest/doctest.h>

#include <chrono>

namespace studio::test {

using std::chrono::milliseconds;

Moment MachineClock::Now() const {
  const auto wall = std::chrono::system_clock::now().time_since_epoch();
  const auto steady = std::chrono::steady_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<milliseconds>(wall).count(),
          std::chrono::duration_cast<milliseconds>(steady).count()};
}

LinkRig::LinkRig(Validity validity)
    : county(authority.Issue(validity)), store(county.MakeIdentity()) {
  Prepare(authority);
}

LinkRig::LinkRig(ServerCertificate certificate, const TestAuthority& trusted)
    : county(std::move(certificate)), store(county.MakeIdentity()) {
  Prepare(trusted);
}

LinkRig::~LinkRig() { Close(); }

void LinkRig::Prepare(const TestAuthority& trusted) {
  trusted.WritePem(folder.path() / "ca.pem");
  options.poll = milliseconds(50);
  options.long_poll.wait = std::chrono::seconds(0);
  options.heartbeats.apart = milliseconds(0);
  options.backoff.first = milliseconds(20);
  options.backoff.most = milliseconds(50);
  main_queue.SetWake([this] {
    {
      const std::lock_guard lock(mutex_);
      posted_ = true;
    }
    woken_.notify_all();
  });
}

void LinkRig::Open() {
  CountyLinkParts parts;
  parts.identity = county.MakeIdentity();
  parts.ca_file = folder.path() / "ca.pem";
  parts.store = &store;
  parts.clock = &clock;
  parts.main_queue = &main_queue;
  parts.on_link = [this](const LinkState& state) { told_.push_back(state); };
  parts.options = options;
  auto started = CountyLink::Start(std::move(parts));
  REQUIRE(started);
  link = std::move(*started);
}

void LinkRig::Close() { link.reset(); }

bool LinkRig::WaitFor(LinkCondition condition, const std::string& reason_part) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  for (;;) {
    main_queue.RunAll();
    while (looked_at_ < told_.size()) {
      const LinkState& state = told_[looked_at_++];
      if (state.condition == condition && state.reason.find(reason_part) != std::string::npos) {
        return true;
      }
    }
    std::unique_lock lock(mutex_);
    if (!woken_.wait_until(lock, deadline, [this] { return posted_; })) return false;
    posted_ = false;
  }
}

std::optional<Result<StatusWord>> LinkRig::Ask(const ReceiptNumber& number) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  auto answer = std::make_shared<std::optional<Result<StatusWord>>>();
  link->AskStatus(number, [answer](Result<StatusWord> word) { *answer = std::move(word); });
  for (;;) {
    main_queue.RunAll();
    if (*answer) return *answer;
    std::unique_lock lock(mutex_);
    if (!woken_.wait_until(lock, deadline, [this] { return posted_; })) return std::nullopt;
    posted_ = false;
  }
}

std::vector<LinkState> LinkRig::Told() {
  main_queue.RunAll();
  return told_;
}

}  // namespace studio::test

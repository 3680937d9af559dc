#include "sync/link/county_link.h"

#include <atomic>
#include <thread>

#include "shared/base/private_memory.h"
#include "sync/line/network_watch.h"
#include "sync/link/link_loop.h"

namespace studio {

struct CountyLink::Thread {
  Thread(CountyLinkParts parts, CountyProtocol protocol)
      : client({parts.ca_file, parts.options.proxy, parts.options.connect_timeout,
                parts.options.silence_timeout}),
        inbox(std::make_shared<LinkInbox>([this] { client.Wake(); })),
        loop(std::move(parts), std::move(protocol), client, inbox) {}

  ~Thread() {
    stopping = true;
    client.Wake();
    runner.join();
    inbox->Close();
  }

  void Run() {
    while (!stopping) {
      inbox->RunAll();
      if (network.CameUp()) loop.NetworkUp();
      client.Run(loop.Step(), network.fd());
      WipeStackBelow();
    }
  }

  HttpClient client;
  std::shared_ptr<LinkInbox> inbox;
  LinkLoop loop;
  NetworkWatch network;
  std::atomic<bool> stopping = false;
  std::thread runner;
};

Result<std::unique_ptr<CountyLink>> CountyLink::Start(CountyLinkParts parts) {
  auto protocol = CountyProtocol::For(parts.identity);
  if (!protocol) return tl::unexpected(protocol.error());
  auto thread = std::make_unique<Thread>(std::move(parts), std::move(*protocol));
  thread->runner = std::thread([self = thread.get()] { self->Run(); });
  return std::unique_ptr<CountyLink>(new CountyLink(std::move(thread)));
}

CountyLink::CountyLink(std::unique_ptr<Thread> thread) : thread_(std::move(thread)) {}
CountyLink::~CountyLink() = default;

void CountyLink::Wake() {
  thread_->inbox->Post([thread = thread_.get()] { thread->loop.NewWork(); });
}

void CountyLink::TryNow() {
  thread_->inbox->Post([thread = thread_.get()] { thread->loop.TryNow(); });
}

void CountyLink::NoteMachine(const MachineHealth& machine) {
  thread_->inbox->Post([thread = thread_.get(), machine] { thread->loop.NoteMachine(machine); });
}

void CountyLink::AskStatus(const ReceiptNumber& number,
                           std::function<void(Result<StatusWord>)> done) {
  thread_->inbox->Post([thread = thread_.get(), number, done = std::move(done)] {
    thread->loop.AskStatus(number, done);
  });
}

}  // namespace studio

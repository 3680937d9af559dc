#include "server/front/front.h"

#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <csignal>
#include <mutex>

#include "server/front/connection.h"
#include "shared/base/private_memory.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::size_t kThreadsForTerminals = 4;
constexpr std::size_t kThreadsForAnybody = 2;
constexpr int kWaitingConnections = 4096;  // to be accepted
constexpr int kAcceptedAtOnce = 32;        // then others have their turn
constexpr std::chrono::milliseconds kRestAfterTrouble{50};
constexpr std::chrono::seconds kTidyEvery{5};
constexpr std::size_t kWorthTidying = 64;   // connections that have gone
constexpr rlim_t kDescriptorsBeside = 128;  // what the ledger and the log need

// As many descriptors as the system lets it have; so many connections.
std::size_t ConnectionsAtMost(std::size_t wanted) {
  rlimit descriptors{};
  if (getrlimit(RLIMIT_NOFILE, &descriptors) != 0) return wanted;
  const rlim_t needed = wanted + kDescriptorsBeside;
  if (descriptors.rlim_cur < needed) {
    descriptors.rlim_cur = std::min<rlim_t>(needed, descriptors.rlim_max);
    setrlimit(RLIMIT_NOFILE, &descriptors);
    getrlimit(RLIMIT_NOFILE, &descriptors);
  }
  const rlim_t all = descriptors.rlim_cur;
  if (all >= needed) return wanted;
  return static_cast<std::size_t>(all > 2 * kDescriptorsBeside ? all - kDescriptorsBeside
                                                               : all / 2);
}

std::string TextOf(const asio::ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address.to_string();
  return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
}

CrowdBounds Feasible(CrowdBounds bounds) {
  bounds.connections = ConnectionsAtMost(bounds.connections);
  return bounds;
}

}  // namespace

struct Front::Parts {
  Parts(FrontSettings the_settings, TlsContext the_tls)
      : settings(std::move(the_settings)),
        authorities(NamesIn(*the_tls), settings.authorities),
        tls(std::move(the_tls)),
        crowd(Feasible(settings.bounds)),
        desk{settings,
             routes,
             authorities,
             crowd,
             loop,
             [this](Lane lane, std::function<void()> work) { PostTo(lane, std::move(work)); },
             [this] { farewell.cancel(); }} {}

  void PostTo(Lane lane, std::function<void()> work) {
    asio::post(lane == Lane::kTerminals ? terminals : anybody, std::move(work));
  }
  TlsContext Tls() {
    const std::lock_guard lock(tls_mutex);
    return tls;
  }
  void Accept();
  void Take(tcp::socket socket);
  void Tidy();
  void BeginToStop();

  const FrontSettings settings;
  Authorities authorities;  // its names: the loop's alone
  RouteTable routes;
  TlsContext tls;  // guarded by tls_mutex
  std::mutex tls_mutex;
  Crowd crowd;
  asio::io_context loop{1};
  asio::executor_work_guard<asio::io_context::executor_type> serving{loop.get_executor()};
  FrontDesk desk;
  tcp::acceptor door{loop};
  asio::steady_timer rest{loop};
  asio::steady_timer tidying{loop};
  asio::steady_timer farewell{loop};
  std::atomic<bool> running = false;
  // Ended before what their work is about.
  asio::thread_pool terminals{kThreadsForTerminals};
  asio::thread_pool anybody{kThreadsForAnybody};
};

void Front::Parts::Accept() {
  door.async_accept([this](const error_code& error, tcp::socket socket) {
    if (desk.stopping || error == asio::error::operation_aborted) return;
    if (!error) {
      Take(std::move(socket));
      error_code none_waits;
      for (int more = 1; more < kAcceptedAtOnce && !none_waits; ++more) {
        tcp::socket next(loop);
        door.accept(next, none_waits);
        if (!none_waits) Take(std::move(next));
      }
      return Accept();
    }
    rest.expires_after(kRestAfterTrouble);
    rest.async_wait([this](const error_code& stopped) {
      if (!stopped) Accept();
    });
  });
}

void Front::Parts::Take(tcp::socket socket) {
  const Welcome welcome = settings.welcome ? settings.welcome() : Welcome{};
  error_code trouble;
  const auto other = socket.remote_endpoint(trouble);
  if (welcome.refused || trouble) return;
  socket.non_blocking(true, trouble);
  socket.set_option(tcp::no_delay(true), trouble);
  const std::string address = TextOf(other.address());
  const auto connection =
      std::make_shared<Connection>(desk, std::move(socket), Tls(), welcome, address);
  if (crowd.Admit(*connection, address)) connection->Begin();
}

// What the connections of a storm took goes back to the system, not on this thread.
void Front::Parts::Tidy() {
  tidying.expires_after(kTidyEvery);
  tidying.async_wait([this](const error_code& stopped) {
    if (stopped || desk.stopping) return;
    if (crowd.HasShrunkBy(kWorthTidying)) PostTo(Lane::kAnybody, studio::GiveFreedBack);
    Tidy();
  });
}

void Front::Parts::BeginToStop() {
  if (desk.stopping) return;
  desk.stopping = true;
  error_code ignored;
  door.close(ignored);
  rest.cancel();
  tidying.cancel();
  farewell.expires_after(kFarewellTime);
  farewell.async_wait([this](const error_code& stopped) {
    if (!stopped) loop.stop();
  });
  crowd.ForEach([](Guest& guest) { static_cast<Connection&>(guest).EndSoon(); });
  if (crowd.size() == 0) farewell.cancel();
  serving.reset();
}

studio::Result<Front> Front::Make(FrontSettings settings) {
  std::signal(SIGPIPE, SIG_IGN);
  auto tls = MakeTlsContext(settings.certificate, settings.key, !settings.one_request_each);
  if (!tls) return tl::unexpected(tls.error());
  return Front(std::make_unique<Parts>(std::move(settings), std::move(*tls)));
}

Front::Front(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Front::Front(Front&&) noexcept = default;
Front::~Front() = default;

RouteTable& Front::routes() { return parts_->routes; }

studio::Result<int> Front::Bind(const std::string& host, int port) {
  error_code error;
  tcp::resolver resolver(parts_->loop);
  const auto found = resolver.resolve(host, std::to_string(port), tcp::resolver::passive, error);
  tcp::acceptor& door = parts_->door;
  if (!error) {
    const tcp::endpoint place = found.begin()->endpoint();
    door.open(place.protocol(), error);
    // Beside connections of before that are not forgotten yet, and beside nobody who listens.
    if (!error) door.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) door.bind(place, error);
    if (!error) door.listen(kWaitingConnections, error);
    if (!error) door.non_blocking(true, error);
  }
  if (error) {
    return Fail(ErrorKind::kUnavailable, "cannot listen there (" + error.message() + ")");
  }
  return door.local_endpoint().port();
}

void Front::Run() {
  parts_->Accept();
  parts_->Tidy();
  parts_->running = true;
  parts_->loop.run();
  parts_->terminals.join();
  parts_->anybody.join();
  parts_->running = false;
}

bool Front::Running() const { return parts_->running; }
std::size_t Front::Connections() const { return parts_->crowd.size(); }

void Front::Stop() {
  asio::post(parts_->loop, [this] { parts_->BeginToStop(); });
}

void Front::Post(Lane lane, std::function<void()> work) { parts_->PostTo(lane, std::move(work)); }

studio::Result<void> Front::ReadCertificateAgain() {
  const FrontSettings& settings = parts_->settings;
  auto tls = MakeTlsContext(settings.certificate, settings.key, !settings.one_request_each);
  if (!tls) return tl::unexpected(tls.error());
  asio::post(parts_->loop, [this, names = NamesIn(**tls)] { parts_->authorities.SetNames(names); });
  const std::lock_guard lock(parts_->tls_mutex);
  parts_->tls = std::move(*tls);
  return {};
}

std::vector<std::string> Front::SignedFor(const std::string& authority) const {
  return parts_->authorities.SignedFor(authority);
}

}  // namespace county

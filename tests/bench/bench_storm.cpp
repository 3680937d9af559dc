// Thousands of lines of every bad kind at once: how soon another terminal's records are
// acknowledged meanwhile, and what memory the county takes and gives back.
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "bench_county.h"
#include "bench_line.h"
#include "figures.h"
#include "fleet_terminal.h"

namespace {

using namespace studio::bench;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr double kAckMs = 1000;
constexpr double kMostMiB = 200;
constexpr double kComesBackTo = 1.5;
constexpr int kThreads = 8;
constexpr int kPlainKinds = 1;  // the first kinds do without TLS
constexpr std::size_t kEndless = 200 * 1000 * 1000;

struct Order {
  int lines = 2000;
  double minutes = 0.5;
};

struct FreeTls {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
  void operator()(SSL* line) const { SSL_free(line); }
};

std::string Head(const std::string& first, int port, const std::string& fields) {
  return first + " HTTP/1.1\r\nHost: localhost:" + std::to_string(port) + "\r\n" + fields + "\r\n";
}

std::string Repeated(std::string_view part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

// What each kind says at first, and what it drips.
struct Kind {
  const char* name;
  std::string first;
  std::string drop;
};

std::vector<Kind> KindsAt(int port) {
  return {
      {"silent, without TLS", "", ""},
      {"silent", "", ""},
      {"a head that drips", "GET / HTTP/1.1\r\nA: ", "a"},
      {"a body that drips",
       Head("POST /v1/records", port, "Content-Length: 4000000\r\n") + std::string(100'000, 'x'),
       "x"},
      {"chunks without end", Head("POST /v1/enrol", port, "Transfer-Encoding: chunked\r\n"),
       "1\r\nx\r\n"},
      {"a bomb where nothing is",
       Head("POST /v1/nowhere", port, "Content-Encoding: gzip\r\nContent-Length: 1000000\r\n") +
           Repeated("\x1f\x8b", 5000),
       "x"},
      {"ranges",
       Head("GET /t/square-lamps", port, "Range: bytes=" + Repeated("-,", 3000) + "-\r\n"), ""},
      {"a header line without end", "GET / HTTP/1.1\r\nA: " + std::string(100'000, 'a'), ""}};
}

class BadLine {
 public:
  BadLine(int port, SSL_CTX* context, const Kind& kind, bool plain)
      : kind_(kind), socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<std::uint16_t>(port));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{5, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    open_ = connect(socket_, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0;
    if (!open_ || plain) return;
    tls_.reset(SSL_new(context));
    open_ = SSL_set_fd(tls_.get(), socket_) == 1 && SSL_connect(tls_.get()) == 1;
    Say(kind_.first);
  }
  ~BadLine() { close(socket_); }
  BadLine(const BadLine&) = delete;
  BadLine& operator=(const BadLine&) = delete;

  void Drip() { Say(kind_.drop); }
  // Until the county has had enough of it.
  void SayWithoutEnd() {
    const std::string more(1'000'000, 'a');
    for (std::size_t said = 0; open_ && said < kEndless; said += more.size()) Say(more);
  }

 private:
  void Say(std::string_view bytes) {
    std::size_t said = 0;
    if (open_ && tls_ && !bytes.empty()) {
      open_ = SSL_write_ex(tls_.get(), bytes.data(), bytes.size(), &said) == 1;
    }
  }

  const Kind& kind_;
  int socket_;
  bool open_ = false;
  std::unique_ptr<SSL, FreeTls> tls_;
};

// Opens its share and lets it drip; what was closed is opened again, as somebody does who means it.
void Storm(const std::atomic<bool>& stop, int port, const std::vector<Kind>& kinds, int lines) {
  const std::unique_ptr<SSL_CTX, FreeTls> context(SSL_CTX_new(TLS_client_method()));
  std::vector<std::unique_ptr<BadLine>> open(static_cast<std::size_t>(lines));
  while (!stop) {
    for (std::size_t i = 0; i < open.size() && !stop; ++i) {
      const std::size_t kind = i % kinds.size();
      if (!open[i]) {
        open[i] = std::make_unique<BadLine>(port, context.get(), kinds[kind], kind < kPlainKinds);
        if (kind + 1 == kinds.size() && i < kinds.size()) open[i]->SayWithoutEnd();
      } else {
        open[i]->Drip();
      }
    }
    std::this_thread::sleep_for(100ms);
  }
}

void Run(const fs::path& folder, const Order& order) {
  fs::remove_all(folder);
  BenchCounty county(folder / "county");
  county.Serve();
  FleetTerminal terminal(county.Enrol(folder / "terminal"), county.ca_file(), 0.2);
  const std::vector<Kind> kinds = KindsAt(county.port());
  std::atomic<bool> stop = false, counts = false;
  std::vector<std::thread> threads;
  threads.emplace_back([&] { terminal.Run(stop, 0, counts); });
  std::this_thread::sleep_for(std::chrono::duration<double>(order.minutes * 60));
  const double before = county.process().RssMiB();
  counts = true;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] { Storm(stop, county.port(), kinds, order.lines / kThreads); });
  }
  std::this_thread::sleep_for(std::chrono::duration<double>(order.minutes * 60));
  stop = true;
  for (std::thread& thread : threads) thread.join();
  const double peak = county.process().PeakRssMiB();
  std::this_thread::sleep_for(30s);  // longer than what is cut off is kept
  const double after = county.process().RssMiB();

  Samples ack_ms;
  for (const double ms : terminal.log().ack_ms) ack_ms.Add(ms);
  PrintRow("records of another terminal, acknowledged", ack_ms, "ms",
           HeldTo("p99 1000", ack_ms.P99() < kAckMs));
  PrintValue("county's memory with that one terminal (RSS)", before, "MiB");
  PrintValue("at its highest", peak, "MiB", HeldTo("200", peak < kMostMiB));
  PrintValue("half a minute after", after, "MiB", HeldTo("1.5 x", after < kComesBackTo * before));
  for (const auto& [what, times] : terminal.log().errors) {
    PrintNote("error: " + what + ", " + std::to_string(times) + " times");
  }
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"One terminal's records in a storm of bad lines"};
  Order order;
  fs::path disk = STUDIO_BINARY_DIR;
  line.Number("--lines", order.lines, "how many at once", 8, 20000);
  line.Number("--minutes", order.minutes, "how long", 0.05, 60.0);
  line.Folder(disk);
  line.Read(argc, argv);
  std::signal(SIGPIPE, SIG_IGN);
  spdlog::set_level(spdlog::level::warn);
  const fs::path folder = disk / "studio-bench-storm";
  try {
    PrintHeading(std::to_string(order.lines) + " bad lines at once");
    Run(folder, order);
    fs::remove_all(folder);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_storm: %s\n", error.what());
    return 1;
  }
  return 0;
}

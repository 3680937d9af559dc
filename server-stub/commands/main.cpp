// county-stub: the command line of a small county server. README.md lists the commands.
#include <pthread.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <iostream>
#include <thread>

#include "server/clerk/shown_output.h"
#include "server/commands/badge_commands.h"
#include "server/commands/case_commands.h"
#include "server/commands/command_line.h"
#include "server/commands/deed_commands.h"
#include "server/commands/ledger_commands.h"
#include "server/commands/listen_address.h"
#include "server/commands/mechanism_commands.h"
#include "server/commands/proposal_commands.h"
#include "server/commands/safety_commands.h"
#include "server/commands/topic_commands.h"
#include "server/commands/upkeep_commands.h"
#include "server/faults/faults.h"
#include "server/founding/founding.h"
#include "server/founding/publishing.h"
#include "server/http/http_surface.h"
#include "server/http/metrics_listener.h"
#include "server/keys/certificates.h"
#include "server/keys/county_keys.h"
#include "server/ledger/ledger_place.h"
#include "server/office/ledger_watch.h"
#include "server/office/office.h"
#include "shared/base/private_memory.h"
#include "shared/base/shown_text.h"
#include "shared/files/beside_program.h"
#include "shared/files/private_folder.h"

namespace county {
namespace {

using studio::ErrorKind;
using studio::Fail;

struct FoundingCommand {
  std::string demo;
  std::filesystem::path assets;
  std::string ledger;
};

struct ServeCommand {
  std::string listen = "127.0.0.1:8443";
  std::filesystem::path faults;
  std::string phone_pages;
  std::vector<std::string> authorities;
  CrowdBounds bounds;
  std::size_t ballots = kFreshBallotsOfANetwork;
  std::optional<int> metrics;  // a port
  std::string log_level = "info";
};

Result<void> Init(const DataFolder& folder, const FoundingCommand& options) {
  if (auto founded = Found(folder, {options.demo, options.assets, options.ledger}, SystemTimeMs());
      !founded) {
    return founded;
  }
  for (const studio::Studio& studio : StudiosOf(folder)) {
    std::cout << "studio " << studio.id << ' ' << studio::ShownText(studio.name) << '\n';
  }
  return {};
}

// Null where nothing is to go wrong.
Result<std::unique_ptr<Faults>> PlannedFaults(const std::filesystem::path& file,
                                              const DataFolder& folder, const CountyKeys& keys) {
  if (file.empty()) return nullptr;
  const auto plan = ReadFaultPlan(file);
  if (!plan) return tl::unexpected(plan.error());
  if (plan->Empty()) return nullptr;
  auto certificates = MakeFaultCertificates(folder, SystemTimeMs() / 1000);
  if (!certificates) return tl::unexpected(certificates.error());
  return std::make_unique<Faults>(*plan, keys, std::move(*certificates));
}

// "listening" is where it listens.
Result<void> TellPhonePages(const DataFolder& folder, const std::string& told,
                            const ListenAddress& address, int port) {
  if (told.empty()) return {};
  if (told == "listening" && (address.host == "0.0.0.0" || address.host == "::")) {
    return Fail(ErrorKind::kInvalid, "--phone-pages: " + address.host +
                                         " is everywhere; name the https://HOST:PORT for phones");
  }
  const bool colons = address.host.find(':') != std::string::npos;
  const std::string host = colons ? "[" + address.host + "]" : address.host;
  Ledger ledger(folder);
  return PublishPhonePages(
      ledger, told == "listening" ? "https://" + host + ":" + std::to_string(port) : told);
}

// The certificate that connections are shown from now on. SIGHUP, which a terminal's end and log
// rotation send too, has it read again.
class ShownCertificate {
 public:
  ShownCertificate(HttpSurface& surface, DataFolder folder)
      : surface_(surface), folder_(std::move(folder)), end_s_(EndOfServerCertificate(folder_)) {}

  void ReadAgain() {
    if (const auto read = surface_.ReadCertificateAgain(); !read) {
      spdlog::warn("the certificate stays as it was: {}", read.error().detail);
      return;
    }
    end_s_ = EndOfServerCertificate(folder_);
    spdlog::info("the certificate was read again");
  }
  void TellEnd() const {
    if (!end_s_) return;
    const std::string word = WordOfItsEnd(*end_s_, SystemTimeMs() / 1000);
    if (!word.empty()) spdlog::warn("{}", word);
  }

 private:
  HttpSurface& surface_;
  const DataFolder folder_;
  Result<std::int64_t> end_s_;
};

// Until SIGINT or SIGTERM; once a day it is told how long the certificate is good.
void WaitForTheEnd(const sigset_t& signals, ShownCertificate& certificate) {
  constexpr timespec kDay{24 * 3600, 0};
  for (;;) {
    certificate.TellEnd();
    const int signal = sigtimedwait(&signals, nullptr, &kDay);
    if (signal == SIGINT || signal == SIGTERM) return;
    if (signal == SIGHUP) certificate.ReadAgain();
  }
}

// Where it cannot be reached yet, it is asked again until it can. kUnavailable: a signal came
// first.
Result<Ledger> LedgerOnceThere(const DataFolder& folder, const CountyKeys& keys,
                               const sigset_t& signals) {
  constexpr timespec kBetweenTries{1, 0};
  for (std::string told;;) {
    try {
      Ledger ledger(folder);
      const auto county = ledger.County();
      if (county && *county != keys.sealing.Public()) {
        return Fail(ErrorKind::kConflict, "the ledger is another county's");
      }
      return ledger;
    } catch (const LedgerAway& away) {
      if (told != away.what()) spdlog::error("{}; trying on", away.what());
      told = away.what();
    }
    const int signal = sigtimedwait(&signals, nullptr, &kBetweenTries);
    if (signal == SIGINT || signal == SIGTERM) {
      return Fail(ErrorKind::kUnavailable, "stopped before the ledger could be reached");
    }
  }
}

// Answers until SIGINT or SIGTERM. Signals are blocked in every thread and waited for here.
Result<void> Serve(const DataFolder& folder, const ServeCommand& options) {
  spdlog::set_level(spdlog::level::from_str(options.log_level));
  const auto address = ParseListenAddress(options.listen);
  if (!address) return tl::unexpected(address.error());
  sigset_t signals;
  sigemptyset(&signals);
  for (const int each : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, each);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  // Where the ledger is PostgreSQL's, several may serve it.
  const auto lock = ServiceLock::Take(
      folder, LedgerUrl(folder) ? ServiceLock::Kind::kShared : ServiceLock::Kind::kAlone);
  if (!lock) return tl::unexpected(lock.error());
  constexpr std::string_view kGivenOut[] = {"ca.pem"};
  if (const auto open_to_others = studio::MakePrivate(folder.root(), kGivenOut)) {
    spdlog::warn("the folder was open to other users: {} files and folders are private now",
                 open_to_others);
  }
  if (const auto not_locked = studio::LockMemory(); !not_locked.empty()) {
    spdlog::warn("{}", not_locked);
  }
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  const auto faults = PlannedFaults(options.faults, folder, *keys);
  if (!faults) return tl::unexpected(faults.error());
  auto ledger = LedgerOnceThere(folder, *keys, signals);
  if (!ledger) return tl::unexpected(ledger.error());
  Office office(std::move(*ledger), KeysIn(folder), SystemTimeMs, options.ballots);
  auto surface =
      HttpSurface::Make(office, folder, {faults->get(), options.authorities, options.bounds, {}});
  if (!surface) return tl::unexpected(surface.error());
  const auto port = surface->Bind(address->host, address->port);
  if (!port) return Fail(port.error().kind, options.listen + ": " + port.error().detail);
  if (auto done = TellPhonePages(folder, options.phone_pages, *address, *port); !done) return done;

  std::optional<LedgerWatch> watch;
  if (options.metrics || LedgerUrl(folder)) watch.emplace(folder);
  std::unique_ptr<MetricsListener> metrics;
  if (options.metrics) {
    auto listener = MetricsListener::Begin(
        *options.metrics, [&] { return surface->Metrics(watch->State(), SystemTimeMs()); });
    if (!listener) return Fail(listener.error().kind, "--metrics: " + listener.error().detail);
    metrics = std::move(*listener);
    spdlog::info("metrics at http://127.0.0.1:{}/metrics", metrics->port());
  }

  std::thread serving([&] { surface->Run(); });
  while (!surface->Running()) std::this_thread::yield();
  std::cout << "listening on " << address->host << ':' << *port << std::endl;
  ShownCertificate certificate(*surface, folder);
  WaitForTheEnd(signals, certificate);
  spdlog::info("stopping");
  surface->Stop();
  serving.join();
  return {};
}

void AddServingCommands(CommandLine& line) {
  {
    auto [command, options] = line.AddForAnyFolder("init", "Found a county in a folder", Init);
    command.add_option(
        "--demo", options.demo,
        "Name of a demo county: tieli, tieli-full, shangyou, kaili, jincheng, sishuang");
    command.add_option("--assets", options.assets, "Folder of the assets")
        ->envname("STUDIO_ASSETS")
        ->default_val(studio::BesideProgram("assets", "/usr/share/county-stub").string());
    command.add_option("--ledger", options.ledger,
                       "postgresql://…?schema=NAME: the ledger is there and not in the folder");
  }
  auto [command, options] = line.Add("serve", "Answer terminals over HTTPS", Serve);
  command.add_option("--listen", options.listen, "HOST:PORT; port 0 takes a free one");
  command.add_option("--faults", options.faults, "What goes wrong on purpose (TOML)");
  command.add_option("--phone-pages", options.phone_pages,
                     "Where phones find topics: https://HOST:PORT, or listening");
  command.add_option("--authority", options.authorities,
                     "HOST or HOST:PORT that a proxy in front is asked for");
  command.add_option("--connections", options.bounds.connections, "At most, in all")
      ->check(CLI::Range(16, 1'000'000));
  command
      .add_option("--strangers", options.bounds.strangers_by_address,
                  "Connections of one address that no terminal has signed on, at most")
      ->check(CLI::Range(4, 1'000'000));
  command
      .add_option("--ballots", options.ballots,
                  "New ballots from phones of one network, a minute and topic, at most")
      ->check(CLI::Range(1, 1'000'000));
  command
      .add_option("--metrics", options.metrics,
                  "Port on this machine where /metrics is told as OpenMetrics text; 0: a free one")
      ->check(CLI::Range(0, 65535));
  command.add_option("--log-level", options.log_level)
      ->check(CLI::IsMember({"trace", "debug", "info", "warning", "error", "off"}));
}

}  // namespace
}  // namespace county

int main(int argc, char** argv) {
  studio::KeepToOurselves();
  studio::BoundHeaps();
  const county::ShownOutput shown(std::cout), faults_shown(std::cerr);
  try {
    county::CommandLine line;
    county::AddServingCommands(line);
    county::AddCaseCommands(line);
    county::AddLedgerCommands(line);
    county::AddBadgeCommands(line);
    county::AddTopicCommands(line);
    county::AddSafetyCommands(line);
    county::AddMechanismCommands(line);
    county::AddDeedCommands(line);
    county::AddProposalCommands(line);
    county::AddUpkeepCommands(line);
    return line.Run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "county-stub: " << studio::ShownText(error.what()) << '\n';
    return EXIT_FAILURE;
  }
}

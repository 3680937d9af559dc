// county-stub: the command line of a small county server. README.md lists the commands.
#include <pthread.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "server/attachment_opening.h"
#include "server/badge_commands.h"
#include "server/carried_import.h"
#include "server/county_keys.h"
#include "server/faults.h"
#include "server/fleet.h"
#include "server/founding.h"
#include "server/http_surface.h"
#include "server/key_rotation.h"
#include "server/ledger.h"
#include "server/listing.h"
#include "server/office.h"
#include "server/publishing.h"
#include "shared/enrolment.h"

namespace county {
namespace {

using studio::ErrorKind;
using studio::Fail;

struct Options {
  std::filesystem::path data;
  std::string demo;
  std::filesystem::path assets;
  std::string listen = "127.0.0.1:8443";
  std::string log_level = "info";
  std::filesystem::path faults;
  StudioId studio = 0;
  TerminalNumber device = 0;
  std::filesystem::path file;
  std::filesystem::path reply;
  std::string record;
  BadgeCommand badge;
  bool text_only = false;
  bool json = false;
  RevokeCommand revoke;
};

Result<DataFolder> FoundedFolder(const Options& options) {
  const DataFolder folder(options.data);
  if (!folder.Founded()) {
    return Fail(ErrorKind::kNotFound, options.data.string() +
                                          " holds no county; run: county-stub init --data " +
                                          options.data.string());
  }
  return folder;
}

Result<Ledger> OpenLedger(const Options& options) {
  const auto folder = FoundedFolder(options);
  if (!folder) return tl::unexpected(folder.error());
  return Ledger(folder->ledger());
}

Result<void> Init(const Options& options) {
  const DataFolder folder(options.data);
  if (auto founded = Found(folder, {options.demo, options.assets}, SystemTimeMs()); !founded) {
    return founded;
  }
  for (const studio::Studio& studio : StudiosOf(folder)) {
    std::cout << "studio " << studio.id << ' ' << studio.name << '\n';
  }
  return {};
}

struct Address {
  std::string host;
  int port = 0;
};

Result<Address> ParseAddress(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) {
    return Fail(ErrorKind::kInvalid, "--listen: HOST:PORT is needed, not " + text);
  }
  Address address{text.substr(0, colon), 0};
  if (address.host.size() > 2 && address.host.front() == '[' && address.host.back() == ']') {
    address.host = address.host.substr(1, address.host.size() - 2);
  }
  if (!CLI::detail::lexical_cast(text.substr(colon + 1), address.port) || address.port < 0 ||
      address.port > 65535) {
    return Fail(ErrorKind::kInvalid, "--listen: the port is a number up to 65535");
  }
  return address;
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

// Answers until SIGINT or SIGTERM. Signals are blocked in every thread and waited for here.
Result<void> Serve(const Options& options) {
  const auto folder = FoundedFolder(options);
  if (!folder) return tl::unexpected(folder.error());
  const auto address = ParseAddress(options.listen);
  if (!address) return tl::unexpected(address.error());
  const auto lock = ServiceLock::Take(*folder);
  if (!lock) return tl::unexpected(lock.error());
  const auto keys = CountyKeys::Load(*folder);
  if (!keys) return tl::unexpected(keys.error());
  const auto faults = PlannedFaults(options.faults, *folder, *keys);
  if (!faults) return tl::unexpected(faults.error());
  Office office(Ledger(folder->ledger()), *keys, SystemTimeMs);
  auto surface = HttpSurface::Make(office, *folder, faults->get());
  if (!surface) return tl::unexpected(surface.error());
  const auto port = surface->Bind(address->host, address->port);
  if (!port) return Fail(port.error().kind, options.listen + ": " + port.error().detail);

  sigset_t stops;
  sigemptyset(&stops);
  sigaddset(&stops, SIGINT);
  sigaddset(&stops, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stops, nullptr);
  std::thread serving([&] { surface->Run(); });
  while (!surface->Running()) std::this_thread::yield();
  std::cout << "listening on " << address->host << ':' << *port << std::endl;
  int signal = 0;
  sigwait(&stops, &signal);
  spdlog::info("stopping");
  surface->Stop();
  serving.join();
  return {};
}

Result<void> EnrolCode(const Options& options) {
  auto ledger = OpenLedger(options);
  if (!ledger) return tl::unexpected(ledger.error());
  if (!ledger->EntityBody("studio", std::to_string(options.studio))) {
    return Fail(ErrorKind::kNotFound, "no studio has the number " + std::to_string(options.studio));
  }
  const auto code = studio::EnrolmentCode::Random();
  ledger->AddCode(code.Hash(), options.studio, SystemTimeMs());
  std::cout << code.text() << '\n';
  return {};
}

Result<void> ListLedger(const Options& options) {
  const auto folder = FoundedFolder(options);
  if (!folder) return tl::unexpected(folder.error());
  const auto keys = CountyKeys::Load(*folder);
  if (!keys) return tl::unexpected(keys.error());
  std::cout << LedgerJson(Ledger(folder->ledger()), *keys) << '\n';
  return {};
}

Result<void> WriteAttachments(const Options& options) {
  const auto folder = FoundedFolder(options);
  if (!folder) return tl::unexpected(folder.error());
  const auto record = Uuid::Parse(options.record);
  if (!record) return Fail(ErrorKind::kInvalid, "--record: the id as `ledger` prints it");
  const auto keys = CountyKeys::Load(*folder);
  if (!keys) return tl::unexpected(keys.error());
  const auto opened = OpenAttachments(Ledger(folder->ledger()), *keys, *record, options.file);
  if (!opened) return tl::unexpected(opened.error());
  std::size_t good = 0;
  for (const OpenedAttachment& attachment : *opened) {
    std::cout << attachment.line << '\n';
    if (attachment.good) ++good;
  }
  if (good == opened->size()) return {};
  return Fail(ErrorKind::kNotFound, std::to_string(good) + " of " + std::to_string(opened->size()) +
                                        " attachments opened");
}

Result<void> TakeCarried(const Options& options) {
  const auto folder = FoundedFolder(options);
  if (!folder) return tl::unexpected(folder.error());
  const auto keys = CountyKeys::Load(*folder);
  if (!keys) return tl::unexpected(keys.error());
  Office office(Ledger(folder->ledger()), *keys, RisingClock(SystemTimeMs));
  const auto taken = ImportOutbox(office, *keys, options.file, options.reply);
  if (!taken) return tl::unexpected(taken.error());
  std::cout << "terminal " << taken->terminal << ": " << taken->stored << " records stored, "
            << taken->duplicate << " known before, " << taken->refused << " refused, "
            << taken->attachments << " attachments whole, " << taken->left_attachments
            << " not taken, " << taken->pages << " pages of the feed to take back\n";
  return {};
}

Result<void> ListStreams(const Options& options) {
  const auto ledger = OpenLedger(options);
  if (!ledger) return tl::unexpected(ledger.error());
  std::cout << StreamsJson(*ledger) << '\n';
  return {};
}

Result<void> BackUp(const Options& options) {
  auto ledger = OpenLedger(options);
  if (!ledger) return tl::unexpected(ledger.error());
  const auto safe = ledger->BackUp(std::filesystem::absolute(options.file));
  if (!safe) return tl::unexpected(safe.error());
  std::cout << "safe up to serial " << *safe << '\n';
  return {};
}

Result<void> Restore(const Options& options) {
  const DataFolder folder(options.data);
  const auto keys = CountyKeys::Load(folder);
  if (!keys) {
    return Fail(keys.error().kind,
                "the county's keys are needed beside its backup: " + keys.error().detail);
  }
  const auto lock = ServiceLock::Take(folder);
  if (!lock) return tl::unexpected(lock.error());
  auto restored = RestoreLedger(options.file, folder.ledger(), SystemTimeMs());
  if (!restored) return restored;
  // The backup may be from before a rotation.
  Ledger ledger(folder.ledger());
  if (const auto told = PublishSigningKeys(ledger, *keys);
      !told && told.error().kind != ErrorKind::kNotFound) {
    return tl::unexpected(told.error());
  }
  return {};
}

Result<void> ListFleet(const Options& options) {
  const auto ledger = OpenLedger(options);
  if (!ledger) return tl::unexpected(ledger.error());
  const std::int64_t now_ms = SystemTimeMs();
  if (options.json) {
    std::cout << FleetJson(*ledger, now_ms) << '\n';
  } else {
    std::cout << FleetText(*ledger, now_ms);
  }
  return {};
}

Result<void> PrintBadge(const Options& options) {
  if (options.badge.out.empty() != options.text_only) {
    return Fail(ErrorKind::kInvalid, "either --out FILE.png or --text-only is needed");
  }
  const auto folder = FoundedFolder(options);
  if (!folder) return tl::unexpected(folder.error());
  return MakeBadge(*folder, options.badge);
}

Result<void> RevokeBadges(const Options& options) {
  if (options.revoke.member.empty() == options.revoke.token.empty()) {
    return Fail(ErrorKind::kInvalid, "either --member ID or --badge TOKEN is needed");
  }
  const auto folder = FoundedFolder(options);
  if (!folder) return tl::unexpected(folder.error());
  return Revoke(*folder, options.revoke);
}

Result<void> RotateSigning(const Options& options) {
  const auto folder = FoundedFolder(options);
  if (!folder) return tl::unexpected(folder.error());
  return RotateKey(*folder);
}

Result<void> RevokeDevice(const Options& options) {
  auto ledger = OpenLedger(options);
  if (!ledger) return tl::unexpected(ledger.error());
  if (!ledger->Revoke(options.device)) {
    return Fail(ErrorKind::kNotFound, "no device has the number " + std::to_string(options.device));
  }
  return {};
}

Result<void> PublishFile(const Options& options) {
  auto ledger = OpenLedger(options);
  if (!ledger) return tl::unexpected(ledger.error());
  const auto text = ReadFile(options.file);
  if (!text) return tl::unexpected(text.error());
  const auto count = Publish(*ledger, studio::AsText(*text));
  if (!count) return Fail(count.error().kind, options.file.string() + ": " + count.error().detail);
  std::cout << *count << " changes published\n";
  return {};
}

int Report(const Result<void>& result) {
  if (result) return EXIT_SUCCESS;
  std::cerr << "county-stub: " << result.error().detail << '\n';
  return EXIT_FAILURE;
}

class CommandLine {
 public:
  CommandLine() {
    app_.require_subcommand(1);
    Command("init", "Found a county in a folder", Init, [this](CLI::App& command) {
      command.add_option("--demo", options_.demo, "Name of a demo county: tieli, tieli-full");
      command.add_option("--assets", options_.assets, "Folder of the assets")
          ->envname("STUDIO_ASSETS")
          ->default_val(STUDIO_ASSETS_DIR);
    });
    Command("serve", "Answer terminals over HTTPS", Serve, [this](CLI::App& command) {
      command.add_option("--listen", options_.listen, "HOST:PORT; port 0 takes a free one");
      command.add_option("--faults", options_.faults, "What goes wrong on purpose (TOML)");
      command.add_option("--log-level", options_.log_level)
          ->check(CLI::IsMember({"trace", "debug", "info", "warning", "error", "off"}));
    });
    Command("enrol-code", "Print a code for one new terminal, good for 24 hours", EnrolCode,
            [this](CLI::App& command) {
              command.add_option("--studio", options_.studio, "The studio's number")->required();
            });
    Command("ledger", "Print the ledger, opened", ListLedger, AsJson);
    Command("attachments", "Open a record's voice message and photos", WriteAttachments,
            [this](CLI::App& command) {
              command.add_option("--record", options_.record, "The record's id")->required();
              command.add_option("--out", options_.file, "The folder to write into")->required();
            });
    Command("import-outbox", "Take what a terminal's outbox file holds, and answer it", TakeCarried,
            [this](CLI::App& command) {
              command.add_option("FILE", options_.file, "As studio-kiosk export-outbox wrote it")
                  ->required();
              command.add_option("--reply", options_.reply, "The answer to carry back")->required();
            });
    Command("streams", "Print what is known of each terminal's streams", ListStreams, AsJson);
    Command("fleet", "Print how each terminal is, as it said last", ListFleet,
            [this](CLI::App& command) { command.add_flag("--json", options_.json, "As JSON"); });
    Command("backup", "Back the ledger up into one file", BackUp, [this](CLI::App& command) {
      command.add_option("--out", options_.file, "The file to write")->required();
    });
    Command("restore", "Put a backup in the ledger's place", Restore, [this](CLI::App& command) {
      command.add_option("--from", options_.file, "The backup")->required();
    });
    Command("revoke-device", "Answer a terminal no more", RevokeDevice, [this](CLI::App& command) {
      command.add_option("--device", options_.device, "The terminal's number")->required();
    });
    Command("badge", "Make out a member's badge and print its text", PrintBadge,
            [this](CLI::App& command) { BadgeOptions(command); });
    Command("revoke", "Take badges back", RevokeBadges, [this](CLI::App& command) {
      command.add_option("--member", options_.revoke.member, "All of this member's until now");
      command.add_option("--badge", options_.revoke.token, "The one with this text");
    });
    Command("rotate-key", "Take the next step towards another signing key", RotateSigning,
            [](CLI::App&) {});
    Command("publish", "Put or delete what terminals are shown", PublishFile,
            [this](CLI::App& command) {
              command.add_option("FILE", options_.file, "JSON with \"changes\"")->required();
            });
  }

  void BadgeOptions(CLI::App& command) {
    BadgeCommand& badge = options_.badge;
    command.add_option("--member", badge.member, "The member's id")->required();
    command.add_flag("--live", badge.live, "A code for a phone, good for 90 seconds");
    command.add_option("--valid-days", badge.valid_days, "How long a card is good")
        ->check(CLI::Range(1, 3660));
    command.add_option("--at", badge.at, "When it is issued: 2026-11-21T08:30 or Unix seconds");
    command.add_option("--pin", badge.pin, "Wrap the studio's key for card and PIN; - reads it");
    command.add_option("--out", badge.out, "The PNG to write");
    command.add_flag("--text-only", options_.text_only, "Write no picture");
  }

  int Run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return app_.exit(error) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    spdlog::set_default_logger(spdlog::stderr_logger_mt("county"));
    spdlog::set_level(spdlog::level::from_str(options_.log_level));
    return Report(run_(options_));
  }

 private:
  using Handler = Result<void> (*)(const Options&);

  static void AsJson(CLI::App& command) {
    command.add_flag(
        "--json", [](std::int64_t) {}, "As JSON, which is the only form there is");
  }

  void Command(const char* name, const char* what, Handler handler,
               const std::function<void(CLI::App&)>& add_options) {
    CLI::App* command = app_.add_subcommand(name, what);
    command->add_option("--data", options_.data, "The county's folder")->required();
    add_options(*command);
    command->callback([this, handler] { run_ = handler; });
  }

  CLI::App app_{"A county server small enough to read in an evening", "county-stub"};
  Options options_;
  Handler run_ = nullptr;
};

}  // namespace
}  // namespace county

int main(int argc, char** argv) {
  umask(077);  // sealed bodies and keys are nobody else's; ca.pem is given out on purpose
  try {
    return county::CommandLine().Run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "county-stub: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}

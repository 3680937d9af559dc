// studio-kiosk: the command line, and nothing else.
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>

#include "annex/annex.h"
#include "shared/base/private_memory.h"
#include "store/base/data_folder.h"
#include "store/files/outbox_export.h"
#include "store/files/outbox_json.h"
#include "terminal/run_headless.h"
#include "terminal/run_window.h"

namespace {

using studio::Error;

int Complain(const Error& error) {
  std::fprintf(stderr, "studio-kiosk: %s\n", error.detail.c_str());
  return 1;
}

studio::Result<std::string> ExportOutbox(const std::filesystem::path& data,
                                         const std::filesystem::path& out) {
  const auto identity = studio::LoadIdentity(data);
  if (!identity) return tl::unexpected(identity.error());
  const auto made = studio::ExportOutbox(data, *identity, out);
  if (!made) return tl::unexpected(made.error());
  std::string sentence = std::to_string(made->records) + " records and " +
                         std::to_string(made->attachments) + " attachments in " + out.string();
  if (made->left_records + made->left_attachments > 0) {
    sentence += "; not in it: " + std::to_string(made->left_records) + " records and " +
                std::to_string(made->left_attachments) + " attachments";
  }
  return sentence;
}

void LogInto(const std::filesystem::path& folder) {
  // A folder that is no terminal's is not written into.
  if (!std::filesystem::exists(folder / "identity.json")) return;
  try {
    std::filesystem::create_directories(folder / "log");
    auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(folder / "log" / "kiosk.log",
                                                                       1 << 20, 5);
    spdlog::set_default_logger(std::make_shared<spdlog::logger>("kiosk", sink));
    spdlog::flush_on(spdlog::level::info);
  } catch (const std::exception& error) {
    // A folder that takes no log is reported by whoever opens it next.
    std::fprintf(stderr, "studio-kiosk: no log: %s\n", error.what());
  }
}

}  // namespace

int main(int argc, char** argv) {
  studio::KeepToOurselves();

  CLI::App app{"The terminal of a member studio"};
  studio::TerminalOptions options;
  std::string headless, size, camera = "none", microphone = "none";
  std::filesystem::path script, shots = ".";
  bool fullscreen = false;
  int camera_turn = 0, longest_wait_ms = 0, silence_s = 0, storage_ms = 0;
  const auto data_option = [&](CLI::App* command) {
    return command->add_option("--data", options.data, "data folder of this terminal");
  };
  data_option(&app);
  app.add_option("--headless", headless, "WIDTHxHEIGHT: draw without a window, driven by --script");
  app.add_option("--script", script, "script file")->check(CLI::ExistingFile);
  app.add_option("--shots", shots, "folder for the script's pictures");
  app.add_option("--printer", options.printer, "none, file:PATH or device:PATH");
  app.add_option("--camera", camera,
                 "none, device:PATH, device:auto or file:PATH (a picture or a video)");
  app.add_option("--camera-turn", camera_turn,
                 "degrees clockwise that make the camera's picture upright")
      ->check(CLI::IsMember({0, 90, 180, 270}));
  app.add_option("--microphone", microphone,
                 "none, default, test, or test:SECONDS for that much of it at once");
  app.add_option("--exchange", options.exchange,
                 "a folder for tables and carried files, besides USB sticks")
      ->check(CLI::ExistingDirectory);
  app.add_option("--input-data", options.input_data, "folder of the keyboard's data");
  app.add_option("--proxy", options.proxy, "http://host:port");
  app.add_option("--attachment-rate", options.attachment_kbit_per_s,
                 "most that photos and voices going up may take, kbit/s; 0: no limit");
  app.add_option("--size", size, "WIDTHxHEIGHT of the window");
  // For tests: not listed.
  app.add_option("--backoff-ms", longest_wait_ms, "most between two tries of the county")
      ->group("");
  app.add_option("--silence-s", silence_s, "most that an answer may keep silent")->group("");
  app.add_option("--free-percent", options.free_percent, "file with how much of the disk is free")
      ->group("");
  app.add_option("--storage-ms", storage_ms, "between two looks at the disk")->group("");
  app.add_option("--turns", options.turns, "a file for how long each turn took")->group("");
  app.add_flag("--fullscreen", fullscreen, "fill the screen");

  studio::EnrolmentOrder order;
  CLI::App* enrol = app.add_subcommand("enrol", "join a county with an enrolment code");
  data_option(enrol)->required();
  enrol->add_option("--server", order.server_url, "https://host:port")->required();
  enrol->add_option("--ca", order.ca_file, "the county's CA certificate (PEM)")->required();
  enrol->add_option("--code", order.code, "the code, ten characters")->required();
  enrol->add_option("--proxy", order.proxy, "http://host:port");

  bool json = false;
  CLI::App* outbox =
      app.add_subcommand("outbox", "list what was made here and how far it has come");
  data_option(outbox)->required();
  outbox->add_flag("--json", json, "as JSON")->required();

  std::filesystem::path carried;
  CLI::App* carry_up =
      app.add_subcommand("export-outbox", "what waits for the county, as a file to carry there");
  data_option(carry_up)->required();
  carry_up->add_option("--out", carried, "the file to write")->required();
  CLI::App* carry_down =
      app.add_subcommand("import-feed", "the county's answer, carried here as a file");
  data_option(carry_down)->required();
  carry_down->add_option("FILE", carried, "as county-stub import-outbox --reply wrote it")
      ->required();

  CLI::App* roster = app.add_subcommand("roster", "who is on duty when, as tables");
  roster->require_subcommand(1);
  studio::ImportOrder table;
  CLI::App* import = roster->add_subcommand("import", "take over a table of shifts");
  data_option(import)->required();
  import->add_option("FILE", table.file, "CSV as WPS or Excel write it")->required();
  import->add_flag("--dry-run", table.dry_run, "only say what it would change");
  studio::ExportOrder sheet;
  CLI::App* exporting = roster->add_subcommand("export", "a month, to print or to send");
  data_option(exporting)->required();
  exporting->add_option("--month", sheet.month, "YYYY-MM")->required();
  exporting->add_option("--out", sheet.out, "FILE.xlsx, FILE.csv or FILE.ics")->required();

  CLI::App* badge = app.add_subcommand("badge", "members' badges");
  badge->require_subcommand(1);
  studio::BadgeOrder shown;
  CLI::App* check = badge->add_subcommand("check", "what the screen would say to a code");
  data_option(check)->required();
  CLI::Option_group* code = check->add_option_group("code", "what is shown");
  code->require_option(1);
  code->add_option("--image", shown.image, "a picture with the code in it, PNG or JPEG");
  code->add_option("--text", shown.text, "what the code says; -: the first line of standard input");
  check->add_option("--at", shown.at, "YYYY-MM-DDTHH:MM as clocks there show it; Z behind it: UTC");
  check->add_flag("--leaving", shown.leaving, "they said that they go");
  check->add_flag("--json", json, "as JSON")->required();

  studio::CandidatesOrder offer;
  CLI::App* candidates =
      app.add_subcommand("candidates", "what the keyboard offers for keys or ink");
  candidates->add_option("--mode", offer.mode, "pinyin, names, stroke or ink")->required();
  candidates->add_option("--keys", offer.keys, "the keys pressed; -: lines of standard input");
  candidates->add_option("--strokes", offer.strokes, "file of ink: one stroke a line, x,y x,y ...");
  candidates->add_option("--spelling", offer.spelling, "standard, southern (default) or wide");
  candidates->add_option("--input-data", offer.input_data, "folder of the keyboard's data");
  candidates->add_flag("--json", json, "as JSON")->required();
  app.require_subcommand(0, 1);
  CLI11_PARSE(app, argc, argv);

  const studio::AnnexDoor* annex = nullptr;
  if (*candidates || *enrol || *roster || *badge || *carry_down) {
    const auto loaded = studio::LoadAnnex();
    if (!loaded) return Complain(loaded.error());
    annex = *loaded;
  }
  if (*candidates) {
    const auto printed = annex->print_candidates(offer, std::cin, std::cout);
    return printed ? 0 : Complain(printed.error());
  }
  if (options.data.empty()) {
    return Complain({studio::ErrorKind::kInvalid, "--data DIR is required; see --help"});
  }
  if (*enrol) {
    const auto folder = studio::DataFolder::Open(options.data);
    if (!folder) return Complain(folder.error());
    order.folder = folder->path();
    const auto identity = annex->enrol(order);
    if (!identity) return Complain(identity.error());
    std::printf("enrolled as terminal %u at %s of %s\n", identity->county.terminal,
                identity->county.studio_name.c_str(), identity->county.county_name.c_str());
    return 0;
  }
  if (*outbox) {
    const auto list = studio::OutboxJson(options.data);
    if (!list) return Complain(list.error());
    std::printf("%s\n", list->c_str());
    return 0;
  }

  if (*carry_up) {
    const auto exported = ExportOutbox(options.data, carried);
    if (!exported) return Complain(exported.error());
    std::printf("%s\n", exported->c_str());
    return 0;
  }
  if (*carry_down) {
    const auto brought = annex->import_feed(options.data, carried);
    if (!brought) return Complain(brought.error());
    std::printf("%s\n", brought->c_str());
    return 0;
  }

  if (*import) {
    table.data = options.data;
    const auto imported = annex->import_roster(table, std::cout);
    if (!imported) return Complain(imported.error());
    return *imported ? 0 : 1;
  }
  if (*exporting) {
    sheet.data = options.data;
    const auto exported = annex->export_roster(sheet);
    return exported ? 0 : Complain(exported.error());
  }
  if (*check) {
    shown.data = options.data;
    const auto verdict = annex->check_badge(shown);
    if (!verdict) return Complain(verdict.error());
    std::printf("%s\n", verdict->c_str());
    return 0;
  }

  const auto seen_by = studio::ParseCameraSource(camera);
  if (!seen_by) return Complain(seen_by.error());
  options.camera = *seen_by;
  options.camera.turn = camera_turn;
  const auto heard_by = studio::ParseMicrophoneSource(microphone);
  if (!heard_by) return Complain(heard_by.error());
  options.microphone = *heard_by;

  options.longest_wait = std::chrono::milliseconds(longest_wait_ms);
  options.silence_timeout = std::chrono::seconds(silence_s);
  options.storage_checks_apart = std::chrono::milliseconds(storage_ms);

  LogInto(options.data);
  if (const auto not_locked = studio::LockMemory(); !not_locked.empty()) {
    spdlog::warn("{}", not_locked);
  }
  const auto outcome = headless.empty() ? studio::RunInWindow(options, size, fullscreen)
                                        : studio::RunHeadless(options, headless, script, shots);
  if (!outcome) {
    spdlog::error("{}", outcome.error().detail);
    return Complain(outcome.error());
  }
  return 0;
}

// `studio-kiosk doctor`: everything that could be wrong with this machine, and what to do about it.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdio>
#include <ctime>

#include "annex/annex.h"
#include "platform/storage_health.h"
#include "shared/base/shown_text.h"
#include "store/files/database_check.h"
#include "terminal/command_line.h"
#include "ui/kit/fonts.h"
#include "ui/words/staff/doctor_strings.h"

namespace studio {
namespace {

namespace fs = std::filesystem;

struct DoctorOptions {
  TerminalOptions terminal;
  std::string camera = "none", microphone = "none";
  bool json = false;
};

FolderCondition FolderOf(const fs::path& folder, const Result<Identity>& identity) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return FolderCondition::kMissing;
  if (access(folder.c_str(), R_OK | X_OK) != 0) return FolderCondition::kNotReadable;
  if (identity) return FolderCondition::kGood;
  if (fs::exists(folder / "terminal.key", error) &&
      access((folder / "terminal.key").c_str(), R_OK) != 0) {
    return FolderCondition::kNotReadable;
  }
  return identity.error().kind == ErrorKind::kNotFound ? FolderCondition::kNotEnrolled
                                                       : FolderCondition::kDamagedIdentity;
}

bool Running(const fs::path& folder) {
  const int lock = open((folder / "lock").c_str(), O_RDONLY | O_CLOEXEC);
  if (lock < 0) return false;
  const bool held = flock(lock, LOCK_SH | LOCK_NB) != 0;
  close(lock);
  return held;
}

std::vector<std::string> MissingFonts() {
  const FontFiles files;
  std::vector<std::string> missing;
  for (const std::string& file : {files.regular, files.bold, files.icons}) {
    if (access(file.c_str(), R_OK) != 0) missing.push_back(file);
  }
  return missing;
}

// "device:/dev/usb/lp0", "file:PATH".
DeviceCondition PrinterOf(const std::string& target) {
  const std::size_t colon = target.find(':');
  if (colon == std::string::npos) return DeviceCondition::kNotWanted;
  const fs::path path = target.substr(colon + 1);
  std::error_code error;
  if (target.starts_with("file:")) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    return access(folder.c_str(), W_OK) == 0 ? DeviceCondition::kGood : DeviceCondition::kNoAccess;
  }
  if (!fs::exists(path, error)) return DeviceCondition::kMissing;
  return access(path.c_str(), W_OK) == 0 ? DeviceCondition::kGood : DeviceCondition::kNoAccess;
}

// An entry of a folder of /dev whose name ends so.
bool HasDevice(const fs::path& folder, std::string_view begin, std::string_view end) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(begin) && name.ends_with(end)) return true;
  }
  return false;
}

DeviceCondition MicrophoneOf(const MicrophoneSource& source) {
  if (source.kind == MicrophoneSource::Kind::kNone) return DeviceCondition::kNotWanted;
  if (source.kind == MicrophoneSource::Kind::kTest) return DeviceCondition::kGood;
  // "pcmC0D0c": what sound is taken from.
  return HasDevice("/dev/snd", "pcm", "c") ? DeviceCondition::kGood : DeviceCondition::kMissing;
}

Result<bool> Examine(const DoctorOptions& told) {
  TerminalOptions options = told.terminal;
  const auto camera = ParseCameraSource(told.camera);
  if (!camera) return tl::unexpected(camera.error());
  options.camera = *camera;
  const auto microphone = ParseMicrophoneSource(told.microphone);
  if (!microphone) return tl::unexpected(microphone.error());

  ExaminationFacts facts;
  facts.now_s = std::time(nullptr);
  const Result<Identity> identity = LoadIdentity(options.data);
  facts.folder = FolderOf(options.data, identity);
  if (identity) {
    facts.server = identity->server_url;
    facts.county_name = identity->county.county_name;
  }
  if (facts.folder != FolderCondition::kMissing) {
    facts.running = Running(options.data);
    facts.database = CheckDatabase(options.data);
    facts.storage = CheckStorage(options.data, kSmallCanaryBytes, facts.now_s * 1000).state;
  }
  facts.missing_fonts = MissingFonts();
  facts.microphone = MicrophoneOf(*microphone);
  facts.printer = PrinterOf(options.printer);
  facts.scanner = HasDevice("/dev/input/by-id", "usb-", "-event-kbd");
  const auto annex = LoadAnnex();
  facts.annex = annex.has_value();
  if (annex) (*annex)->examine({options, identity ? &*identity : nullptr}, facts);

  const Diagnosis diagnosis = say::Diagnose(facts);
  if (told.json) {
    std::printf("%s\n", ShownJson(DiagnosisJson(diagnosis)).c_str());
  } else {
    std::printf("%s", DiagnosisText(diagnosis).c_str());
  }
  return Works(diagnosis);
}

}  // namespace

void AddDoctorCommand(CommandLine& line) {
  auto [command, options] = line.Add(
      "doctor", "what is wrong with this machine, and what to do; status 1: something is", Examine);
  AddData(command, options.terminal.data)->required();
  command.add_flag("--json", options.json, "as JSON");
  command.add_option("--printer", options.terminal.printer, "as the terminal is given it");
  command.add_option("--camera", options.camera, "likewise");
  command.add_option("--microphone", options.microphone, "likewise");
  command.add_option("--input-data", options.terminal.input_data, "likewise");
  command.add_option("--proxy", options.terminal.proxy, "likewise");
  // All that /etc/default/studio-kiosk gives the terminal may be given here.
  command.allow_extras();
}

}  // namespace studio

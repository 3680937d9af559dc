#include "server/commands/badge_commands.h"

#include <fstream>
#include <iostream>

#include "server/clerk/badges.h"
#include "server/clerk/qr_picture.h"
#include "server/commands/command_line.h"
#include "server/founding/key_rotation.h"
#include "server/keys/county_calendar.h"
#include "server/office/office.h"
#include "shared/base/typed_time.h"
#include "shared/record/key_wrap.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

struct BadgeCommand {
  std::string member;
  bool live = false;
  int valid_days = 365;
  std::string at;  // empty: now
  std::string pin;
  std::string pin_file;  // "-": standard input
  std::filesystem::path out;
  bool text_only = false;  // then nothing is written
};

struct RevokeCommand {
  std::string member;
  std::string token;
};

// So that neither PIN nor card need stand in the list of processes.
std::string FirstLineIn(std::istream& in) {
  std::string line;
  std::getline(in, line);
  return line;
}

Result<std::string> PinOf(const BadgeCommand& command) {
  if (command.pin_file == "-" || command.pin == "-") return FirstLineIn(std::cin);
  if (command.pin_file.empty()) return command.pin;
  std::ifstream file(command.pin_file);
  std::string pin = FirstLineIn(file);
  if (!file && pin.empty()) {
    return Fail(ErrorKind::kNotFound, "--pin-file: " + command.pin_file + " has no line to read");
  }
  return pin;
}

Result<void> MakeBadge(const DataFolder& folder, const BadgeCommand& command) {
  if (command.out.empty() != command.text_only) {
    return Fail(ErrorKind::kInvalid, "either --out FILE.png or --text-only is needed");
  }
  BadgeOrder order;
  order.member = command.member;
  order.kind = command.live ? studio::BadgeKind::kLive : studio::BadgeKind::kCard;
  order.valid_days = command.valid_days;
  order.at_s = SystemTimeMs() / 1000;
  if (!command.at.empty()) {
    const auto at = studio::ParseTypedTime(command.at);
    if (!at) {
      return Fail(ErrorKind::kInvalid,
                  "--at: a time such as 2026-11-21T08:30 or Unix seconds, not " + command.at);
    }
    order.at_s = *at;
  }
  if (!command.pin.empty() || !command.pin_file.empty()) {
    auto pin = PinOf(command);
    if (!pin) return tl::unexpected(pin.error());
    if (!studio::IsPin(*pin)) return Fail(ErrorKind::kInvalid, "a PIN has six to twelve digits");
    order.pin = std::move(*pin);
  }
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  Ledger ledger(folder);
  const auto text = IssueBadge(ledger, folder, *keys, order);
  if (!text) return tl::unexpected(text.error());
  if (!command.out.empty()) {
    if (auto written = WriteQrPicture(command.out, *text); !written) return written;
  }
  std::cout << *text << '\n';
  return {};
}

Result<void> Revoke(const DataFolder& folder, const RevokeCommand& command) {
  if (command.member.empty() == command.token.empty()) {
    return Fail(ErrorKind::kInvalid, "either --member ID or --badge TOKEN is needed");
  }
  Ledger ledger(folder);
  if (!command.member.empty()) return RevokeMember(ledger, command.member, SystemTimeMs() / 1000);
  const auto keys = CountyKeys::Load(folder);
  if (!keys) return tl::unexpected(keys.error());
  return RevokeBadge(ledger, *keys, command.token == "-" ? FirstLineIn(std::cin) : command.token);
}

Result<void> RotateKey(const DataFolder& folder) {
  Ledger ledger(folder);
  const auto step = RotateSigningKey(folder, ledger);
  if (!step) return tl::unexpected(step.error());
  switch (*step) {
    case RotationStep::kAnnounced:
      std::cout << "a successor is published and signs new cards; when every terminal has read the "
                   "feed and every card is printed anew, run this once more\n";
      break;
    case RotationStep::kRetired:
      std::cout << "the successor signs; badges of the key before it are good no longer\n";
      break;
    case RotationStep::kFinished:
      std::cout << "the feed names the keys of now again; run this once more for the next step\n";
      break;
  }
  return {};
}

}  // namespace

void AddBadgeCommands(CommandLine& line) {
  {
    auto [command, badge] =
        line.Add("badge", "Make out a member's badge and print its text", MakeBadge);
    command.add_option("--member", badge.member, "The member's id")->required();
    command.add_flag("--live", badge.live, "A code for a phone, good for 90 seconds");
    command.add_option("--valid-days", badge.valid_days, "How long a card is good")
        ->check(CLI::Range(1, 3660));
    command.add_option("--at", badge.at, "When it is issued: 2026-11-21T08:30 or Unix seconds");
    CLI::Option* const typed = command.add_option(
        "--pin", badge.pin,
        "Wrap the studio's key for card and PIN; it stands in the list of processes");
    command
        .add_option("--pin-file", badge.pin_file,
                    "The same, and the PIN is the first line of that file; -: of standard input")
        ->excludes(typed);
    command.add_option("--out", badge.out, "The PNG to write");
    command.add_flag("--text-only", badge.text_only, "Write no picture");
  }
  {
    auto [command, revoke] = line.Add("revoke", "Take badges back", Revoke);
    command.add_option("--member", revoke.member, "All of this member's until now");
    command.add_option("--badge", revoke.token,
                       "The one with this text; -: the first line of standard input");
  }
  line.Add("rotate-key", "Take the next step towards another signing key", RotateKey);
}

}  // namespace county

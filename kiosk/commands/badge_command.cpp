#include "commands/badge_command.h"

#include <iostream>
#include <optional>

#include "app/base/scanned_code.h"
#include "app/rules/check_in.h"
#include "media/picture_codes.h"
#include "platform/system_clock.h"
#include "shared/base/calendar_date.h"
#include "shared/base/json.h"
#include "shared/base/rfc3339.h"
#include "shared/base/shown_text.h"
#include "shared/base/time_units.h"
#include "shared/base/typed_time.h"
#include "store/acts/duty_view.h"

namespace studio {
namespace {

// A run of a card's alphabet, in one case, that is long enough for most of a secret.
bool MayHoldSecret(const std::string& text) {
  constexpr std::size_t kRun = 16;
  constexpr std::string_view kSigns = " $%*+-./:";
  for (const char first : {'A', 'a'}) {
    std::size_t run = 0, digits = 0;
    for (std::size_t i = 0, size = 0; i < text.size(); i += size) {
      const char key = PlainKey(std::string_view(text).substr(i), size);
      const bool digit = key >= '0' && key <= '9';
      const bool letter = key >= first && key <= first + 25;
      const bool of_code = digit || letter || (key != 0 && kSigns.find(key) != kSigns.npos);
      run = of_code ? run + 1 : 0;
      digits = of_code ? digits + (digit ? 1 : 0) : 0;
      if (run >= kRun && digits >= 2) return true;
    }
  }
  return false;
}

// A printed card's secret and a slip's code are for nobody's log, whatever stands around them and
// even where they are only a part of one. Null: nothing of it can be told.
nlohmann::ordered_json WithoutSecret(const std::string& text) {
  const ScannedCode code = ReadScanned(text);
  if (code.kind == CodeKind::kOther && !MayHoldSecret(text)) return text;
  if (code.kind != CodeKind::kCard || code.texts.size() != 1) return nullptr;
  const auto token = ReadBadgeToken(code.texts.front());
  if (!token) return nullptr;
  return token->Text(false);
}

std::string FirstLineIn() {
  std::string line;
  std::getline(std::cin, line);
  return line;
}

// The text of one code, or why there is not one.
struct Shown {
  std::string text;
  const char* verdict = nullptr;  // null: there is one
  const char* says = "";
  std::vector<std::string> texts{};
};

Result<Shown> Look(const BadgeOrder& order) {
  if (order.image.empty()) {
    // As if it were typed by a scanner.
    const ScannedCode typed = ReadScanned(order.text == "-" ? FirstLineIn() : order.text);
    if (auto one = OneCode(typed.texts)) return Shown{std::move(*one)};
    return Shown{"", "two_codes", "there are two badges in this text: neither is taken",
                 typed.texts};
  }
  auto codes = CodesInPicture(order.image);
  if (!codes) return tl::unexpected(codes.error());
  if (codes->empty()) return Shown{"", "no_code", "there is no QR code in this picture"};
  if (auto one = OneCode(*codes)) return Shown{std::move(*one)};
  return Shown{"", "two_codes", "there are two badges in this picture: neither is taken",
               std::move(*codes)};
}

std::string Text(const nlohmann::ordered_json& json) {
  return ShownJson(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace

Result<std::string> CheckBadge(const BadgeOrder& order) {
  std::optional<std::int64_t> at_ms;
  if (!order.at.empty()) {
    const auto at_s = ParseTypedTime(order.at);
    if (!at_s) return Fail(ErrorKind::kInvalid, "--at: '" + order.at + "' is no time");
    at_ms = *at_s * 1000;
  }
  const auto identity = LoadIdentity(order.data);
  if (!identity) return tl::unexpected(identity.error());
  auto view = DutyView::Open(order.data, *identity);
  if (!view) return tl::unexpected(view.error());
  const TimeNow now =
      at_ms ? TimeNow{*at_ms, true, *at_ms} : view->TimeAt(SystemClock().Now(), BootId());
  const std::int64_t now_ms = now.ms;
  auto grounds = view->Grounds(now_ms);
  if (!grounds) return tl::unexpected(grounds.error());
  grounds->TellTime(now);
  const auto seen = Look(order);
  if (!seen) return tl::unexpected(seen.error());
  if (seen->verdict) {
    nlohmann::ordered_json json{{"text", nullptr}, {"verdict", seen->verdict}};
    for (const std::string& text : seen->texts) json["texts"].push_back(WithoutSecret(text));
    json["says"] = seen->says;
    json["at"] = Rfc3339(now_ms);
    return Text(json);
  }
  const CheckInAnswer answer = JudgeCode(seen->text, *grounds, order.leaving);
  nlohmann::ordered_json json{{"text", WithoutSecret(seen->text)},
                              {"verdict", NameOf(answer.verdict)}};
  if (answer.badge) {
    json["kind"] = answer.badge->kind == BadgeKind::kLive ? "live" : "card";
    json["member"] = answer.badge->member;
  }
  if (answer.member) json["name"] = answer.member->name;
  if (answer.shift) json["shift"] = answer.shift->id;
  if (!answer.stand_in_for.empty()) json["stand_in_for"] = answer.stand_in_for;
  if (answer.minutes != 0) json["minutes"] = answer.minutes;
  if (answer.until_s != 0) json["until"] = Rfc3339(answer.until_s * 1000);
  json["trust_stale"] = answer.trust_stale;
  if (answer.clock_unsure) json["clock_unsure"] = true;
  json["at"] = Rfc3339(now_ms);
  return Text(json);
}

}  // namespace studio

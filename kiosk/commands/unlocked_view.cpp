#include "commands/unlocked_view.h"

#include <fstream>

#include "commands/store_for_a_moment.h"
#include "platform/system_clock.h"
#include "store/acts/unlocking.h"
#include "store/base/schema.h"

namespace studio {
namespace {

Result<std::string> FirstLineOf(const std::filesystem::path& file, const char* option) {
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line)) {
    return Fail(ErrorKind::kNotFound,
                std::string(option) + ": " + file.string() + " has no line to read");
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

Error Refused(const UnlockAnswer& answer) {
  const std::string seconds = std::to_string((answer.wait_ms + 999) / 1000);
  switch (answer.outcome) {
    case UnlockAnswer::Outcome::kLocked:
      return {ErrorKind::kDenied, "locked after wrong PINs: again in " + seconds + " s"};
    case UnlockAnswer::Outcome::kNotEntitled:
      return {ErrorKind::kDenied, "this card does not open the studio's key"};
    case UnlockAnswer::Outcome::kWrong:
    case UnlockAnswer::Outcome::kOpen:
      break;
  }
  return {ErrorKind::kDenied,
          "the PIN or the card is another one; tries left: " + std::to_string(answer.tries_left)};
}

Result<std::shared_ptr<const BoxKeyPair>> KeyOf(StoreForAMoment& store, const KeyOrder& order) {
  auto card = FirstLineOf(order.card_file, "--card-file");
  if (!card) return tl::unexpected(card.error());
  const auto token = ReadBadgeToken(*card);
  Wipe(*card);
  if (!token) return tl::unexpected(token.error());
  const auto badge = DecodeBadge(token->content);
  if (!badge || !token->secret) {
    return Fail(ErrorKind::kInvalid, "--card-file: no text of a printed card with its secret");
  }
  auto pin = FirstLineOf(order.pin_file, "--pin-file");
  if (!pin) return tl::unexpected(pin.error());
  auto answer = store.Ask<UnlockAnswer>([&](DutyStore& duty, auto done) {
    duty.Unlock(badge->member, *token->secret, std::move(*pin), std::move(done));
  });
  if (!answer) return tl::unexpected(answer.error());
  if (answer->outcome != UnlockAnswer::Outcome::kOpen) return tl::unexpected(Refused(*answer));
  return answer->studio_key;
}

}  // namespace

Result<UnlockedView> UnlockView(const KeyOrder& order) {
  auto identity = LoadIdentity(order.data);
  if (!identity) return tl::unexpected(identity.error());
  auto folder = DataFolder::Open(order.data);
  if (!folder && folder.error().kind == ErrorKind::kConflict) {
    return Fail(ErrorKind::kConflict,
                "the terminal is running in " + order.data.string() + ": stop it first");
  }
  if (!folder) return tl::unexpected(folder.error());
  if (auto known = CheckSchemaVersion(order.data); !known) return tl::unexpected(known.error());
  auto key = [&] {
    StoreForAMoment store(order.data, *identity);
    return KeyOf(store, order);
  }();
  if (!key) return tl::unexpected(key.error());
  auto view = DutyView::Open(order.data, *identity);
  if (!view) return tl::unexpected(view.error());
  return UnlockedView{std::move(*identity), std::move(*folder), std::move(*key), std::move(*view)};
}

Result<CalendarDate> DayAsked(const std::string& on, const DutyView& view) {
  if (on.empty()) {
    const auto now = LocalTime::At(view.TimeAt(SystemClock().Now(), BootId()).ms);
    return *ParseDate(now.Date());
  }
  if (const auto day = ParseDate(on)) return *day;
  return Fail(ErrorKind::kInvalid, "--on: '" + on + "' is no YYYY-MM-DD");
}

}  // namespace studio

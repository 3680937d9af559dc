#include "shared/record/receipt.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "shared/base/sodium_ready.h"

namespace studio {
namespace {

constexpr std::size_t kTail = 6;  // five random digits and the check digit
constexpr std::size_t kMinTerminalDigits = 3;
constexpr unsigned long long kArgonPasses = 3;
constexpr std::size_t kArgonMemory = 64 * 1024 * 1024;

std::string Padded(std::uint32_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

// ISO 7064 MOD 11,10.
char CheckDigit(std::string_view digits) {
  int product = 10;
  for (char digit : digits) {
    int sum = (product + (digit - '0')) % 10;
    if (sum == 0) sum = 10;
    product = sum * 2 % 11;
  }
  return static_cast<char>('0' + (11 - product) % 10);
}

// The digits of what a person typed; nullopt where anything but digits and separators is in it.
std::optional<std::string> DigitsOf(std::string_view text) {
  static constexpr std::string_view kSeparators[] = {
      " ", "\t", "-", "\u3000", "\u00a0", "\u2010", "\u2011", "\u2013", "\u2014", "\uff0d"};
  static constexpr std::string_view kFullWidth = "\xef\xbc";  // U+FF10 is EF BC 90
  std::string digits;
  while (!text.empty()) {
    if (text[0] >= '0' && text[0] <= '9') {
      digits += text[0];
      text.remove_prefix(1);
      continue;
    }
    if (text.size() >= 3 && text.starts_with(kFullWidth)) {
      const int digit = static_cast<unsigned char>(text[2]) - 0x90;
      if (digit >= 0 && digit <= 9) {
        digits += static_cast<char>('0' + digit);
        text.remove_prefix(3);
        continue;
      }
    }
    const auto separator = std::find_if(std::begin(kSeparators), std::end(kSeparators),
                                        [&](std::string_view s) { return text.starts_with(s); });
    if (separator == std::end(kSeparators)) return std::nullopt;
    text.remove_prefix(separator->size());
  }
  return digits;
}

std::optional<TerminalNumber> ToTerminal(std::string_view digits) {
  TerminalNumber number = 0;
  const auto end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

}  // namespace

ReceiptNumber ReceiptNumber::Random(TerminalNumber terminal) {
  return Make(terminal, RandomBelow(100'000));
}

ReceiptNumber ReceiptNumber::Make(TerminalNumber terminal, std::uint32_t five_digits) {
  if (five_digits > 99'999) std::abort();
  std::string digits = Padded(terminal, kMinTerminalDigits) + Padded(five_digits, 5);
  digits += CheckDigit(digits);
  return ReceiptNumber(std::move(digits));
}

std::optional<ReceiptNumber> ReceiptNumber::Parse(std::string_view text) {
  auto digits = DigitsOf(text);
  if (!digits || digits->size() < kMinTerminalDigits + kTail) return std::nullopt;
  const std::string_view all = *digits;
  const std::string_view terminal = all.substr(0, all.size() - kTail);
  // One number has one spelling: beyond three digits there are no leading zeros.
  if (terminal.size() > kMinTerminalDigits && terminal[0] == '0') return std::nullopt;
  if (!ToTerminal(terminal)) return std::nullopt;
  if (CheckDigit(all.substr(0, all.size() - 1)) != all.back()) return std::nullopt;
  return ReceiptNumber(std::move(*digits));
}

std::string ReceiptNumber::Grouped() const {
  const std::size_t tail = digits_.size() - kTail;
  return digits_.substr(0, tail) + " " + digits_.substr(tail, 5) + " " + digits_.back();
}

TerminalNumber ReceiptNumber::terminal() const {
  return ToTerminal(std::string_view(digits_).substr(0, digits_.size() - kTail)).value_or(0);
}

LookupCode LookupCode::Random() { return LookupCode(Padded(RandomBelow(100'000'000), 8)); }

std::optional<LookupCode> LookupCode::Parse(std::string_view text) {
  auto digits = DigitsOf(text);
  if (!digits || digits->size() != 8) return std::nullopt;
  return LookupCode(std::move(*digits));
}

std::string LookupCode::Grouped() const { return digits_.substr(0, 4) + " " + digits_.substr(4); }

Result<BoxKeyPair> DeriveReadingKey(const ReceiptNumber& number, const LookupCode& code) {
  RequireSodium();
  const Digest salt = HashOf("ms.reading.v1", AsBytes(number.digits()));
  static_assert(crypto_pwhash_SALTBYTES == 16 && crypto_pwhash_SALTBYTES <= sizeof(salt));
  Seed seed;
  WipeOnExit wipe(seed);
  if (crypto_pwhash(seed.data(), seed.size(), code.digits().data(), code.digits().size(),
                    salt.data(), kArgonPasses, kArgonMemory, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return Fail(ErrorKind::kUnavailable, "reading key: 64 MiB of memory cannot be had");
  }
  return BoxKeyPair::FromSeed(seed);
}

std::string SlipText(const ReceiptNumber& number, const LookupCode& code) {
  return std::string(kSlipPrefix) + number.digits() + "." + code.digits();
}

std::optional<SlipNumbers> ParseSlip(std::string_view text) {
  if (!text.starts_with(kSlipPrefix)) return std::nullopt;
  const std::string_view rest = text.substr(kSlipPrefix.size());
  const std::size_t dot = rest.find('.');
  if (dot == rest.npos) return std::nullopt;
  const auto number = ReceiptNumber::Parse(rest.substr(0, dot));
  const auto code = LookupCode::Parse(rest.substr(dot + 1));
  // What people may write otherwise is forgiven by those two; a machine writes it one way only.
  if (!number || !code || SlipText(*number, *code) != text) return std::nullopt;
  return SlipNumbers{*number, *code};
}

}  // namespace studio

// What the villager carries home: a receipt number and a lookup code. From both together comes
// the reading key, to which the county seals category, unit and reply; neither half of it is
// kept on the terminal beyond its public part.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/record/record.h"

namespace studio {

// Terminal number (three digits or more), five random digits, one check digit by
// ISO 7064 MOD 11,10 (GB/T 17710), which catches every single wrong digit and nearly every
// swapped pair.
class ReceiptNumber {
 public:
  static ReceiptNumber Random(TerminalNumber terminal);
  static ReceiptNumber Make(TerminalNumber terminal, std::uint32_t five_digits);
  // Spaces, hyphens and full-width digits are forgiven; nullopt where the check digit is wrong.
  static std::optional<ReceiptNumber> Parse(std::string_view text);

  const std::string& digits() const { return digits_; }  // "037482152"
  std::string Grouped() const;                           // "037 48215 2"
  TerminalNumber terminal() const;
  auto operator<=>(const ReceiptNumber&) const = default;

 private:
  explicit ReceiptNumber(std::string digits) : digits_(std::move(digits)) {}
  std::string digits_;
};

// Eight random digits known to nobody but who holds the slip.
class LookupCode {
 public:
  static LookupCode Random();
  static std::optional<LookupCode> Parse(std::string_view text);

  const std::string& digits() const { return digits_; }
  std::string Grouped() const;  // "5906 1473"
  auto operator<=>(const LookupCode&) const = default;

 private:
  explicit LookupCode(std::string digits) : digits_(std::move(digits)) {}
  std::string digits_;
};

// Argon2id over the code, salted with the number: 64 MiB and about 0.14 s, so never on the main
// thread. kUnavailable where the memory cannot be had.
Result<BoxKeyPair> DeriveReadingKey(const ReceiptNumber& number, const LookupCode& code);

// The text of the slip's QR: "MSR:" number "." code.
std::string SlipText(const ReceiptNumber& number, const LookupCode& code);

struct SlipNumbers {
  ReceiptNumber number;
  LookupCode code;
  bool operator==(const SlipNumbers&) const = default;
};
inline constexpr std::string_view kSlipPrefix = "MSR:";
// Of exactly what SlipText writes; nullopt: anything else, also a slip with a wrong digit.
std::optional<SlipNumbers> ParseSlip(std::string_view text);

}  // namespace studio

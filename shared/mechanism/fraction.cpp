#include "shared/mechanism/fraction.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <stdexcept>

namespace studio {
namespace {

__extension__ using Wide = __int128;

Wide Gcd(Wide a, Wide b) {
  if (a < 0) a = -a;
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

std::int64_t Narrow(Wide value) {
  if (value > std::numeric_limits<std::int64_t>::max() ||
      value < -std::numeric_limits<std::int64_t>::max()) {
    throw std::overflow_error("a figure is too large");
  }
  return static_cast<std::int64_t>(value);
}

Fraction Reduced(Wide over, Wide under) {
  if (under == 0) throw std::overflow_error("nothing can be divided by 0");
  if (under < 0) {
    over = -over;
    under = -under;
  }
  const Wide common = Gcd(over, under);
  return {Narrow(over / common), Narrow(under / common)};
}

std::optional<std::int64_t> Digits(std::string_view text) {
  constexpr std::size_t kMostDigits = 9;
  std::int64_t number = 0;
  if (text.empty() || text.size() > kMostDigits) return std::nullopt;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size() || text.front() == '-') {
    return std::nullopt;
  }
  return number;
}

std::int64_t FloorOf(const Fraction& value) {
  const std::int64_t whole = value.over() / value.under();
  return whole - (value.over() % value.under() < 0 ? 1 : 0);
}

}  // namespace

Fraction::Fraction(std::int64_t over, std::int64_t under) {
  if (under == 1) {
    over_ = over;
    return;
  }
  if (under > 1 && Gcd(over, under) == 1) {
    over_ = over;
    under_ = under;
    return;
  }
  *this = Reduced(over, under);
}

std::optional<Fraction> Fraction::Parse(std::string_view text) {
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  std::optional<Fraction> value;
  if (const auto slash = text.find('/'); slash != text.npos) {
    const auto over = Digits(text.substr(0, slash)), under = Digits(text.substr(slash + 1));
    if (over && under && *under != 0) value = Fraction(*over, *under);
  } else if (const auto point = text.find('.'); point != text.npos) {
    const auto whole = Digits(text.substr(0, point)), part = Digits(text.substr(point + 1));
    if (whole && part) {
      std::int64_t scale = 1;
      for (std::size_t i = point + 1; i < text.size(); ++i) scale *= 10;
      value = Fraction(*whole) + Fraction(*part, scale);
    }
  } else if (const auto whole = Digits(text)) {
    value = Fraction(*whole);
  }
  return value && minus ? -*value : value;
}

std::string Fraction::Text() const {
  if (IsWhole()) return std::to_string(over_);
  constexpr std::int64_t kThousand = 1000;
  if (kThousand % under_ == 0) {
    const std::int64_t size = over_ < 0 ? -over_ : over_;
    std::string decimals =
        std::to_string(kThousand + size % under_ * (kThousand / under_)).substr(1);
    while (decimals.ends_with('0')) decimals.pop_back();
    return (over_ < 0 ? "-" : "") + std::to_string(size / under_) + "." + decimals;
  }
  const std::int64_t whole = over_ / under_;
  if (whole == 0 || over_ < 0) return std::to_string(over_) + "/" + std::to_string(under_);
  return std::to_string(whole) + "+" + std::to_string(over_ % under_) + "/" +
         std::to_string(under_);
}

std::string Fraction::ExactText() const {
  return IsWhole() ? std::to_string(over_) : std::to_string(over_) + "/" + std::to_string(under_);
}

Fraction operator+(const Fraction& a, const Fraction& b) {
  return Reduced(Wide(a.over_) * b.under_ + Wide(b.over_) * a.under_, Wide(a.under_) * b.under_);
}
Fraction operator*(const Fraction& a, const Fraction& b) {
  return Reduced(Wide(a.over_) * b.over_, Wide(a.under_) * b.under_);
}
Fraction operator/(const Fraction& a, const Fraction& b) {
  return Reduced(Wide(a.over_) * b.under_, Wide(a.under_) * b.over_);
}
std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
  return Wide(a.over_) * b.under_ <=> Wide(b.over_) * a.under_;
}

Fraction RoundHalfUp(const Fraction& value, const Fraction& step) {
  const Fraction steps = (value < 0 ? -value : value) / step + Fraction(1, 2);
  const Fraction rounded = Fraction(FloorOf(steps)) * step;
  return value < 0 ? -rounded : rounded;
}
Fraction RoundDown(const Fraction& value, const Fraction& step) {
  return Fraction(FloorOf(value / step)) * step;
}

float ShareDone(const Fraction& done, const Fraction& owed) {
  if (owed <= Fraction()) return 1;
  const auto figure = [](const Fraction& one) {
    return static_cast<float>(one.over()) / static_cast<float>(one.under());
  };
  return std::clamp(figure(done) / figure(owed), 0.f, 1.f);
}

}  // namespace studio

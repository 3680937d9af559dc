#define ZX_USE_UTF8 1
#include "degraded_picture.h"

#include <BitMatrix.h>
#include <MultiFormatWriter.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace studio {
namespace {

constexpr double kPi = std::numbers::pi;

// What is done to the code and to the picture. Light is 0 to 255, lengths are pixels.
struct Doing {
  double module = 5, degrees = 0;
  double tilt = 0, tilt_across = 0;  // perspective: how much the far edge shrinks
  bool inverted = false, mirrored = false, striped = false;
  double white = 225, black = 35, around = 170;
  double quiet = 4;  // modules
  double blur = 0, noise = 0;
  double glare = 0;    // of the code's area, burnt out
  double covered = 0;  // of the code's area, by a thumb
  double moire = 0, wrinkle = 0;
  double shadow = 0;  // light that is left in the dark half, taken away
};

const std::vector<std::string_view> kKinds = {
    "plain", "inverted", "mirrored", "both",     "rotated", "tilted",
    "blur",  "noise",    "contrast", "glare",    "quiet",   "striped",
    "small", "covered",  "screen",   "wrinkled", "shadow",  "inverted screen"};

Doing DoingOf(const Degraded& how) {
  const double n = how.strength;
  Doing doing;
  doing.degrees = 3;
  const std::string_view kind = how.kind;
  const bool phone = kind == "inverted screen";
  if (kind == "plain") {
    doing.module = 3 + n;
    doing.degrees = 11 * n;
  }
  if (kind == "inverted" || kind == "both" || phone) doing.inverted = true;
  if (kind == "mirrored" || kind == "both") doing.mirrored = true;
  if (doing.inverted || doing.mirrored) {
    doing.degrees = 31 * (n - 1);
    doing.module = 8 - 0.8 * n;
  }
  if (kind == "rotated") doing.degrees = 57 * n;
  if (kind == "tilted") {
    doing.tilt = 0.07 * n;
    doing.tilt_across = 0.03 * n;
    doing.module = 7;
  }
  if (kind == "blur") doing.blur = 0.5 * n;
  if (kind == "noise") doing.noise = 12 * n;
  if (kind == "contrast") {
    constexpr double kApart[] = {120, 80, 50, 35, 25, 18};
    doing.white = 130 + kApart[how.strength - 1] / 2;
    doing.black = 130 - kApart[how.strength - 1] / 2;
    doing.around = 110;
    doing.noise = 2;
  }
  if (kind == "glare") {
    doing.glare = 0.035 * n;
    doing.module = 7;
  }
  if (kind == "quiet" || kind == "striped") {
    doing.quiet = std::max(0.0, 5 - n);
    doing.around = kind == "quiet" ? 40 : 170;
    doing.striped = kind == "striped";
    if (how.strength == kStrengths) doing.degrees = 40;
  }
  if (kind == "small") doing.module = 3.4 - 0.3 * n;
  if (kind == "covered") {
    doing.covered = 0.025 * n;
    doing.module = 7;
  }
  if (kind == "screen" || phone) {
    doing.moire = 9 * n;
    doing.around = 15;
    doing.white = 250;
    doing.blur = 0.6;
  }
  if (kind == "wrinkled") {
    doing.wrinkle = 0.12 * n;
    doing.module = 6;
  }
  if (kind == "shadow") doing.shadow = 0.13 * n;
  return doing;
}

void Blur(std::vector<double>& light, double sigma) {
  if (sigma <= 0) return;
  const int reach = static_cast<int>(std::ceil(2.5 * sigma));
  std::vector<double> weights;
  double sum = 0;
  for (int i = -reach; i <= reach; ++i) {
    weights.push_back(std::exp(-i * i / (2 * sigma * sigma)));
    sum += weights.back();
  }
  const auto pass = [&](int along, int length, int across, int lines) {
    std::vector<double> line(static_cast<std::size_t>(length));
    for (int l = 0; l < lines; ++l) {
      double* const start = light.data() + std::ptrdiff_t{1} * l * across;
      for (int i = 0; i < length; ++i) {
        double value = 0;
        for (int k = -reach; k <= reach; ++k)
          value += weights[static_cast<std::size_t>(k + reach)] *
                   start[std::ptrdiff_t{1} * std::clamp(i + k, 0, length - 1) * along];
        line[static_cast<std::size_t>(i)] = value / sum;
      }
      for (int i = 0; i < length; ++i)
        start[std::ptrdiff_t{1} * i * along] = line[static_cast<std::size_t>(i)];
    }
  };
  pass(1, kDegradedWidth, kDegradedWidth, kDegradedHeight);
  pass(kDegradedWidth, kDegradedHeight, 1, kDegradedWidth);
}

}  // namespace

const std::vector<std::string_view>& DegradedKinds() { return kKinds; }

std::vector<std::uint8_t> DegradedPicture(const std::string& text, const Degraded& how, int level) {
  const Doing doing = DoingOf(how);
  const ZXing::BitMatrix code = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                    .setEccLevel(level)
                                    .setMargin(0)
                                    .encode(text, 0, 0);
  const double side = code.width(), half = side / 2, turn = doing.degrees * kPi / 180;
  const double cosine = std::cos(turn), sine = std::sin(turn);
  const double reach = half + doing.quiet;  // modules from the middle to the paper's edge
  const double glare = std::sqrt(doing.glare * side * side / kPi);
  const double thumb = std::sqrt(doing.covered * side * side * 4 / kPi);  // a quarter lies on it
  // One point of the picture, before lens and sensor.
  const auto light_at = [&](double x, double y) {
    double dx = (x - kDegradedWidth / 2.0) / doing.module;
    double dy = (y - kDegradedHeight / 2.0) / doing.module;
    const double far = 1 + (doing.tilt * dy + doing.tilt_across * dx) / half;
    dx /= far;
    dy /= far;
    double u = dx * cosine + dy * sine;
    double v = -dx * sine + dy * cosine;
    if (doing.wrinkle > 0) {
      u += doing.wrinkle * std::sin(v * 2 * kPi / 19 + u / 23);
      v += 0.6 * doing.wrinkle * std::sin(u * 2 * kPi / 27);
    }
    double light = doing.around;
    if (doing.striped && std::fmod(std::floor((x + y) / 14), 2) == 0) light = 60;
    if (std::abs(u) < reach && std::abs(v) < reach) {
      const int column = static_cast<int>(std::floor((doing.mirrored ? -u : u) + half));
      const int row = static_cast<int>(std::floor(v + half));
      const bool inside = column >= 0 && row >= 0 && column < code.width() && row < code.height();
      const bool dark = inside && code.get(column, row);
      light = dark != doing.inverted ? doing.black : doing.white;
      if (doing.wrinkle > 0)
        light *= 1 - 0.05 * doing.wrinkle * std::cos(v * 2 * kPi / 19 + u / 23);
      if (doing.moire > 0) light += doing.moire * std::sin(x * 1.9 + y * 0.31) * std::sin(y * 1.7);
    }
    if (doing.shadow > 0 && u + 0.4 * v < 0) light *= 1 - doing.shadow;
    if (glare > 0) {
      const double spot = std::hypot(u - 0.1 * half, v - 0.15 * half);
      light += 255 * std::clamp(1.25 - spot / (glare * 1.25), 0.0, 1.0) * 1.2;
    }
    if (thumb > 0 && std::hypot(u - half, v - half) < thumb) light = 140;
    return light;
  };
  std::vector<double> light(std::size_t{kDegradedWidth} * kDegradedHeight);
  for (int y = 0; y < kDegradedHeight; ++y)
    for (int x = 0; x < kDegradedWidth; ++x)
      light[static_cast<std::size_t>(y) * kDegradedWidth + static_cast<std::size_t>(x)] =
          (light_at(x + 0.25, y + 0.25) + light_at(x + 0.75, y + 0.75)) / 2;
  Blur(light, doing.blur);
  std::mt19937 random(static_cast<unsigned>(how.strength));
  std::vector<std::uint8_t> out;
  out.reserve(light.size());
  for (double value : light) {
    // Near enough to a bell: the sum of a few dice.
    double dice = 0;
    if (doing.noise > 0)
      for (int i = 0; i < 4; ++i) dice += static_cast<double>(random() >> 8) / (1 << 24) - 0.5;
    value += doing.noise * dice * std::sqrt(3.0);
    out.push_back(static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0)));
  }
  return out;
}

}  // namespace studio

#include "media/bare_code.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace studio {
namespace {

constexpr int kRowsApart = 2;
constexpr std::size_t kMostCentres = 24;  // data may look like one; more are no code
constexpr double kPi = 3.14159265358979;

using Runs = std::array<int, 5>;  // dark, white, dark, white, dark

// One, three and one module, between dark of any width.
bool IsRing(const Runs& runs) {
  const double module = (runs[1] + runs[2] + runs[3]) / 5.0;
  const double most = std::max(1.0, module * 0.5);
  return module >= 1.5 && std::abs(runs[1] - module) <= most &&
         std::abs(runs[3] - module) <= most && std::abs(runs[2] - 3 * module) <= 1.6 * most &&
         runs[0] >= module * 0.5 && runs[4] >= module * 0.5;
}

// The middle of a finder pattern. Its module is measured along rows and columns.
struct Centre {
  double x = 0, y = 0, module = 0;
  int seen = 1;  // rows across it
};

class RingSearch {
 public:
  RingSearch(const GreyPicture& picture, int middle) : picture_(picture), middle_(middle) {}

  // Those that several rows cross.
  std::vector<Centre> Centres() {
    for (int y = 0; y < picture_.height; y += kRowsApart) ReadRow(y);
    std::erase_if(centres_, [](const Centre& one) {
      return one.seen < std::max(2, static_cast<int>(one.module * 1.5 / kRowsApart));
    });
    return centres_;
  }

 private:
  bool Dark(int x, int y) const {
    return picture_.pixels[std::ptrdiff_t{1} * y * picture_.stride + x] < middle_;
  }

  void ReadRow(int y) {
    turns_.clear();
    bool was = false;
    for (int x = 0; x < picture_.width; ++x) {
      const bool dark = Dark(x, y);
      if (dark == was) continue;
      turns_.push_back(x);
      was = dark;
    }
    if (was) turns_.push_back(picture_.width);
    for (std::size_t i = 0; i + 5 < turns_.size(); i += 2) {
      Runs runs;
      for (std::size_t run = 0; run < 5; ++run) runs[run] = turns_[i + run + 1] - turns_[i + run];
      if (IsRing(runs)) ReadColumn((turns_[i + 2] + turns_[i + 3]) / 2, y, runs);
    }
  }

  // Likewise from top to bottom, and of about that size.
  void ReadColumn(int x, int y, const Runs& across) {
    Runs runs{};
    int from = y, to = y;
    while (from > 0 && Dark(x, from - 1)) --from;
    while (to < picture_.height && Dark(x, to)) ++to;
    runs[2] = to - from;
    const double middle_y = (from + to) / 2.0;
    for (; from > 0 && !Dark(x, from - 1); --from) ++runs[1];
    for (; from > 0 && Dark(x, from - 1); --from) ++runs[0];
    for (; to < picture_.height && !Dark(x, to); ++to) ++runs[3];
    for (; to < picture_.height && Dark(x, to); ++to) ++runs[4];
    const double wide = across[1] + across[2] + across[3], high = runs[1] + runs[2] + runs[3];
    if (!IsRing(runs) || wide > 1.5 * high || high > 1.5 * wide) return;
    Keep({x + 0.5, middle_y, (wide + high) / 10});
  }

  void Keep(const Centre& found) {
    for (Centre& one : centres_) {
      if (std::hypot(one.x - found.x, one.y - found.y) > 2 * one.module) continue;
      ++one.seen;
      one.x += (found.x - one.x) / one.seen;
      one.y += (found.y - one.y) / one.seen;
      one.module += (found.module - one.module) / one.seen;
      return;
    }
    centres_.push_back(found);
  }

  const GreyPicture& picture_;
  int middle_;
  std::vector<int> turns_;
  std::vector<Centre> centres_;
};

// With a right angle at `corner`; none where there is none.
std::optional<CodeSquare> SquareOf(const Centre& corner, const Centre& one, const Centre& other) {
  const double right_x = one.x - corner.x, right_y = one.y - corner.y;
  const double down_x = other.x - corner.x, down_y = other.y - corner.y;
  const double wide = std::hypot(right_x, right_y), high = std::hypot(down_x, down_y);
  const double askew = std::abs(right_x * down_x + right_y * down_y) / (wide * high);
  if (askew > 0.3 || wide > 1.4 * high || high > 1.4 * wide) return std::nullopt;
  // A line across a square that lies askew is longer than its side.
  const double turn = std::remainder(std::atan2(right_y, right_x), kPi / 2);
  const double module = (corner.module + one.module + other.module) / 3 * std::cos(turn);
  const double modules = (wide + high) / 2 / module;  // 14 from middle to middle in the smallest
  if (modules < 11 || modules > 100) return std::nullopt;
  for (const Centre* centre : {&corner, &one, &other}) {
    const double apart = centre->module * std::cos(turn) / module;
    if (apart < 0.7 || apart > 1.4) return std::nullopt;
  }
  // From the middles to the edges, and a little of what the lens blurs.
  const double beyond = 3.6 / modules, whole = 1 + 2 * beyond;
  return CodeSquare{corner.x - beyond * (right_x + down_x),
                    corner.y - beyond * (right_y + down_y),
                    whole * right_x,
                    whole * right_y,
                    whole * down_x,
                    whole * down_y,
                    modules + 7,
                    beyond / whole};
}

}  // namespace

double CodeSquare::Area() const { return std::abs(right_x * down_y - right_y * down_x); }

bool CodeSquare::Holds(double x, double y) const {
  const double area = right_x * down_y - right_y * down_x;
  const double across = ((x - corner_x) * down_y - (y - corner_y) * down_x) / area;
  const double along = ((y - corner_y) * right_x - (x - corner_x) * right_y) / area;
  return across >= 0 && across <= 1 && along >= 0 && along <= 1;
}

std::optional<CodeSquare> BareCodeIn(const GreyPicture& picture, int middle) {
  const std::vector<Centre> centres = RingSearch(picture, middle).Centres();
  if (centres.size() > kMostCentres) return std::nullopt;
  std::optional<CodeSquare> smallest;
  for (const Centre& corner : centres)
    for (const Centre& one : centres)
      for (const Centre& other : centres) {
        if (&one == &corner || &other <= &one || &other == &corner) continue;
        const auto square = SquareOf(corner, one, other);
        if (!square || (smallest && square->Area() >= smallest->Area())) continue;
        if (std::all_of(centres.begin(), centres.end(),
                        [&](const Centre& any) { return square->Holds(any.x, any.y); }))
          smallest = square;
      }
  return smallest;
}

}  // namespace studio

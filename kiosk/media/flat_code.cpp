#include "media/flat_code.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>

namespace studio {
namespace {

constexpr int kFine = 6;    // pixels a module while it is looked at
constexpr int kDrawn = 4;   // as it is drawn
constexpr int kQuiet = 4;   // modules
constexpr int kAround = 2;  // modules kept beyond the square
constexpr int kFinder = 3;  // module in the middle of a finder pattern, where nothing went astray
constexpr int kLeastModules = 21, kMostModules = 101;
constexpr double kNowhere = 1e9;
constexpr double kTurn = 2 * 3.14159265358979;

// 17 and a multiple of four.
int ModulesOf(double about) { return 17 + 4 * static_cast<int>(std::lround((about - 17) / 4)); }

}  // namespace

void FlatCode::Straighten(const GreyPicture& picture, const CodeSquare& square) {
  side_ = (modules_ + 2 * kAround) * kFine;
  straight_.resize(static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_));
  // A finder pattern's middle lies three and a half modules from the edges.
  const double step = (1 - 2 * square.inset) / (modules_ - 7);
  float* out = straight_.data();
  for (int row = 0; row < side_; ++row) {
    const double v = square.inset + ((row + 0.5) / kFine - kAround - 3.5) * step;
    for (int column = 0; column < side_; ++column) {
      const double u = square.inset + ((column + 0.5) / kFine - kAround - 3.5) * step;
      const double x = std::clamp(square.corner_x + u * square.right_x + v * square.down_x - 0.5,
                                  0.0, picture.width - 1.001);
      const double y = std::clamp(square.corner_y + u * square.right_y + v * square.down_y - 0.5,
                                  0.0, picture.height - 1.001);
      const int left = static_cast<int>(x), top = static_cast<int>(y);
      const double right = x - left, low = y - top;
      const std::uint8_t* at = picture.pixels + std::ptrdiff_t{1} * top * picture.stride + left;
      *out++ = static_cast<float>(
          (at[0] * (1 - right) + at[1] * right) * (1 - low) +
          (at[picture.stride] * (1 - right) + at[picture.stride + 1] * right) * low);
    }
  }
}

// What modules' edges say of their places, as a wave of one module's length: how steep each is, and
// how far from where it would lie on flat paper. Modules near by speak for each other.
void FlatCode::FindWaves(bool down) {
  const int from = kAround * kFine, to = side_ - from, step = down ? side_ : 1;
  std::array<Wave, kFine> turns;
  for (int i = 0; i < kFine; ++i)
    turns[static_cast<std::size_t>(i)] = {std::cos(kTurn * i / kFine), std::sin(kTurn * i / kFine)};
  waves_.assign(Cell(modules_, 0), {});
  for (int y = from; y < to; ++y)
    for (int x = from; x < to; ++x) {
      const float* pixel = straight_.data() + std::ptrdiff_t{1} * y * side_ + x;
      const double steep = std::pow(pixel[0] - pixel[-step], 2);
      const Wave& turn = turns[static_cast<std::size_t>((down ? y : x) % kFine)];
      Wave& wave = waves_[Cell((y - from) / kFine, (x - from) / kFine)];
      wave.cosine += steep * turn.cosine;
      wave.sine += steep * turn.sine;
    }
  // Twice along rows, twice along columns: who is near counts more.
  for (const bool columns : {false, true, false, true}) {
    const std::vector<Wave> before = waves_;
    for (int row = 0; row < modules_; ++row)
      for (int column = 0; column < modules_; ++column)
        for (const int away : {-1, 1}) {
          const int r = columns ? row + away : row, c = columns ? column : column + away;
          if (r < 0 || c < 0 || r >= modules_ || c >= modules_) continue;
          waves_[Cell(row, column)].cosine += before[Cell(r, c)].cosine;
          waves_[Cell(row, column)].sine += before[Cell(r, c)].sine;
        }
  }
}

// A wave says nothing of whole modules; those a module has from its neighbour. From a finder
// pattern outwards, the clearest first, so that what is unclear misleads few.
void FlatCode::Follow(std::vector<double>& shifts) {
  struct Step {
    double clear = 0;
    int row = 0, column = 0;
    double neighbour = 0;
    bool operator<(const Step& other) const { return clear < other.clear; }
  };
  std::priority_queue<Step> steps;
  shifts.assign(waves_.size(), kNowhere);
  steps.push({0, kFinder, kFinder, 0});
  while (!steps.empty()) {
    const Step step = steps.top();
    steps.pop();
    double& shift = shifts[Cell(step.row, step.column)];
    if (shift != kNowhere) continue;
    const Wave& wave = waves_[Cell(step.row, step.column)];
    const double rest = std::atan2(wave.sine, wave.cosine) / kTurn;
    shift = rest + std::round(step.neighbour - rest);
    const auto go = [&](int row, int column) {
      if (row < 0 || column < 0 || row >= modules_ || column >= modules_) return;
      const Wave& there = waves_[Cell(row, column)];
      steps.push({std::hypot(there.cosine, there.sine), row, column, shift});
    };
    go(step.row - 1, step.column);
    go(step.row + 1, step.column);
    go(step.row, step.column - 1);
    go(step.row, step.column + 1);
  }
}

// Of the middle of a module, from nine points.
std::uint8_t FlatCode::LightOf(int row, int column) const {
  double x = column + 0.5, y = row + 0.5;
  // What is known is how far that went which one finds at a place, and not where one's own went.
  for (int i = 0; i < 4; ++i) {
    const std::size_t cell = Cell(std::clamp(static_cast<int>(y), 0, modules_ - 1),
                                  std::clamp(static_cast<int>(x), 0, modules_ - 1));
    x = column + 0.5 + across_[cell];
    y = row + 0.5 + along_[cell];
  }
  double light = 0;
  for (const double right : {-0.2, 0.0, 0.2})
    for (const double low : {-0.2, 0.0, 0.2}) {
      const int at_x = static_cast<int>((x + right + kAround) * kFine);
      const int at_y = static_cast<int>((y + low + kAround) * kFine);
      light += straight_[static_cast<std::size_t>(std::clamp(at_y, 0, side_ - 1) * side_ +
                                                  std::clamp(at_x, 0, side_ - 1))];
    }
  return static_cast<std::uint8_t>(light / 9);
}

const GreyPicture* FlatCode::Laid(const GreyPicture& picture, const CodeSquare& square) {
  modules_ = ModulesOf(square.modules);
  if (modules_ < kLeastModules || modules_ > kMostModules) return nullptr;
  Straighten(picture, square);
  FindWaves(false);
  Follow(across_);
  FindWaves(true);
  Follow(along_);
  const int side = (modules_ + 2 * kQuiet) * kDrawn;
  pixels_.assign(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 255);
  for (int row = 0; row < modules_; ++row)
    for (int column = 0; column < modules_; ++column) {
      const std::uint8_t light = LightOf(row, column);
      for (int y = (row + kQuiet) * kDrawn; y < (row + kQuiet + 1) * kDrawn; ++y)
        std::fill_n(pixels_.data() + std::ptrdiff_t{1} * y * side + (column + kQuiet) * kDrawn,
                    kDrawn, light);
    }
  picture_ = {pixels_.data(), side, side, side};
  return &picture_;
}

}  // namespace studio

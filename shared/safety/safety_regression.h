// What points are learnt by.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace studio {

// L2 logistic regression by coordinates of the dual: one sentence after the other. A feature of a
// larger `spread` is held back less.
class SafetyRegression {
 public:
  explicit SafetyRegression(std::vector<double> spread)
      : spread_(std::move(spread)), weights_(spread_.size()) {}

  void Add(const std::uint32_t* features, std::size_t count, bool is, double trust) {
    double size = kBase * kBase;
    for (std::size_t i = 0; i < count; ++i) size += spread_[features[i]];
    rows_.push_back({features, count, size, is ? 1.0 : -1.0, trust, 0, 0});
  }

  void Solve() {
    for (Row& row : rows_) Move(row, row.trust * 0.1);
    std::uint32_t random = 1;
    std::vector<std::size_t> order(rows_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int round = 0; round < 60; ++round) {
      for (std::size_t i = order.size(); i > 1; --i) {
        random = random * 1664525 + 1013904223;
        std::swap(order[i - 1], order[random % i]);
      }
      double most = 0;
      for (std::size_t i : order) most = std::max(most, Improve(rows_[i]));
      if (most < 0.01) break;
    }
  }

  double Base() const { return base_ * kBase; }
  double Of(std::size_t feature) const { return weights_[feature]; }

 private:
  static constexpr double kBase = 3;  // the base is hardly held back
  static double Logistic(double x) { return 1 / (1 + std::exp(-x)); }

  struct Row {
    const std::uint32_t* features;
    std::size_t count;
    double size, sign, trust;
    double share, logit;  // share = trust * Logistic(logit)
  };

  void Move(Row& row, double share) {
    const double step = (share - row.share) * row.sign;
    for (std::size_t i = 0; i < row.count; ++i) {
      weights_[row.features[i]] += step * spread_[row.features[i]];
    }
    base_ += step * kBase;
    row.share = share;
  }

  // How far the sentence's logit went.
  double Improve(Row& row) {
    const double* weights = weights_.data();
    double margin = base_ * kBase;
    for (std::size_t i = 0; i < row.count; ++i) margin += weights[row.features[i]];
    margin *= row.sign;
    const double size = row.size;
    // Rises; its zero is sought between two bounds.
    double low = -margin - size * (row.trust - row.share), high = -margin + size * row.share;
    double at = std::clamp(row.logit, low, high);
    for (int i = 0; i < 50; ++i) {
      const double part = Logistic(at);
      const double value = size * (row.trust * part - row.share) + margin + at;
      if (std::abs(value) < 1e-4) break;
      (value > 0 ? high : low) = at;
      at -= value / (1 + size * row.trust * part * (1 - part));
      if (at <= low || at >= high) at = (low + high) / 2;
    }
    const double went = std::abs(at - row.logit);
    row.logit = at;
    Move(row, row.trust * Logistic(at));
    return went;
  }

  std::vector<Row> rows_;
  std::vector<double> spread_, weights_;
  double base_ = 0;
};

}  // namespace studio

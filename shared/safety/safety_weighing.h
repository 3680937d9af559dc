// What the points of a list say of one text, and of the same text without its questions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/safety/safety_matching.h"
#include "shared/safety/safety_points.h"
#include "shared/safety/safety_questions.h"

namespace studio {

class SafetyWeighing {
 public:
  SafetyWeighing(const SafetyPoints& points, const SafetyText& text)
      : points_(points), runs_(text, points.kinds()) {
    look_ = points_.Sums(runs_);
  }

  // Why what matches these characters does not count; empty: it does.
  std::string Against(std::string_view id, std::size_t first, std::size_t last) const {
    const std::size_t list = points_.ListOf(id);
    if (list == SafetyPoints::kNone) return {};
    const auto sum = look_.Touching(list, first, last);
    if (!sum || *sum >= points_.with_pattern(list)) return {};
    return "points " + std::to_string(*sum);
  }

  // The window that counts without a pattern.
  std::optional<RunText::Window> For(std::string_view id) const {
    const std::size_t list = points_.ListOf(id);
    if (list == SafetyPoints::kNone || look_.windows.empty()) return {};
    if (look_.largest[list].points < points_.least(list)) return {};
    return look_.largest[list].window;
  }

  std::string Why(std::string_view id) const {
    const std::size_t list = points_.ListOf(id);
    const SafetyPoints::Sum& sum = look_.largest[list];
    return "points " + std::to_string(sum.points) + ": " + points_.Why(list, runs_, sum.window);
  }

 private:
  const SafetyPoints& points_;
  const RunText runs_;
  SafetyPoints::Look look_;
};

// Made only once points excuse something.
class UnaskedWeighing {
 public:
  UnaskedWeighing(const SafetyPoints& points, const SafetyQuestions& questions,
                  const SafetyText& text)
      : points_(points), questions_(questions), text_(text) {}

  // Whether the match would count if nothing were asked beside it.
  bool Counts(std::string_view id, const PatternMatch& match) {
    if (!weighing_) {
      without_ = questions_.Without(text_);
      weighing_.emplace(points_, without_);
    }
    if (without_.characters.size() == text_.characters.size()) return false;
    const auto place = PlaceWithout(text_, without_, match.begin, match.end);
    return place && weighing_->Against(id, place->first, place->second).empty();
  }

 private:
  const SafetyPoints& points_;
  const SafetyQuestions& questions_;
  const SafetyText& text_;
  SafetyText without_;
  std::optional<SafetyWeighing> weighing_;
};

}  // namespace studio

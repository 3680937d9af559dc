#include "shared/mechanism/points_rows.h"

#include <algorithm>

namespace studio {
namespace {

struct Counted {
  DeedPart part;
  CalendarDate day;
};

// A figure together with how it came about.
struct Sum {
  Fraction points;
  std::string arithmetic;

  void Times(const Fraction& factor) {
    if (factor == 1) return;
    points = points * factor;
    arithmetic += " × " + factor.Text();
  }
};

Sum SumOf(const Fraction& points) { return {points, points.Text()}; }

std::optional<Fraction> FigureOf(const FeatureTable& table, std::string_view word) {
  const auto found = table.figures.find(std::string(word));
  if (found == table.figures.end()) return std::nullopt;
  return found->second;
}

std::string_view WordOf(Feature feature, const DeedState& state) {
  switch (feature) {
    case Feature::kLevel:
      return state.level;
    case Feature::kForm:
      return state.form;
    default:
      return state.state;
  }
}

// Of the states that the condition allows, or of all.
std::optional<Sum> SumOfStates(const FeatureTable& table, Several several,
                               const Condition& condition, const Deed& deed) {
  std::optional<Sum> sum;
  CalendarDate newest{};
  for (const DeedState& state : deed.states) {
    Condition only = condition;
    if (only.states.empty()) only.states = {state.state};
    Deed alone;
    alone.states = {state};
    if (!StateOf(only, alone)) continue;
    const auto figure = FigureOf(table, WordOf(table.feature, state));
    if (!figure) continue;
    if (!sum) {
      sum = SumOf(*figure);
      newest = state.on;
    } else if (several == Several::kSum) {
      sum->points += *figure;
      sum->arithmetic += " + " + figure->Text();
    } else if (several == Several::kLast ? state.on >= newest : *figure > sum->points) {
      sum = SumOf(*figure);
      newest = std::max(newest, state.on);
    }
  }
  if (sum && several == Several::kSum && sum->arithmetic.find(" + ") != std::string::npos) {
    sum->arithmetic = "(" + sum->arithmetic + ")";
  }
  return sum;
}

std::optional<Sum> FromTable(const FeatureTable& table, const PointsRule& rule,
                             const Counted& counted, const AssessedMember& member) {
  const Deed& deed = *counted.part.deed;
  std::optional<Fraction> figure;
  switch (table.feature) {
    case Feature::kLevel:
    case Feature::kForm:
    case Feature::kState:
      return SumOfStates(table, rule.several, rule.when, deed);
    case Feature::kRole:
      figure = FigureOf(table, deed.members[counted.part.place].role);
      break;
    case Feature::kAuthor:
      figure = FigureOf(table, AuthorOf(deed, counted.part.place));
      break;
    case Feature::kAttendance:
      figure = FigureOf(table, AttendanceOf(deed, counted.part.place));
      break;
    case Feature::kPost:
      for (const auto& [post, points] : table.figures) {
        if (member.Holds(post, counted.day) && (!figure || points > *figure)) figure = points;
      }
      break;
    case Feature::kEventLevel:
      figure = FigureOf(table, deed.level);
      break;
  }
  if (!figure) return std::nullopt;
  return SumOf(*figure);
}

// nullopt: this author gets nothing.
std::optional<Fraction> ShareOf(const PointsRule& rule, const DeedPart& part) {
  std::int64_t authors = static_cast<std::int64_t>(part.deed->members.size());
  const auto place = static_cast<std::int64_t>(part.place);
  if (rule.named_at_most > 0) authors = std::min<std::int64_t>(authors, rule.named_at_most);
  if (place >= authors) return std::nullopt;
  switch (rule.share) {
    case Share::kFirstOnly:
      if (place > 0) return std::nullopt;
      return 1;
    case Share::kHalfAndEqual:
      if (authors == 1) return 1;
      return place == 0 ? Fraction(1, 2) : Fraction(1, 2 * (authors - 1));
    case Share::kEqual:
      return Fraction(1, authors);
    case Share::kEach:
      break;
  }
  return 1;
}

std::optional<PointsRow> RowOf(const PointsRule& rule, const Counted& counted,
                               const AssessedMember& member) {
  const Deed& deed = *counted.part.deed;
  const auto share = ShareOf(rule, counted.part);
  if (!share) return std::nullopt;
  std::optional<Sum> sum = SumOf(rule.points);
  if (rule.chosen) {
    if (!deed.score) return std::nullopt;
    sum = SumOf(std::clamp(*deed.score, rule.chosen->first, rule.chosen->second));
  } else if (rule.by) {
    sum = FromTable(*rule.by, rule, counted, member);
  }
  if (!sum) return std::nullopt;
  if (!rule.unit.empty()) {
    const auto& own = deed.members[counted.part.place].units;
    const auto theirs = own.find(rule.unit), units = deed.units.find(rule.unit);
    if (theirs != own.end()) {
      sum->Times(theirs->second);
    } else if (units != deed.units.end()) {
      sum->Times(units->second);
    }
  }
  for (const FeatureTable& table : rule.times) {
    if (const auto factor = FromTable(table, rule, counted, member)) sum->Times(factor->points);
  }
  sum->Times(*share);
  PointsRow row;
  row.rule = rule.id;
  row.deed = deed.id;
  row.day = counted.day;
  row.arithmetic = sum->arithmetic;
  row.points = sum->points;
  row.waiting = counted.part.waiting();
  row.counted = row.waiting ? Fraction() : row.points;
  return row;
}

bool Came(std::string_view attendance) {
  return attendance == "present" || attendance == "late" || attendance == "left_early" ||
         attendance == "walked_in";
}

// Of what a rule says of all its deeds together.
std::vector<PointsRow> TogetherOf(const PointsRule& rule, const std::vector<Counted>& counted) {
  std::int64_t all = 0, came = 0;
  CalendarDate last{};
  for (const Counted& one : counted) {
    if (one.part.waiting()) continue;
    ++all;
    last = one.day;
    if (Came(AttendanceOf(*one.part.deed, one.part.place))) ++came;
  }
  PointsRow row;
  row.rule = rule.id;
  row.day = last;
  if (rule.rate_of) {
    if (all == 0) return {};
    const Fraction percent(100 * came, all);
    if (percent >= *rule.rate_of) return {};
    const Fraction below = *rule.rate_of - percent;
    row.points = rule.points * below;
    row.arithmetic = rule.points.Text() + " × (" + rule.rate_of->Text() + " - 100 × " +
                     std::to_string(came) + "/" + std::to_string(all) + ")";
  } else {
    if (all < rule.needs) return {};
    row.points = rule.points;
    row.arithmetic =
        rule.points.Text() + " (" + std::to_string(all) + "/" + std::to_string(rule.needs) + ")";
  }
  row.counted = row.points;
  return {row};
}

void KeepBest(const PointsRule& rule, std::vector<PointsRow>& rows) {
  PointsRow* best = nullptr;
  for (PointsRow& row : rows) {
    if (!row.waiting && (!best || row.points > best->points)) best = &row;
  }
  for (PointsRow& row : rows) {
    if (row.waiting || &row == best) continue;
    row.counted = 0;
    row.cut_by = rule.id;
  }
}

}  // namespace

Days YearOf(const PointsRule& rule, const Days& year) {
  if (!rule.year_from) return year;
  using std::chrono::years;
  CalendarDate first = year.first.year() / rule.year_from->month() / rule.year_from->day();
  if (first > year.first) first -= years(1);
  return {first, AddDays(first + years(1), -1)};
}

std::vector<PointsRow> RowsOf(const PointsRule& rule, const PointsScope& scope,
                              const std::set<std::string>& taken) {
  const Days own = YearOf(rule, scope.year);
  std::vector<Counted> counted;
  for (const DeedPart& part : scope.parts) {
    const CalendarDate day = DayOf(rule.counted, *part.deed, StateOf(rule.when, *part.deed));
    if (day > scope.today) continue;
    if (!own.Has(day) || (rule.valid_from && day < *rule.valid_from) ||
        (rule.valid_until && day > *rule.valid_until)) {
      continue;
    }
    if (!Fulfils(rule.when, *part.deed, part.place, scope.member, day)) continue;
    if (!taken.empty() && taken.count(part.deed->id) > 0) continue;
    counted.push_back({part, day});
  }
  // Those of one day stay in the order of their ids.
  std::stable_sort(counted.begin(), counted.end(),
                   [](const Counted& a, const Counted& b) { return a.day < b.day; });
  if (rule.rate_of || rule.needs > 0) return TogetherOf(rule, counted);
  std::vector<PointsRow> rows;
  for (const Days& stretch : Stretches(rule.within, own)) {
    std::vector<PointsRow> some;
    int nth = 0;
    for (const Counted& one : counted) {
      auto row = stretch.Has(one.day) ? RowOf(rule, one, scope.member) : std::nullopt;
      if (!row) continue;
      if (!row->waiting) {
        ++nth;
        if (nth < rule.from || (rule.to > 0 && nth > rule.to)) continue;
      }
      some.push_back(std::move(*row));
    }
    if (rule.once) KeepBest(rule, some);
    rows.insert(rows.end(), some.begin(), some.end());
  }
  return rows;
}

}  // namespace studio

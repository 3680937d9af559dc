#include "figures.h"

#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace studio::bench {
namespace {

int Length(std::string_view text) { return static_cast<int>(text.size()); }

}  // namespace

double Samples::Quantile(double of) const {
  if (values_.empty()) return 0;
  std::vector<double> sorted = values_;
  std::sort(sorted.begin(), sorted.end());
  const double rank = std::ceil(of * static_cast<double>(sorted.size()));
  const auto index = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
  return sorted[std::min(index, sorted.size() - 1)];
}

double ThreadStopwatch::Now() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

void PrintHeading(std::string_view what) {
  std::printf("\n%-46.*s %6s %9s %9s %9s %9s\n", Length(what), what.data(), "n", "min", "median",
              "p99", "max");
  std::fflush(stdout);
}

void PrintRow(std::string_view name, const Samples& samples, std::string_view unit,
              std::string_view note) {
  std::printf("  %-44.*s %6zu %9.3f %9.3f %9.3f %9.3f %-6.*s %.*s\n", Length(name), name.data(),
              samples.size(), samples.Min(), samples.Median(), samples.P99(), samples.Max(),
              Length(unit), unit.data(), Length(note), note.data());
  std::fflush(stdout);
}

void PrintValue(std::string_view name, double value, std::string_view unit, std::string_view note) {
  std::printf("  %-44.*s %6s %9s %9.3f %9s %9s %-6.*s %.*s\n", Length(name), name.data(), "", "",
              value, "", "", Length(unit), unit.data(), Length(note), note.data());
  std::fflush(stdout);
}

void PrintNote(std::string_view note) {
  std::printf("  %.*s\n", Length(note), note.data());
  std::fflush(stdout);
}

std::string HeldTo(std::string_view limit, bool met) {
  return "held to " + std::string(limit) + (met ? ": yes" : ": NO");
}

std::string Fixed(double value, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

}  // namespace studio::bench

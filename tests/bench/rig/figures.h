// What a benchmark measured, and how it is printed: one line a figure, all in one table.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace studio::bench {

class Samples {
 public:
  void Add(double value) { values_.push_back(value); }
  std::size_t size() const { return values_.size(); }
  // The smallest value that is not below the share `of` of all; 0 where there is none.
  double Quantile(double of) const;
  double Min() const { return Quantile(0); }
  double Median() const { return Quantile(0.5); }
  double P99() const { return Quantile(0.99); }
  double Max() const { return Quantile(1); }

 private:
  std::vector<double> values_;
};

class Stopwatch {
 public:
  double Ms() const { return NowMs() - start_; }
  // The monotonic clock.
  static double NowMs() {
    return std::chrono::duration<double, std::milli>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
  }

 private:
  double start_ = NowMs();
};

// Processor time of the calling thread: what a time would be if nothing else ran.
class ThreadStopwatch {
 public:
  double Ms() const { return Now() - start_; }

 private:
  static double Now();
  double start_ = Now();
};

// Names are ASCII, so that columns line up.
void PrintHeading(std::string_view what);
void PrintRow(std::string_view name, const Samples& samples, std::string_view unit,
              std::string_view note = "");
void PrintValue(std::string_view name, double value, std::string_view unit,
                std::string_view note = "");
void PrintNote(std::string_view note);

// "held to 16.7: yes" or "... NO"
std::string HeldTo(std::string_view limit, bool met);
std::string Fixed(double value, int decimals);

}  // namespace studio::bench

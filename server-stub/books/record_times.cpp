#include "server/books/record_times.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>

#include "shared/base/time_units.h"

namespace county {
namespace {

using studio::kDayMs;
using studio::kMinuteMs;

// A clock since boot may be wrong by 100 parts in a million: a minute in a week.
constexpr std::int64_t kCarriedMs = 7 * kDayMs;
// Of a record that arrived before it was made, as far as two clocks may differ.
constexpr std::int64_t kSlackMs = 2 * kMinuteMs;
constexpr std::int64_t kFarMs = std::numeric_limits<std::int64_t>::max() / 8;

// What a header says may be anything.
std::int64_t Within(std::int64_t ms) { return std::clamp(ms, -kFarMs, kFarMs); }

// One boot as far as its clock only goes forward: what went back is no such clock.
struct Run {
  std::size_t begin = 0, end = 0;
  // Between these the clock since boot was at zero, by the county's time.
  std::int64_t earliest_ms = -kFarMs, latest_ms = kFarMs;
  bool dated = false;  // by a sure time in it
};

class Times {
 public:
  Times(const std::vector<ClockLine>& lines, const std::vector<BootTime>& boots)
      : lines_(lines), boots_(boots), times_(lines.size()) {
    Divide();
    for (Run& run : runs_) DateBySureOnes(run);
    for (std::size_t i = 0; i < runs_.size(); ++i) Bound(i);
    for (std::size_t i = 0; i < runs_.size(); ++i) DateWithinBounds(i);
  }

  std::vector<MadeTime> Take() { return std::move(times_); }

 private:
  std::int64_t Since(std::size_t i) const { return Within(lines_[i].clock.monotonic_ms); }
  std::int64_t Wall(std::size_t i) const { return Within(lines_[i].clock.wall_ms); }
  bool SameStream(const Run& a, const Run& b) const {
    return lines_[a.begin].stream == lines_[b.begin].stream;
  }
  bool SameBoot(const Run& a, const Run& b) const {
    return lines_[a.begin].clock.boot == lines_[b.begin].clock.boot;
  }

  void Divide() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool goes_on = i > 0 && lines_[i].stream == lines_[i - 1].stream &&
                           lines_[i].clock.boot == lines_[i - 1].clock.boot &&
                           Since(i) >= Since(i - 1);
      if (!goes_on) runs_.push_back({i, i});
      runs_.back().end = i + 1;
    }
  }

  // What the terminal said of this boot beside its records; of a boot in several runs, the last.
  const BootTime* ToldOf(const Run& run) const {
    const auto& clock = lines_[run.begin].clock;
    const auto told = std::find_if(boots_.begin(), boots_.end(),
                                   [&](const BootTime& boot) { return boot.boot == clock.boot; });
    if (told == boots_.end()) return nullptr;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      // Made after it, by a clock that says before: it has gone back.
      if (lines_[i].serial > told->sent && Since(i) + kSlackMs < Within(told->monotonic_ms))
        return nullptr;
    }
    const bool last = std::none_of(runs_.begin(), runs_.end(), [&](const Run& other) {
      return other.begin > run.begin && SameStream(run, other) && SameBoot(run, other);
    });
    return last ? &*told : nullptr;
  }

  void DateBySureOnes(Run& run) {
    struct Anchor {
      std::int64_t since_ms = 0, county_ms = 0;
    };
    std::vector<Anchor> anchors;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      const auto& offset = lines_[i].clock.offset_ms;
      if (offset) anchors.push_back({Since(i), Wall(i) + Within(*offset)});
    }
    if (const BootTime* told = ToldOf(run))
      anchors.push_back({Within(told->monotonic_ms), told->county_ms});
    run.dated = !anchors.empty();
    for (std::size_t i = run.begin; i < run.end; ++i) {
      MadeTime& time = times_[i];
      if (const auto& offset = lines_[i].clock.offset_ms) {
        time = {Wall(i) + Within(*offset), true, false};
        continue;
      }
      const auto away = [&](const Anchor& anchor) { return std::abs(anchor.since_ms - Since(i)); };
      const auto nearest =
          std::min_element(anchors.begin(), anchors.end(),
                           [&](const Anchor& a, const Anchor& b) { return away(a) < away(b); });
      if (nearest == anchors.end()) continue;
      const std::int64_t ms = nearest->county_ms + Since(i) - nearest->since_ms;
      const bool sure = away(*nearest) <= kCarriedMs && ms <= lines_[i].arrived_ms + kSlackMs;
      time = {ms, sure, !sure};
    }
  }

  // A boot began after what was recorded in the one before, and ended before the next one began;
  // and nothing arrives before it was made.
  void Bound(std::size_t number) {
    Run& run = runs_[number];
    if (run.dated) return;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      run.latest_ms = std::min(run.latest_ms, lines_[i].arrived_ms + kSlackMs - Since(i));
    }
    for (std::size_t before = number; before-- > 0 && SameStream(runs_[before], run);) {
      const std::size_t last = runs_[before].end - 1;
      if (!times_[last].sure) continue;
      const std::int64_t since = SameBoot(runs_[before], run) ? Since(run.begin) : 0;
      run.earliest_ms = times_[last].ms - since;
      break;
    }
    for (std::size_t after = number + 1; after < runs_.size() && SameStream(runs_[after], run);
         ++after) {
      const std::size_t first = runs_[after].begin;
      if (!times_[first].sure) continue;
      const std::int64_t began = SameBoot(runs_[after], run) ? 0 : Since(first);
      run.latest_ms = std::min(run.latest_ms, times_[first].ms - began - Since(run.end - 1));
      break;
    }
  }

  // How far the clock was off when it was last known.
  std::int64_t OffsetBefore(std::size_t number) const {
    for (std::size_t i = runs_[number].begin; i-- > 0;) {
      if (lines_[i].stream != lines_[runs_[number].begin].stream) break;
      if (lines_[i].clock.offset_ms) return Within(*lines_[i].clock.offset_ms);
    }
    return 0;
  }

  void DateWithinBounds(std::size_t number) {
    const Run& run = runs_[number];
    if (run.dated) return;
    const bool closed = number + 1 < runs_.size() && SameStream(run, runs_[number + 1]);
    const std::int64_t middle = run.earliest_ms / 2 + run.latest_ms / 2;
    const bool narrow =
        run.latest_ms >= run.earliest_ms && run.latest_ms - run.earliest_ms <= 2 * kMinuteMs;
    const std::int64_t offset = OffsetBefore(number);
    for (std::size_t i = run.begin; i < run.end; ++i) {
      if (narrow) {
        times_[i] = {middle + Since(i), true, false};
        continue;
      }
      const auto fits = [&](std::int64_t ms) {
        return ms - Since(i) >= run.earliest_ms - kSlackMs &&
               ms - Since(i) <= run.latest_ms + kSlackMs;
      };
      std::int64_t ms = Wall(i) + offset;
      if (!fits(ms)) ms = Wall(i);
      if (!fits(ms)) ms = (run.earliest_ms > -kFarMs ? run.earliest_ms : run.latest_ms) + Since(i);
      times_[i] = {ms, false, closed};
    }
  }

  const std::vector<ClockLine>& lines_;
  const std::vector<BootTime>& boots_;
  std::vector<MadeTime> times_;
  std::vector<Run> runs_;
};

}  // namespace

std::vector<MadeTime> TimesOf(const std::vector<ClockLine>& lines,
                              const std::vector<BootTime>& boots) {
  return Times(lines, boots).Take();
}

}  // namespace county

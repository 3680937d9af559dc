#include "annex/year_exchange.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>

#include "annex/exchange_places.h"
#include "tables/year_export.h"

namespace studio {
namespace {

constexpr auto kBetweenWords = std::chrono::milliseconds(200);

YearFault FaultOf(const Error& error, const std::filesystem::path& place) {
  if (error.kind == ErrorKind::kUnavailable) return YearFault::kNoFont;
  switch (FaultOfWriting(error, place)) {
    case CarryFault::kStickGone:
      return YearFault::kGone;
    case CarryFault::kStickFull:
      return YearFault::kFull;
    case CarryFault::kStickLocked:
      return YearFault::kLocked;
    default:
      return YearFault::kFailed;
  }
}

}  // namespace

YearExchange::YearExchange(std::filesystem::path folder, Executor& sticks, MainQueue& queue)
    : folder_(std::move(folder)), sticks_(sticks), queue_(queue) {}

void YearExchange::LookForPlaces(Done<std::vector<ExchangePlace>> done) {
  sticks_.Post([queue = &queue_, folder = folder_, done = std::move(done)]() mutable {
    queue->Post([done = std::move(done), places = ExchangePlaces(folder)]() mutable {
      done(std::move(places));
    });
  });
}

void YearExchange::WriteYear(ExchangePlace place, YearExport what, Done<YearProgress> progress,
                             Done<YearOutcome> done) {
  stop_ = std::make_shared<std::atomic<bool>>(false);
  sticks_.Post([queue = &queue_, stop = stop_, place = std::move(place), what = std::move(what),
                progress = std::move(progress), done = std::move(done)]() mutable {
    auto told = std::chrono::steady_clock::now();
    const auto tell = [&](const YearProgress& now) {
      const auto at = std::chrono::steady_clock::now();
      if (at - told >= kBetweenWords) {
        told = at;
        queue->Post([progress, now] { progress(now); });
      }
      return !stop->load();
    };
    auto written = ExportYear(what, place.path, what.made_at_ms, tell);
    if (!written) spdlog::warn("sheets of the year: {}", written.error().detail);
    YearOutcome outcome = written ? YearOutcome(std::move(*written))
                                  : tl::unexpected(FaultOf(written.error(), place.path));
    queue->Post([done = std::move(done), outcome = std::move(outcome)]() mutable {
      done(std::move(outcome));
    });
  });
}

void YearExchange::StopYear() {
  if (stop_) stop_->store(true);
}

}  // namespace studio

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <deque>

#include "app/executor.h"
#include "app/main_queue.h"
#include "corpus.h"
#include "input/ink_model.h"
#include "input/input_data.h"
#include "input/zinnia_recogniser.h"

namespace studio {
namespace {

// A worker that works when told.
class HeldWorker : public Executor {
 public:
  void Post(std::function<void()> job) override { jobs_.push_back(std::move(job)); }
  void RunAll() {
    for (; !jobs_.empty(); jobs_.pop_front()) jobs_.front()();
  }
  std::size_t waiting() const { return jobs_.size(); }

 private:
  std::deque<std::function<void()>> jobs_;
};

Ink Moved(Ink ink, double scale, int x, int y) {
  for (InkStroke& stroke : ink) {
    for (InkPoint& point : stroke) {
      point = {static_cast<std::int16_t>(point.x * scale + x),
               static_cast<std::int16_t>(point.y * scale + y)};
    }
  }
  return ink;
}

int Found(const InkModel& model, double scale, int x, int y, std::size_t among) {
  int found = 0;
  for (const Drawn& drawn : DrawnCharacters()) {
    auto ranked = model.Rank(Moved(drawn.ink, scale, x, y));
    ranked.resize(std::min(ranked.size(), among));
    if (std::find(ranked.begin(), ranked.end(), drawn.text) != ranked.end()) ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("a character drawn is among the eight offered") {
  const auto model = InkModel::Open(kInkModel, CompiledData());
  REQUIRE(model);
  for (const Drawn& drawn : DrawnCharacters()) {
    CAPTURE(drawn.text);
    const auto ranked = model->Rank(drawn.ink);
    CHECK(ranked.size() == kCandidatesPerPage);
    CHECK(std::find(ranked.begin(), ranked.end(), drawn.text) != ranked.end());
  }
}

TEST_CASE("drawn small in a corner it is found as well") {
  const auto model = InkModel::Open(kInkModel, CompiledData());
  REQUIRE(model);
  const int all = static_cast<int>(DrawnCharacters().size());
  CHECK(Found(*model, 0.3, 10, 650, 8) == all);
  std::printf("ink: %d characters, %d first\n", all, Found(*model, 1, 0, 0, 1));
}

TEST_CASE("a dot, and the longest ink there may be, are ranked or not, but crash nothing") {
  const auto model = InkModel::Open(kInkModel, CompiledData());
  REQUIRE(model);
  CHECK(model->Rank({}).empty());
  model->Rank({{{500, 500}}});
  Ink ink(kMaxInkStrokes);
  for (InkStroke& stroke : ink) {
    for (std::size_t i = 0; i < kMaxInkPoints; ++i) {
      stroke.push_back({static_cast<std::int16_t>(i), static_cast<std::int16_t>(1000 - i)});
    }
  }
  model->Rank(ink);
}

TEST_CASE("the newest ink alone is answered, on the main thread") {
  HeldWorker worker;
  MainQueue queue;
  ZinniaRecogniser recogniser(kInkModel, CompiledData(), worker, queue);
  REQUIRE(recogniser.Ready());
  const auto drawn = DrawnCharacters();
  int older = 0;
  std::vector<std::string> newest;
  recogniser.Recognise(drawn[1].ink, [&](auto) { ++older; });
  recogniser.Recognise(drawn[0].ink, [&](auto found) { newest = std::move(found); });
  CHECK(worker.waiting() == 1);
  worker.RunAll();
  CHECK(newest.empty());
  queue.RunAll();
  CHECK(older == 0);
  REQUIRE_FALSE(newest.empty());
  CHECK(newest.front() == drawn[0].text);
  // Asked again before the main thread has heard of the answer.
  recogniser.Recognise(drawn[1].ink, [&](auto) { ++older; });
  worker.RunAll();
  recogniser.Recognise(drawn[0].ink, [&](auto) {});
  queue.RunAll();
  CHECK(older == 0);
}

TEST_CASE("an answer to a recogniser that is gone is dropped") {
  HeldWorker worker;
  MainQueue queue;
  const auto drawn = DrawnCharacters();
  bool answered = false;
  {
    ZinniaRecogniser recogniser(kInkModel, CompiledData(), worker, queue);
    recogniser.Recognise(drawn[0].ink, [&](auto) { answered = true; });
    worker.RunAll();
    recogniser.Recognise(drawn[1].ink, [&](auto) { answered = true; });
  }
  worker.RunAll();
  queue.RunAll();
  CHECK_FALSE(answered);
}

TEST_CASE("a missing model is said, and answers nothing") {
  HeldWorker worker;
  MainQueue queue;
  ZinniaRecogniser recogniser("/nowhere/model", CompiledData(), worker, queue);
  CHECK_FALSE(recogniser.Ready());
  std::vector<std::string> found{"?"};
  recogniser.Recognise(DrawnCharacters()[0].ink, [&](auto list) { found = std::move(list); });
  worker.RunAll();
  queue.RunAll();
  CHECK(found.empty());
  CHECK_FALSE(InkModel::Open("/nowhere/model", CompiledData()));
}

}  // namespace studio

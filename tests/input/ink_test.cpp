#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <fstream>

#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "corpus.h"
#include "hand.h"
#include "input/ink/ink_model.h"
#include "input/ink/zinnia_recogniser.h"
#include "input/words/input_data.h"
#include "test_support/temp_folder.h"

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

Ink DrawnAs(const std::string& text) {
  for (const Drawn& drawn : DrawnCharacters()) {
    if (drawn.text == text) return drawn.ink;
  }
  return {};
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

// The stroke and the next one as one line.
Ink Joined(const Ink& ink, std::size_t first) {
  Ink joined = ink;
  InkStroke& line = joined[first];
  line.insert(line.end(), ink[first + 1].begin(), ink[first + 1].end());
  joined.erase(joined.begin() + static_cast<std::ptrdiff_t>(first) + 1);
  return joined;
}

std::size_t Place(const std::vector<std::string>& ranked, const std::string& text) {
  return static_cast<std::size_t>(std::find(ranked.begin(), ranked.end(), text) - ranked.begin());
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

TEST_CASE("what neighbours write every day comes first mostly") {
  const auto model = InkModel::Open(kInkModel, CompiledData());
  REQUIRE(model);
  const int all = static_cast<int>(DrawnCharacters().size());
  CHECK(Found(*model, 1, 0, 0, 1) >= all * 8 / 10);
}

TEST_CASE("strokes drawn in one line are found, two by two") {
  const auto model = InkModel::Open(kInkModel, CompiledData());
  REQUIRE(model);
  for (const char* text : {"山", "木", "车", "手", "村", "星"}) {
    CAPTURE(text);
    const Ink ink = DrawnAs(text);
    int found = 0;
    for (std::size_t i = 0; i + 1 < ink.size(); ++i) {
      if (Place(model->Rank(Joined(ink, i)), text) < kCandidatesPerPage) ++found;
    }
    CHECK(found >= static_cast<int>(ink.size()) - 2);  // all but one
  }
}

TEST_CASE("strokes drawn in another order are found") {
  const auto model = InkModel::Open(kInkModel, CompiledData());
  REQUIRE(model);
  for (const char* text : {"山", "木", "门", "车", "村", "年"}) {
    for (std::size_t i = 0; i + 1 < DrawnAs(text).size(); ++i) {
      CAPTURE(text);
      CAPTURE(i);
      Ink ink = DrawnAs(text);
      std::swap(ink[i], ink[i + 1]);
      CHECK(Place(model->Rank(ink), text) < kCandidatesPerPage);
    }
  }
}

TEST_CASE("口 is found in four strokes, and a corner may be lifted at elsewhere too") {
  const auto model = InkModel::Open(kInkModel, CompiledData());
  REQUIRE(model);
  Ink ink = DrawnAs("口");
  CHECK(ink.size() == 3);
  ink = {
      ink[0], {{180, 215}, {500, 200}, {815, 190}}, {{822, 196}, {800, 480}, {780, 780}}, ink[2]};
  CHECK(Place(model->Rank(ink), "口") == 0);
  for (const char* text : {"日", "田", "马", "女", "门"}) {
    CAPTURE(text);
    Hand hand(1);
    CHECK(Place(model->Rank(hand.CornerSplit(hand.Write(DrawnAs(text))).value()), text) <
          kCandidatesPerPage);
  }
}

TEST_CASE("three strokes in one line are found mostly") {
  const auto model = InkModel::Open(kInkModel, CompiledData());
  REQUIRE(model);
  int asked = 0, found = 0;
  for (const char* text : {"村", "手", "年", "星", "期", "路"}) {
    const Ink ink = DrawnAs(text);
    for (std::size_t i = 0; i + 2 < ink.size(); ++i, ++asked) {
      if (Place(model->Rank(Joined(Joined(ink, i), i)), text) < kCandidatesPerPage) ++found;
    }
  }
  CHECK(found * 10 >= asked * 8);
}

TEST_CASE("水 is found as ten hands write it, and first in most") {
  const auto model = InkModel::Open(kInkModel, CompiledData());
  REQUIRE(model);
  int first = 0;
  const auto hands = DrawnCharacters("ink_water.txt");
  for (const Drawn& hand : hands) {
    CAPTURE(hand.text);
    const std::size_t place = Place(model->Rank(hand.ink), "水");
    CHECK(place < kCandidatesPerPage);
    if (place == 0) ++first;
  }
  CHECK(hands.size() == 10);
  CHECK(first >= 7);
}

TEST_CASE("a character is offered before it is finished, and goes up when it is") {
  const auto model = InkModel::Open(kInkModel, CompiledData());
  REQUIRE(model);
  Ink ink = DrawnAs("期");
  const std::size_t finished = Place(model->Rank(ink), "期");
  ink.resize(ink.size() - 3);
  const std::size_t before = Place(model->Rank(ink), "期");
  CHECK(before < kCandidatesPerPage);
  CHECK(finished <= before);
}

TEST_CASE("the table of strokes alone finds characters too, and so does the model alone") {
  const TempFolder folder;
  std::filesystem::copy_file(CompiledData() / kFilterFile, folder.path() / kFilterFile);
  const auto table = InkModel::Open("/nowhere/model", CompiledData());
  const auto shapes = InkModel::Open(kInkModel, folder.path());
  REQUIRE(table);
  REQUIRE(shapes);
  const int all = static_cast<int>(DrawnCharacters().size());
  CHECK(Found(*table, 1, 0, 0, 8) >= all * 9 / 10);
  CHECK(Found(*shapes, 1, 0, 0, 8) >= all * 7 / 10);
}

TEST_CASE("a table or a model that is cut off is no table and no model") {
  const TempFolder folder;
  std::filesystem::copy_file(CompiledData() / kFilterFile, folder.path() / kFilterFile);
  std::ofstream(folder.path() / kInkStrokesFile) << "山\t900\tszs\n田\t800\tszx\n";
  const auto model = folder.path() / "model";
  std::filesystem::copy_file(kInkModel, model);
  std::filesystem::permissions(model, std::filesystem::perms::owner_all);
  std::filesystem::resize_file(model, 100000);
  CHECK_FALSE(InkModel::Open(model, folder.path()));
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

TEST_CASE("neither model nor table is said, and answers nothing") {
  const TempFolder folder;
  std::filesystem::copy_file(CompiledData() / kFilterFile, folder.path() / kFilterFile);
  HeldWorker worker;
  MainQueue queue;
  ZinniaRecogniser recogniser("/nowhere/model", folder.path(), worker, queue);
  CHECK_FALSE(recogniser.Ready());
  std::vector<std::string> found{"?"};
  recogniser.Recognise(DrawnCharacters()[0].ink, [&](auto list) { found = std::move(list); });
  worker.RunAll();
  queue.RunAll();
  CHECK(found.empty());
  CHECK_FALSE(InkModel::Open("/nowhere/model", folder.path()));
}

}  // namespace studio

#include "app/saying/keyboard.h"

#include <doctest/doctest.h>

#include "../ui/fake_ways.h"

namespace studio {
namespace {

struct KeyboardDesk {
  FakePhrases phrases;
  FakeInk ink;
  WaysOfSaying ways{&phrases, &ink, nullptr, nullptr};
  TextDraft draft{20};
  Keyboard keyboard{ways, WritingMode::kPinyin};

  void Keys(std::string_view keys) {
    for (const char key : keys) keyboard.Press(key);
  }
  void Stroke(int x) {
    keyboard.BeginStroke(x, 100);
    keyboard.ExtendStroke(x, 900);
    keyboard.EndStroke();
  }
};

TEST_CASE("what is chosen goes in at the caret, and typing goes on with the keys left over") {
  KeyboardDesk desk;
  desk.draft.Set("的路");
  desk.draft.MoveTo(0);
  desk.Keys("cunkoude");
  CHECK(desk.keyboard.typed() == "cunkoude");
  REQUIRE(desk.keyboard.Candidates().size() == 1);
  desk.keyboard.Choose(desk.draft, 0);
  CHECK(desk.draft.text() == "村口的路");
  CHECK(desk.keyboard.typed() == "de");
  desk.keyboard.Choose(desk.draft, 1);
  CHECK(desk.draft.text() == "村口得的路");
  CHECK_FALSE(desk.keyboard.Unfinished());
  desk.Keys("kou");
  desk.keyboard.Choose(desk.draft, 7);  // nothing stands there
  CHECK(desk.draft.text() == "村口得的路");
}

TEST_CASE("delete takes keys first, then characters, one beyond the BMP as one") {
  KeyboardDesk desk;
  desk.Keys("xin");
  desk.keyboard.Choose(desk.draft, 0);
  CHECK(desk.draft.text() == "𬱖");
  desk.Keys("cu");
  desk.keyboard.Delete(desk.draft);
  CHECK(desk.keyboard.typed() == "c");
  desk.keyboard.Delete(desk.draft);
  CHECK(desk.draft.text() == "𬱖");
  desk.keyboard.Delete(desk.draft);
  CHECK(desk.draft.empty());
  desk.keyboard.Delete(desk.draft);
  CHECK(desk.draft.empty());
}

TEST_CASE("a key too many is refused in words until the next change, and nothing is lost") {
  KeyboardDesk desk;
  desk.Keys(std::string(FakePhrases::kMostKeys, 'c'));
  CHECK_FALSE(desk.keyboard.keys_full());
  desk.Keys("u");
  CHECK(desk.keyboard.keys_full());
  CHECK(desk.keyboard.typed() == std::string(FakePhrases::kMostKeys, 'c'));
  desk.keyboard.Delete(desk.draft);
  CHECK_FALSE(desk.keyboard.keys_full());
  desk.keyboard.Press('\'');  // the first key of nothing is none
  CHECK_FALSE(desk.keyboard.keys_full());
}

TEST_CASE("space takes the first candidate, else parts words once") {
  KeyboardDesk desk;
  desk.keyboard.Space(desk.draft);
  CHECK(desk.draft.empty());
  desk.Keys("cun");
  desk.keyboard.Space(desk.draft);
  CHECK(desk.draft.text() == "村");
  desk.keyboard.Space(desk.draft);
  desk.keyboard.Space(desk.draft);
  CHECK(desk.draft.text() == "村 ");
  desk.Keys("vvv");
  desk.keyboard.Space(desk.draft);  // nothing to take: nothing happens
  CHECK(desk.draft.text() == "村 ");
  CHECK(desk.keyboard.typed() == "vvv");
}

TEST_CASE("a mark follows what was on the way, never comes before it") {
  KeyboardDesk desk;
  desk.keyboard.ShowSymbols(true);
  desk.Keys("cunkoude");
  desk.keyboard.Insert(desk.draft, "。");
  CHECK(desk.draft.text() == "村口的。");
  CHECK_FALSE(desk.keyboard.symbols());
  desk.Keys("vv");
  desk.keyboard.Insert(desk.draft, "？");
  CHECK(desk.draft.text() == "村口的。");
  CHECK(desk.keyboard.Unfinished());
}

TEST_CASE("pages of candidates turn, and a choice is of the page shown") {
  KeyboardDesk desk;
  desk.Keys("cun");
  CHECK(desk.keyboard.Candidates().size() == kCandidatesPerPage);
  CHECK_FALSE(desk.keyboard.Earlier());
  REQUIRE(desk.keyboard.MoreAfter(8));
  desk.keyboard.PageOn(5);  // there was room for five
  CHECK(desk.keyboard.FirstShown() == 5);
  CHECK(desk.keyboard.Candidates()[5] == "唇");
  desk.keyboard.PageBack();
  CHECK_FALSE(desk.keyboard.Earlier());
  desk.keyboard.PageOn(5);
  desk.keyboard.PageOn(3);
  CHECK(desk.keyboard.FirstShown() == 0);
  CHECK(desk.keyboard.Earlier());
  CHECK_FALSE(desk.keyboard.MoreAfter(2));
  desk.keyboard.Choose(desk.draft, 1);
  CHECK(desk.draft.text() == "醇");
}

TEST_CASE("who moves on with something unfinished is asked for it first") {
  KeyboardDesk desk;
  CHECK(desk.keyboard.MayLeave());
  desk.Keys("cun");
  CHECK_FALSE(desk.keyboard.MayLeave());
  CHECK(desk.keyboard.asks_to_finish());
  CHECK(desk.keyboard.typed() == "cun");
  desk.keyboard.Delete(desk.draft);
  CHECK_FALSE(desk.keyboard.asks_to_finish());
  desk.keyboard.Delete(desk.draft);
  desk.keyboard.Delete(desk.draft);
  CHECK(desk.keyboard.MayLeave());
  desk.keyboard.SwitchTo(WritingMode::kInk);
  desk.Stroke(100);
  CHECK_FALSE(desk.keyboard.MayLeave());
  desk.keyboard.Choose(desk.draft, 0);
  CHECK(desk.keyboard.MayLeave());
  CHECK(desk.draft.text() == "村");
}

TEST_CASE("another way of writing drops what was not chosen and nothing of the text") {
  KeyboardDesk desk;
  desk.draft.Set("路灯");
  desk.Keys("cun");
  desk.keyboard.SwitchTo(WritingMode::kStroke);
  CHECK(desk.keyboard.typed().empty());
  CHECK(desk.phrases.alive == 0);
  desk.Keys("hspn");
  CHECK(desk.keyboard.Candidates().front() == "村");
  desk.Keys("q");  // no key of strokes
  CHECK(desk.keyboard.typed() == "hspn");
  desk.keyboard.SwitchTo(WritingMode::kDigits);
  desk.keyboard.Insert(desk.draft, "3");
  CHECK(desk.draft.text() == "路灯3");
  CHECK(desk.keyboard.MayLeave());
}

TEST_CASE("an engine that goes missing takes nothing but itself") {
  KeyboardDesk desk;
  desk.draft.Set("路灯");
  desk.Keys("cun");
  desk.phrases.has_pinyin = false;
  CHECK_FALSE(desk.keyboard.Works(WritingMode::kPinyin));
  CHECK(desk.keyboard.Works(WritingMode::kStroke));
  desk.keyboard.Press('k');
  CHECK(desk.keyboard.Candidates().empty());
  CHECK(desk.draft.text() == "路灯");
  CHECK(desk.keyboard.MayLeave());
  desk.keyboard.Delete(desk.draft);
  CHECK(desk.draft.text() == "路");
  desk.keyboard.SwitchTo(WritingMode::kStroke);
  desk.phrases.begins = false;
  desk.Keys("h");
  CHECK_FALSE(desk.keyboard.Works(WritingMode::kStroke));
}

TEST_CASE("what is not set up does not work, digits always do") {
  const WaysOfSaying none;
  Keyboard keyboard(none);
  for (const WritingMode mode :
       {WritingMode::kVoice, WritingMode::kInk, WritingMode::kPinyin, WritingMode::kStroke}) {
    CHECK_FALSE(keyboard.Works(mode));
    keyboard.SwitchTo(mode);
    keyboard.Press('a');
    keyboard.BeginStroke(1, 1);
    keyboard.EndStroke();
    CHECK(keyboard.MayLeave());
  }
  CHECK(keyboard.Works(WritingMode::kDigits));
  CHECK(keyboard.Works(WritingMode::kSentences));
}

TEST_CASE("only the answer for the ink as it is now counts") {
  KeyboardDesk desk;
  desk.ink.at_once = false;
  desk.keyboard.SwitchTo(WritingMode::kInk);
  desk.Stroke(100);
  desk.Stroke(500);
  REQUIRE(desk.ink.asked.size() == 2);
  CHECK(desk.ink.asked[1].size() == 2);
  desk.ink.Answer(1, {"二"});
  desk.ink.Answer(0, {"一"});
  CHECK(desk.keyboard.Candidates() == std::vector<std::string>{"二"});
  desk.keyboard.UndoStroke();
  REQUIRE(desk.ink.asked.size() == 3);
  CHECK(desk.ink.asked[2].size() == 1);
  desk.keyboard.Choose(desk.draft, 0);
  CHECK(desk.keyboard.ink().empty());
  desk.ink.Answer(2, {"一"});  // of what was cleared
  CHECK(desk.keyboard.Candidates().empty());
  CHECK(desk.draft.text() == "二");
  desk.Stroke(100);
  desk.keyboard.ClearInk();
  desk.ink.Answer(3, {"一"});
  CHECK(desk.keyboard.Candidates().empty());
}

TEST_CASE("an answer that comes after the keyboard is gone is dropped") {
  FakeInk ink;
  ink.at_once = false;
  {
    KeyboardDesk desk;
    desk.ways.ink = &ink;
    desk.keyboard.SwitchTo(WritingMode::kInk);
    desk.Stroke(100);
  }
  ink.Answer(0, {"一"});  // must not touch what is gone
}

TEST_CASE("ink is thinned, kept on the pad and within its limits") {
  KeyboardDesk desk;
  desk.keyboard.SwitchTo(WritingMode::kInk);
  desk.keyboard.BeginStroke(-20, 500);
  desk.keyboard.ExtendStroke(5, 500);
  desk.keyboard.ExtendStroke(9, 500);
  desk.keyboard.ExtendStroke(1200, 1300);
  CHECK(desk.keyboard.ink()[0] == InkStroke{{0, 500}, {9, 500}, {1000, 1000}});
  for (int i = 0; i < 2000; ++i) desk.keyboard.ExtendStroke(i % 2 * 500, i % 3 * 300);
  CHECK(desk.keyboard.ink()[0].size() == kMaxInkPoints);
  desk.keyboard.EndStroke();
  for (std::size_t i = 0; i < kMaxInkStrokes + 5; ++i) desk.Stroke(300);
  CHECK(desk.keyboard.ink().size() == kMaxInkStrokes);
  CHECK(InkFromText(ToText(desk.keyboard.ink())));
}

TEST_CASE("what does not fit is refused whole, and said") {
  KeyboardDesk desk;
  TextDraft small{3};
  small.Set("路灯");
  desk.Keys("cunkou");
  desk.keyboard.Choose(small, 0);
  CHECK(small.text() == "路灯");
  CHECK(desk.keyboard.refused());
  CHECK(desk.keyboard.typed() == "cunkou");
  desk.keyboard.Delete(small);
  CHECK_FALSE(desk.keyboard.refused());
}

TEST_CASE("the engine's session ends with the keyboard") {
  FakePhrases phrases;
  const WaysOfSaying ways{&phrases, nullptr, nullptr, nullptr};
  {
    Keyboard keyboard(ways, WritingMode::kPinyin);
    keyboard.Press('c');
    CHECK(phrases.alive == 1);
  }
  CHECK(phrases.alive == 0);
}

}  // namespace
}  // namespace studio

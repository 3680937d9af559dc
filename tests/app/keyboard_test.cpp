#include "app/saying/keyboard.h"

#include <doctest/doctest.h>

#include "../ui/fake_ways.h"

namespace studio {
namespace {

struct KeyboardRig {
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
  KeyboardRig rig;
  rig.draft.Set("的路");
  rig.draft.MoveTo(0);
  rig.Keys("cunkoude");
  CHECK(rig.keyboard.typed() == "cunkoude");
  REQUIRE(rig.keyboard.Candidates().size() == 1);
  rig.keyboard.Choose(rig.draft, 0);
  CHECK(rig.draft.text() == "村口的路");
  CHECK(rig.keyboard.typed() == "de");
  rig.keyboard.Choose(rig.draft, 1);
  CHECK(rig.draft.text() == "村口得的路");
  CHECK_FALSE(rig.keyboard.Unfinished());
  rig.Keys("kou");
  rig.keyboard.Choose(rig.draft, 7);  // nothing stands there
  CHECK(rig.draft.text() == "村口得的路");
}

TEST_CASE("delete takes keys first, then characters, one beyond the BMP as one") {
  KeyboardRig rig;
  rig.Keys("xin");
  rig.keyboard.Choose(rig.draft, 0);
  CHECK(rig.draft.text() == "𬱖");
  rig.Keys("cu");
  rig.keyboard.Delete(rig.draft);
  CHECK(rig.keyboard.typed() == "c");
  rig.keyboard.Delete(rig.draft);
  CHECK(rig.draft.text() == "𬱖");
  rig.keyboard.Delete(rig.draft);
  CHECK(rig.draft.empty());
  rig.keyboard.Delete(rig.draft);
  CHECK(rig.draft.empty());
}

TEST_CASE("a key too many is refused in words until the next change, and nothing is lost") {
  KeyboardRig rig;
  rig.Keys(std::string(FakePhrases::kMostKeys, 'c'));
  CHECK_FALSE(rig.keyboard.keys_full());
  rig.Keys("u");
  CHECK(rig.keyboard.keys_full());
  CHECK(rig.keyboard.typed() == std::string(FakePhrases::kMostKeys, 'c'));
  rig.keyboard.Delete(rig.draft);
  CHECK_FALSE(rig.keyboard.keys_full());
  rig.keyboard.Press('\'');  // the first key of nothing is none
  CHECK_FALSE(rig.keyboard.keys_full());
}

TEST_CASE("space takes the first candidate, else parts words once") {
  KeyboardRig rig;
  rig.keyboard.Space(rig.draft);
  CHECK(rig.draft.empty());
  rig.Keys("cun");
  rig.keyboard.Space(rig.draft);
  CHECK(rig.draft.text() == "村");
  rig.keyboard.Space(rig.draft);
  rig.keyboard.Space(rig.draft);
  CHECK(rig.draft.text() == "村 ");
  rig.Keys("vvv");
  rig.keyboard.Space(rig.draft);  // nothing to take: nothing happens
  CHECK(rig.draft.text() == "村 ");
  CHECK(rig.keyboard.typed() == "vvv");
}

TEST_CASE("a mark follows what was on the way, never comes before it") {
  KeyboardRig rig;
  rig.keyboard.ShowSymbols(true);
  rig.Keys("cunkoude");
  rig.keyboard.Insert(rig.draft, "。");
  CHECK(rig.draft.text() == "村口的。");
  CHECK_FALSE(rig.keyboard.symbols());
  rig.Keys("vv");
  rig.keyboard.Insert(rig.draft, "？");
  CHECK(rig.draft.text() == "村口的。");
  CHECK(rig.keyboard.Unfinished());
}

TEST_CASE("pages of candidates turn, and a choice is of the page shown") {
  KeyboardRig rig;
  rig.Keys("cun");
  CHECK(rig.keyboard.Candidates().size() == kCandidatesPerPage);
  CHECK_FALSE(rig.keyboard.Earlier());
  REQUIRE(rig.keyboard.MoreAfter(8));
  rig.keyboard.PageOn(5);  // there was room for five
  CHECK(rig.keyboard.FirstShown() == 5);
  CHECK(rig.keyboard.Candidates()[5] == "唇");
  rig.keyboard.PageBack();
  CHECK_FALSE(rig.keyboard.Earlier());
  rig.keyboard.PageOn(5);
  rig.keyboard.PageOn(3);
  CHECK(rig.keyboard.FirstShown() == 0);
  CHECK(rig.keyboard.Earlier());
  CHECK_FALSE(rig.keyboard.MoreAfter(2));
  rig.keyboard.Choose(rig.draft, 1);
  CHECK(rig.draft.text() == "醇");
}

TEST_CASE("who moves on with something unfinished is asked for it first") {
  KeyboardRig rig;
  CHECK(rig.keyboard.MayLeave());
  rig.Keys("cun");
  CHECK_FALSE(rig.keyboard.MayLeave());
  CHECK(rig.keyboard.asks_to_finish());
  CHECK(rig.keyboard.typed() == "cun");
  rig.keyboard.Delete(rig.draft);
  CHECK_FALSE(rig.keyboard.asks_to_finish());
  rig.keyboard.Delete(rig.draft);
  rig.keyboard.Delete(rig.draft);
  CHECK(rig.keyboard.MayLeave());
  rig.keyboard.SwitchTo(WritingMode::kInk);
  rig.Stroke(100);
  CHECK_FALSE(rig.keyboard.MayLeave());
  rig.keyboard.Choose(rig.draft, 0);
  CHECK(rig.keyboard.MayLeave());
  CHECK(rig.draft.text() == "村");
}

TEST_CASE("another way of writing drops what was not chosen and nothing of the text") {
  KeyboardRig rig;
  rig.draft.Set("路灯");
  rig.Keys("cun");
  rig.keyboard.SwitchTo(WritingMode::kStroke);
  CHECK(rig.keyboard.typed().empty());
  CHECK(rig.phrases.alive == 0);
  rig.Keys("hspn");
  CHECK(rig.keyboard.Candidates().front() == "村");
  rig.Keys("q");  // no key of strokes
  CHECK(rig.keyboard.typed() == "hspn");
  rig.keyboard.SwitchTo(WritingMode::kDigits);
  rig.keyboard.Insert(rig.draft, "3");
  CHECK(rig.draft.text() == "路灯3");
  CHECK(rig.keyboard.MayLeave());
}

TEST_CASE("an engine that goes missing takes nothing but itself") {
  KeyboardRig rig;
  rig.draft.Set("路灯");
  rig.Keys("cun");
  rig.phrases.has_pinyin = false;
  CHECK_FALSE(rig.keyboard.Works(WritingMode::kPinyin));
  CHECK(rig.keyboard.Works(WritingMode::kStroke));
  rig.keyboard.Press('k');
  CHECK(rig.keyboard.Candidates().empty());
  CHECK(rig.draft.text() == "路灯");
  CHECK(rig.keyboard.MayLeave());
  rig.keyboard.Delete(rig.draft);
  CHECK(rig.draft.text() == "路");
  rig.keyboard.SwitchTo(WritingMode::kStroke);
  rig.phrases.begins = false;
  rig.Keys("h");
  CHECK_FALSE(rig.keyboard.Works(WritingMode::kStroke));
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
  KeyboardRig rig;
  rig.ink.at_once = false;
  rig.keyboard.SwitchTo(WritingMode::kInk);
  rig.Stroke(100);
  rig.Stroke(500);
  REQUIRE(rig.ink.asked.size() == 2);
  CHECK(rig.ink.asked[1].size() == 2);
  rig.ink.Answer(1, {"二"});
  rig.ink.Answer(0, {"一"});
  CHECK(rig.keyboard.Candidates() == std::vector<std::string>{"二"});
  rig.keyboard.UndoStroke();
  REQUIRE(rig.ink.asked.size() == 3);
  CHECK(rig.ink.asked[2].size() == 1);
  rig.keyboard.Choose(rig.draft, 0);
  CHECK(rig.keyboard.ink().empty());
  rig.ink.Answer(2, {"一"});  // of what was cleared
  CHECK(rig.keyboard.Candidates().empty());
  CHECK(rig.draft.text() == "二");
  rig.Stroke(100);
  rig.keyboard.ClearInk();
  rig.ink.Answer(3, {"一"});
  CHECK(rig.keyboard.Candidates().empty());
}

TEST_CASE("an answer that comes after the keyboard is gone is dropped") {
  FakeInk ink;
  ink.at_once = false;
  {
    KeyboardRig rig;
    rig.ways.ink = &ink;
    rig.keyboard.SwitchTo(WritingMode::kInk);
    rig.Stroke(100);
  }
  ink.Answer(0, {"一"});  // must not touch what is gone
}

TEST_CASE("ink is thinned, kept on the pad and within its limits") {
  KeyboardRig rig;
  rig.keyboard.SwitchTo(WritingMode::kInk);
  rig.keyboard.BeginStroke(-20, 500);
  rig.keyboard.ExtendStroke(5, 500);
  rig.keyboard.ExtendStroke(9, 500);
  rig.keyboard.ExtendStroke(1200, 1300);
  CHECK(rig.keyboard.ink()[0] == InkStroke{{0, 500}, {9, 500}, {1000, 1000}});
  for (int i = 0; i < 2000; ++i) rig.keyboard.ExtendStroke(i % 2 * 500, i % 3 * 300);
  CHECK(rig.keyboard.ink()[0].size() == kMaxInkPoints);
  rig.keyboard.EndStroke();
  for (std::size_t i = 0; i < kMaxInkStrokes + 5; ++i) rig.Stroke(300);
  CHECK(rig.keyboard.ink().size() == kMaxInkStrokes);
  CHECK(InkFromText(ToText(rig.keyboard.ink())));
}

TEST_CASE("what does not fit is refused whole, and said") {
  KeyboardRig rig;
  TextDraft small{3};
  small.Set("路灯");
  rig.Keys("cunkou");
  rig.keyboard.Choose(small, 0);
  CHECK(small.text() == "路灯");
  CHECK(rig.keyboard.refused());
  CHECK(rig.keyboard.typed() == "cunkou");
  rig.keyboard.Delete(small);
  CHECK_FALSE(rig.keyboard.refused());
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

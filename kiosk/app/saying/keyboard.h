// The keyboard on the screen, behind its picture: which way somebody writes, what they have pressed
// or drawn and not yet chosen, and what is offered for it. Writes into whichever TextDraft a call
// names. Destroying it ends the engine's session and wipes what was on the way. Main thread.
//
// What is unfinished (keys or ink for which nothing was chosen) is never written by itself, except
// that space, a mark and a line break take the first candidate. Another way of writing drops it:
// who changes has given that try up. Whoever wants to move on is asked to finish it first.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/visit.h"
#include "app/saying/text_draft.h"
#include "app/saying/ways_of_saying.h"

namespace studio {

// What is written: with pinyin, names are offered for a name.
enum class WrittenThing { kWords, kName };

enum class WritingMode { kSentences, kVoice, kInk, kPinyin, kStroke, kDigits };

class Keyboard {
 public:
  // `ways` outlives it.
  explicit Keyboard(const WaysOfSaying& ways, WritingMode first = WritingMode::kSentences,
                    WrittenThing thing = WrittenThing::kWords);
  ~Keyboard();
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  WritingMode mode() const { return mode_; }
  void SwitchTo(WritingMode mode);  // also to one that does not work: the page says why
  bool Works(WritingMode mode) const;
  // Speaking does not work for now, whatever the machine has.
  void CloseVoice(bool closed) { voice_closed_ = closed; }
  bool voice_closed() const { return voice_closed_; }

  // Keys of the mode: see PhraseMode.
  void Press(char key);
  // A key was pressed that found no room: what is there is to be chosen from first.
  bool keys_full() const { return keys_full_; }
  // Keys not chosen for, then characters of the text.
  void Delete(TextDraft& draft);
  // Takes the first candidate; where nothing is on the way, a space after a word.
  void Space(TextDraft& draft);
  // A mark, a digit or a line break, after what is on the way.
  void Insert(TextDraft& draft, std::string_view mark);
  bool symbols() const { return symbols_; }  // the page of marks lies over the keys
  void ShowSymbols(bool show);

  const std::string& typed() const { return offer_.typed; }  // as shown: "cun kou"
  const std::vector<std::string>& Candidates() const;
  // Long candidates may need more room than a page has: the page then stands at the first one
  // shown.
  std::size_t FirstShown() const { return first_shown_; }
  bool Earlier() const { return first_shown_ > 0 || offer_.earlier; }
  bool MoreAfter(std::size_t shown) const;
  void PageOn(std::size_t shown);  // past as many as are shown
  void PageBack();
  void Choose(TextDraft& draft, std::size_t index);

  // The pad. Points off it count as at its edge; those closer than kInkStep to the last are left
  // out.
  static constexpr int kInkStep = 8;
  void BeginStroke(int x, int y);
  void ExtendStroke(int x, int y);
  void EndStroke();
  void UndoStroke();
  void ClearInk();
  const Ink& ink() const { return ink_; }

  bool Unfinished() const { return !offer_.typed.empty() || !ink_.empty(); }
  void Abandon();  // drops what is unfinished
  // False where something is unfinished: then the page asks for it until the next change.
  bool MayLeave();
  bool asks_to_finish() const { return asks_to_finish_; }
  // The last thing somebody wanted to write did not fit.
  bool refused() const { return refused_; }
  void Refuse();

 private:
  PhraseSession* Session();
  void TurnPage(int by);
  void Refresh();
  void TakeFirst(TextDraft& draft);
  bool Put(TextDraft& draft, std::string_view text);
  void Recognise();
  void Changed() { asks_to_finish_ = refused_ = keys_full_ = false; }
  PhraseMode PhraseModeOf(WritingMode mode) const;

  const WaysOfSaying& ways_;
  WritingMode mode_;
  const WrittenThing thing_;
  bool symbols_ = false;
  bool voice_closed_ = false;
  bool asks_to_finish_ = false, refused_ = false, keys_full_ = false;

  std::unique_ptr<PhraseSession> session_;
  bool begin_failed_ = false;
  PhraseOffer offer_;
  std::size_t first_shown_ = 0;

  Ink ink_;
  bool drawing_ = false;
  std::vector<std::string> ink_candidates_;
  int question_ = 0;  // of the ink as it is now; answers to others are dropped

  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio

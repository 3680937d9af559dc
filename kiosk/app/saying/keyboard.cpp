#include "app/saying/keyboard.h"

#include <algorithm>

namespace studio {
namespace {

// More than anybody's sentence has words.
constexpr int kMostChoices = 64;

bool IsPhrase(WritingMode mode) {
  return mode == WritingMode::kPinyin || mode == WritingMode::kStroke;
}

bool Fits(const TextDraft& draft, std::string_view text) {
  return draft.characters() + CountCharacters(text) <= draft.limit();
}

// Overwritten, not only forgotten: a visit's words must not linger in freed memory.
void Wipe(std::string& text) {
  std::fill(text.begin(), text.end(), '\0');
  text.clear();
}

void Wipe(std::vector<std::string>& texts) {
  for (std::string& text : texts) Wipe(text);
  texts.clear();
}

void Wipe(PhraseOffer& offer) {
  Wipe(offer.typed);
  Wipe(offer.candidates);
  offer.earlier = offer.more = false;
}

InkPoint OnPad(int x, int y) {
  return {static_cast<std::int16_t>(std::clamp(x, 0, int{kInkSide})),
          static_cast<std::int16_t>(std::clamp(y, 0, int{kInkSide}))};
}

}  // namespace

Keyboard::Keyboard(const WaysOfSaying& ways, WritingMode first, WrittenThing thing)
    : ways_(ways), mode_(first), thing_(thing) {}

Keyboard::~Keyboard() { Abandon(); }

PhraseMode Keyboard::PhraseModeOf(WritingMode mode) const {
  if (mode == WritingMode::kStroke) return PhraseMode::kStroke;
  return thing_ == WrittenThing::kName ? PhraseMode::kNames : PhraseMode::kPinyin;
}

void Keyboard::SwitchTo(WritingMode mode) {
  if (mode != mode_) {
    Abandon();
    begin_failed_ = false;
    mode_ = mode;
  }
  symbols_ = false;
  Changed();
}

bool Keyboard::Works(WritingMode mode) const {
  switch (mode) {
    case WritingMode::kVoice:
      return !voice_closed_ && ways_.voice != nullptr && ways_.voice->Present();
    case WritingMode::kInk:
      return ways_.ink != nullptr && ways_.ink->Ready();
    case WritingMode::kPinyin:
    case WritingMode::kStroke:
      return ways_.phrases != nullptr && ways_.phrases->Has(PhraseModeOf(mode)) &&
             !(mode == mode_ && begin_failed_);
    case WritingMode::kSentences:
    case WritingMode::kDigits:
      return true;
  }
  return false;
}

PhraseSession* Keyboard::Session() {
  if (!IsPhrase(mode_)) return nullptr;
  if (!Works(mode_)) {
    session_.reset();
    Wipe(offer_);
    return nullptr;
  }
  if (!session_) {
    session_ = ways_.phrases->Begin(PhraseModeOf(mode_));
    begin_failed_ = session_ == nullptr;
  }
  return session_.get();
}

void Keyboard::Refresh() {
  Wipe(offer_);
  offer_ = session_->Offer();
  first_shown_ = 0;
}

void Keyboard::Press(char key) {
  Changed();
  PhraseSession* session = Session();
  if (session == nullptr) return;
  if (session->Press(key)) return Refresh();
  keys_full_ = !offer_.typed.empty() && key != '\'';
}

void Keyboard::Delete(TextDraft& draft) {
  Changed();
  PhraseSession* session = Session();
  if (session == nullptr || offer_.typed.empty()) return draft.DeleteBefore();
  session->DeleteKey();
  Refresh();
}

void Keyboard::Space(TextDraft& draft) {
  Changed();
  if (Unfinished()) return Choose(draft, 0);
  const std::string_view before = std::string_view(draft.text()).substr(0, draft.caret());
  if (!before.empty() && before.back() != ' ' && before.back() != '\n') Put(draft, " ");
}

void Keyboard::Insert(TextDraft& draft, std::string_view mark) {
  Changed();
  symbols_ = false;
  TakeFirst(draft);
  // Keys that make no character stay where they are seen; a mark before them would be out of place.
  if (offer_.typed.empty() && !refused_) Put(draft, mark);
}

void Keyboard::ShowSymbols(bool show) {
  Changed();
  symbols_ = show;
}

const std::vector<std::string>& Keyboard::Candidates() const {
  return mode_ == WritingMode::kInk ? ink_candidates_ : offer_.candidates;
}

bool Keyboard::MoreAfter(std::size_t shown) const {
  return first_shown_ + shown < Candidates().size() || offer_.more;
}

void Keyboard::PageOn(std::size_t shown) {
  Changed();
  if (first_shown_ + shown < Candidates().size()) {
    first_shown_ += shown;
  } else if (offer_.more) {
    TurnPage(1);
  }
}

void Keyboard::PageBack() {
  Changed();
  if (first_shown_ > 0) {
    first_shown_ = 0;
  } else if (offer_.earlier) {
    TurnPage(-1);
  }
}

void Keyboard::TurnPage(int by) {
  PhraseSession* session = Session();
  if (session == nullptr) return;
  session->Page(by);
  Refresh();
}

void Keyboard::Choose(TextDraft& draft, std::size_t index) {
  Changed();
  if (index >= Candidates().size()) return;
  const std::string candidate = Candidates()[index];
  if (!Fits(draft, candidate)) return Refuse();
  if (mode_ == WritingMode::kInk) {
    Put(draft, candidate);
    return ClearInk();
  }
  PhraseSession* session = Session();
  if (session == nullptr) return;
  std::string certain = session->Choose(index);
  Put(draft, certain);
  Wipe(certain);
  Refresh();
}

void Keyboard::TakeFirst(TextDraft& draft) {
  for (int i = 0; i < kMostChoices && Unfinished() && !Candidates().empty() && !refused_; ++i) {
    Choose(draft, 0);
  }
}

bool Keyboard::Put(TextDraft& draft, std::string_view text) {
  if (!draft.Insert(text)) refused_ = true;
  return !refused_;
}

void Keyboard::BeginStroke(int x, int y) {
  Changed();
  drawing_ = ink_.size() < kMaxInkStrokes;
  if (drawing_) ink_.push_back({OnPad(x, y)});
}

void Keyboard::ExtendStroke(int x, int y) {
  if (!drawing_) return;
  InkStroke& stroke = ink_.back();
  const InkPoint point = OnPad(x, y);
  const int dx = point.x - stroke.back().x, dy = point.y - stroke.back().y;
  if (dx * dx + dy * dy < kInkStep * kInkStep || stroke.size() >= kMaxInkPoints) return;
  stroke.push_back(point);
}

void Keyboard::EndStroke() {
  if (!drawing_) return;
  drawing_ = false;
  Recognise();
}

void Keyboard::UndoStroke() {
  Changed();
  drawing_ = false;
  if (ink_.size() <= 1) return ClearInk();
  ink_.pop_back();
  Recognise();
}

void Keyboard::ClearInk() {
  drawing_ = false;
  ++question_;
  for (InkStroke& stroke : ink_) std::fill(stroke.begin(), stroke.end(), InkPoint{});
  ink_.clear();
  Wipe(ink_candidates_);
}

void Keyboard::Recognise() {
  const int asked = ++question_;
  if (!Works(WritingMode::kInk)) return;
  ways_.ink->Recognise(ink_, visit_.Guard<std::vector<std::string>>(
                                 [this, asked](std::vector<std::string> candidates) {
                                   if (asked != question_) return;
                                   Wipe(ink_candidates_);
                                   ink_candidates_ = std::move(candidates);
                                 }));
}

void Keyboard::Abandon() {
  Changed();
  ClearInk();
  session_.reset();
  Wipe(offer_);
}

bool Keyboard::MayLeave() {
  // What an engine has left behind cannot be finished any more.
  if (!Works(mode_)) Abandon();
  asks_to_finish_ = Unfinished();
  return !asks_to_finish_;
}

void Keyboard::Refuse() { refused_ = true; }

}  // namespace studio

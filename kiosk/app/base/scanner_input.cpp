#include "app/base/scanner_input.h"

#include <utility>

namespace studio {
namespace {

constexpr int kRepeated = 4;  // the same letter so often is a key held down

bool EndsCode(Key key) { return key == Key::kEnter || key == Key::kTab; }

// LF, CR, TAB and ETX, of scanners whose characters come as text.
bool EndsCode(char letter) {
  return letter == '\n' || letter == '\r' || letter == '\t' || letter == '\3';
}

}  // namespace

ScannerInput::~ScannerInput() { Forget(); }

void ScannerInput::Forget() {
  WipeText(held_);
  keys_ = 0;
  start_ = CodeStart::Is::kNo;
  waited_ = false;
}

void ScannerInput::Take(std::vector<InputEvent> events, std::int64_t now_ms,
                        std::vector<InputEvent>& on) {
  bool typed = false;
  for (InputEvent& event : events) {
    switch (event.kind) {
      case InputEvent::Kind::kText:
        typed = true;
        TakeText(event.text, event.again, now_ms, on);
        WipeText(event.text);
        break;
      case InputEvent::Kind::kKey:
        TakeKey(event, now_ms, on);
        break;
      case InputEvent::Kind::kDown:
        if (start_ != CodeStart::Is::kYes) Release(on);
        on.push_back(std::move(event));
        break;
      default:
        on.push_back(std::move(event));
    }
  }
  if (typed) {
    waited_ = false;
    if (start_ == CodeStart::Is::kNo && (OneLetter() || (keys_ > 2 && !Fast(0)))) Release(on);
  } else if (!held_.empty() && now_ms - last_ms_ > PauseMs()) {
    if (std::exchange(waited_, true)) OnPause(now_ms, on);
  }
}

void ScannerInput::TakeText(const std::string& text, bool again, std::int64_t now_ms,
                            std::vector<InputEvent>& on) {
  bool first = true;
  for (std::size_t at = 0, size = 0; at < text.size(); at += size) {
    const char key = PlainKey(std::string_view(text).substr(at), size);
    const std::string_view letter = std::string_view(text).substr(at, size);
    if (start_ == CodeStart::Is::kYes && EndsCode(key)) {
      End(now_ms + kSecondEndMs);
      continue;
    }
    if (held_.empty() && EndsCode(key) && now_ms <= no_end_until_ms_) continue;
    if (held_.empty()) {
      held_.reserve(kMost);  // grown, it would leave copies behind
      began_ms_ = now_ms;
      again_ = again;
    }
    again_ &= again;
    last_ms_ = now_ms;
    if (std::exchange(first, false)) ++keys_;
    if (held_.size() + size > kMost) {
      if (start_ == CodeStart::Is::kYes) continue;  // too long for any: read as cut
      Release(on);
    }
    held_ += letter;
    if (start_ == CodeStart::Is::kYes) continue;
    if (key == 0) {  // no key of a code, so what came before it was none
      Release(on);
      continue;
    }
    Weigh(on);
  }
}

// After each character: is it the beginning of one that is known?
void ScannerInput::Weigh(std::vector<InputEvent>& on) {
  const CodeStart start = StartIn(held_);
  start_ = start.is;
  if (start_ != CodeStart::Is::kYes || start.before == 0) return;
  InputEvent event;
  event.kind = InputEvent::Kind::kText;
  event.text = held_.substr(0, start.before);
  on.push_back(std::move(event));
  held_.erase(0, start.before);
}

void ScannerInput::TakeKey(const InputEvent& event, std::int64_t now_ms,
                           std::vector<InputEvent>& on) {
  if (EndsCode(event.key)) {
    if (start_ == CodeStart::Is::kYes) return End(now_ms + kSecondEndMs);
    const bool at_once = now_ms - began_ms_ <= kMeanMs * (keys_ + 1);
    if (held_.size() >= kFewest && at_once) return End(now_ms + kSecondEndMs);
    if (held_.empty() && now_ms <= no_end_until_ms_) {
      no_end_until_ms_ = -1;
      return;
    }
  }
  if (start_ != CodeStart::Is::kYes) Release(on);
  on.push_back(event);
}

void ScannerInput::OnPause(std::int64_t now_ms, std::vector<InputEvent>& on) {
  const bool known = start_ == CodeStart::Is::kYes || LooksCutOff(held_);
  if (known || (keys_ >= kFewestUnended && Fast(0))) return End(now_ms + kLateEndMs);
  Release(on);
}

bool ScannerInput::Fast(int keys_more) const {
  return last_ms_ - began_ms_ <= kMeanMs * (keys_ + keys_more);
}

bool ScannerInput::OneLetter() const {
  return held_.size() >= kRepeated && held_.find_first_not_of(held_.front()) == held_.npos;
}

std::int64_t ScannerInput::PauseMs() const {
  return start_ == CodeStart::Is::kYes     ? kCodePauseMs
         : start_ == CodeStart::Is::kMaybe ? kStartPauseMs
                                           : kFastMs;
}

std::int64_t ScannerInput::NextCallAt() const {
  if (!codes_.empty()) return last_ms_;
  if (held_.empty()) return -1;
  return waited_ ? last_ms_ : last_ms_ + PauseMs() + 1;
}

void ScannerInput::End(std::int64_t no_end_until_ms) {
  codes_.push_back(ReadScanned(held_));
  no_end_until_ms_ = no_end_until_ms;
  Forget();
}

void ScannerInput::Release(std::vector<InputEvent>& on) {
  if (held_.empty()) return;
  InputEvent event;
  event.kind = InputEvent::Kind::kText;
  event.text = held_;
  event.again = again_;
  on.push_back(std::move(event));
  Forget();
}

std::optional<ScannedCode> ScannerInput::Code() {
  if (codes_.empty()) return std::nullopt;
  std::optional<ScannedCode> code(std::move(codes_.front()));
  codes_.pop_front();
  return code;
}

}  // namespace studio

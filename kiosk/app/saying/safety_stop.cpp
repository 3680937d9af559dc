#include "app/saying/safety_stop.h"

#include "shared/safety/safety_check.h"

namespace studio {

bool SafetyStop::Stops(std::string_view words, const Safety& safety) {
  if (words != looked_at_) {
    looked_at_ = words;
    danger_words_ = DangerWordsIn(words, safety);
    const Safety::NotOurs* matter = NotOursIn(words, safety);
    not_ours_ = matter ? std::optional(*matter) : std::nullopt;
    asks_danger_ = !danger_words_.empty();
    asks_not_ours_ = not_ours_.has_value();
  }
  if (danger_) return false;
  if (asks_danger_) {
    page_ = StopPage::kDanger;
  } else if (asks_not_ours_) {
    page_ = StopPage::kNotOurs;
  }
  return page_ != StopPage::kNone;
}

void SafetyStop::ReportDanger() { page_ = StopPage::kDanger; }

void SafetyStop::NoDanger() {
  page_ = StopPage::kNone;
  asks_danger_ = danger_ = false;
  danger_words_.clear();
}

void SafetyStop::GoOnInDanger() {
  page_ = StopPage::kNone;
  danger_ = true;
}

void SafetyStop::NotThat() {
  page_ = StopPage::kNone;
  asks_not_ours_ = false;
}

void SafetyStop::Back() { page_ = StopPage::kNone; }

}  // namespace studio

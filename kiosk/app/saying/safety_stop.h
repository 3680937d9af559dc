// What stands in the way of words that somebody wants to go on with, for a good reason: danger now,
// or a matter that belongs elsewhere by law. One for everything that people write: each flow has
// one, asks it before its words are left by going on, and again before they are put on record, and
// the pages of ui/screens/parts/stop_pages do the rest. Nothing written is changed. Main thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/safety/safety_list.h"

namespace studio {

enum class StopPage { kNone, kDanger, kNotOurs };

class SafetyStop {
 public:
  StopPage page() const { return page_; }
  // True: page() is to be seen before these words are left. Words that were answered for are not
  // asked about again; danger is asked about first.
  bool Stops(std::string_view words, const Safety& safety);
  void ReportDanger();  // from a button

  void NoDanger();      // back to where one was
  void GoOnInDanger();  // what is being written is urgent; nothing more is asked
  void NotThat();       // it was something else after all
  void Back();          // from kNotOurs, unanswered

  bool danger() const { return danger_; }
  // What made the terminal ask; none where it was answered that there is no danger.
  const std::vector<std::string>& danger_words() const { return danger_words_; }
  const std::optional<Safety::NotOurs>& not_ours() const { return not_ours_; }

 private:
  StopPage page_ = StopPage::kNone;
  std::string looked_at_;
  bool asks_danger_ = false, asks_not_ours_ = false;
  bool danger_ = false;
  std::vector<std::string> danger_words_;
  std::optional<Safety::NotOurs> not_ours_;
};

}  // namespace studio

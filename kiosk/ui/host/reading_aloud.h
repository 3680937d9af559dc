// Reads pages aloud for one visit: the page on top from its beginning, then each that follows by
// itself, with a mark around what sounds. Any touch stops it for that page. Main thread.
#pragma once

#include <cstdint>
#include <vector>

#include "app/saying/ways_of_saying.h"
#include "ui/kit/frame.h"
#include "ui/press/spoken_blocks.h"

namespace studio {

class ReadingAloud {
 public:
  static constexpr std::int64_t kSettleMs = 500;  // that a page stands before it is read

  explicit ReadingAloud(const WaysOfSaying& ways) : ways_(ways) {}

  bool Available() const { return ways_.speaker != nullptr && ways_.speaker->Present(); }
  bool On() const { return on_; }
  bool Speaking() const { return speaking_; }
  // Its button: begins, again where nothing sounds, and ends what sounded when the finger came
  // down.
  void Pressed();
  void Hush();  // this page is not read, or not any more
  void End();   // the visit is over

  // Before a page is drawn: a finger or a key has come.
  void TakeTouch(const Frame& frame);
  // After it. `may`: false while somebody is recorded or listens to a recording.
  void Follow(Frame& frame, bool may);

 private:
  void SayNext();

  const WaysOfSaying& ways_;
  bool on_ = false, speaking_ = false;
  bool cut_ = false;             // it sounded when the finger came down that is on the glass
  std::uint64_t page_ = 0;       // the one that is read, or was, as ShownTargets::Page
  std::int64_t begins_ms_ = -1;  // monotonic; -1: it has begun
  std::vector<SpokenBlock> blocks_;
  std::size_t block_ = 0, sentence_ = 0;  // what sounds
};

}  // namespace studio

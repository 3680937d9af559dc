// What can be read and touched on the frame last drawn, for scripts and tests. Every text drawn
// and every widget registers itself. A text is registered whole, however it was wrapped or cut.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/rect.h"

namespace studio {

struct VisibleText {
  std::string text;
  Rect rect;
  bool cut = false;  // it was too long for its place and ends in "…"
  Rect seen{};       // the part of `rect` inside the clip
  bool struck = false;
};

// How a target takes taps in quick succession (see shown_targets.h).
enum class Taps {
  kOnce,     // what it brings is new, and so is it
  kAgain,    // may be tapped again at once: turning pages, counting up
  kWriting,  // a key: it changes what is written and nothing else
  kOffered,  // a candidate: likewise, and with every key another one may stand in its place
};

// Where a target leads.
enum class Leads {
  kAnywhere,
  kOn,   // the button of its page that goes on
  kEnd,  // something is filed, or somebody is done: never where the page before had its kOn
};

struct Tappable {
  std::string label;
  Rect rect;  // the visible part of what can be touched
  bool enabled = true;
  std::uint32_t id = 0;  // of the whole label on its page, never twice on one
  Taps taps = Taps::kOnce;
  Leads leads = Leads::kAnywhere;
  bool text = false;                // a text that keys are typed into
  std::int64_t counts_from_ms = 0;  // monotonic: a finger that comes down earlier presses nothing
};

class ScreenText {
 public:
  void Clear();
  // Registers what lies at least partly inside `clip`.
  void AddText(std::string_view text, const Rect& rect, const Rect& clip, bool cut = false,
               bool struck = false);
  void AddTappable(std::string_view label, const Rect& rect, bool enabled, const Rect& clip);
  // `target.rect` is the visible part.
  void AddTappable(Tappable target);

  // What stands there is not read aloud: a secret, or nothing to be told.
  void Quiet(const Rect& place) { quiet_.push_back(place); }

  const std::vector<VisibleText>& Texts() const { return texts_; }
  const std::vector<Rect>& QuietPlaces() const { return quiet_; }
  const std::vector<Tappable>& Tappables() const { return tappables_; }
  std::vector<Tappable>& Tappables() { return tappables_; }

  // The ring of who goes by keys (press/key_ring.h).
  struct Ring {
    std::uint32_t id = 0;             // of the target it stands around
    Rect target{};                    // empty: it waits to stand somewhere
    Rect drawn{}, free{};             // its outer edge, and what it leaves free within
    std::int64_t moves_at_ms = -1;    // monotonic, of its own accord; -1: by keys
    std::int64_t counts_from_ms = 0;  // a key that comes earlier presses nothing
  };
  void SetRing(const Ring& ring) { ring_ = ring; }
  const std::optional<Ring>& TheRing() const { return ring_; }  // none: nobody goes by keys
  // True where some text on the screen contains it.
  bool Shows(std::string_view part) const;
  // One text a line, from top to bottom, as a person would read it.
  std::string Print() const;

 private:
  std::vector<VisibleText> texts_;
  std::vector<Tappable> tappables_;
  std::vector<Rect> quiet_;
  std::optional<Ring> ring_;
};

}  // namespace studio

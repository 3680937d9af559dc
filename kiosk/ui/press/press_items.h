// What is pressed, as items of Dear ImGui: one window as large as the drawing, in which every
// target is an item with an id of its own. The only file that uses ImGui's inside
// (imgui_internal.h), the same in 1.86 and 1.90. Texts, pixels and who may press when are not
// ImGui's. Main thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/kit/rect.h"

struct ImDrawList;

namespace studio {

class Touch;

// Tells ImGui where the finger is; call before its frame begins.
void GiveFinger(const Touch& touch);

// The window of a frame, between ImGui's NewFrame and Render.
class PressWindow {
 public:
  PressWindow(const Rect& area, const Touch& touch);
  ~PressWindow();
  PressWindow(const PressWindow&) = delete;
  PressWindow& operator=(const PressWindow&) = delete;

  ImDrawList& List();
};

// While it lives, items are those of that page: the same label on another one is another item.
class PageItems {
 public:
  explicit PageItems(std::string_view tag);
  ~PageItems();
  PageItems(const PageItems&) = delete;
  PageItems& operator=(const PageItems&) = delete;
};

// Of the whole label on this page; of what follows "###" alone where there is such. Never 0.
std::uint32_t PressId(std::string_view label);

struct PressItem {
  bool held = false;    // the finger came down on it, or left the glass in this frame
  bool down = false;    // likewise, and is no more than `forgive` off it
  bool tapped = false;  // it left the glass there
};
// `takes`: a finger that comes down in this frame presses it. Two items of a page that share an id
// take each other's finger.
PressItem AddPressItem(std::uint32_t id, const Rect& target, float forgive, bool takes);

// The finger presses nothing any more until it comes down again.
void LetGoOfItems();

}  // namespace studio

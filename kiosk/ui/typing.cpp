#include "ui/typing.h"

namespace studio {

bool ApplyTyping(const Frame& frame, TextDraft& draft, bool multi_line) {
  if (!frame.typed.empty()) draft.Insert(frame.typed);
  for (const Key key : frame.keys) {
    switch (key) {
      case Key::kBackspace:
        draft.DeleteBefore();
        break;
      case Key::kLeft:
        draft.MoveLeft();
        break;
      case Key::kRight:
        draft.MoveRight();
        break;
      case Key::kEnter:
        if (multi_line) draft.Insert("\n");
        break;
      default:
        break;
    }
  }
  return !frame.typed.empty() || !frame.keys.empty();
}

}  // namespace studio

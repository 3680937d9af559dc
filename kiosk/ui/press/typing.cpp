#include "ui/press/typing.h"

namespace studio {
namespace {

bool Apply(const Frame& frame, TextDraft& draft, Keyboard* keyboard, bool multi_line) {
  // Between the syllables that were pressed on the screen: xi'an.
  const bool parts = keyboard && frame.typed == "'" && keyboard->mode() == WritingMode::kPinyin &&
                     !keyboard->typed().empty();
  if (parts) {
    keyboard->Press('\'');
  } else if (!frame.typed.empty() && !draft.Insert(frame.typed) && keyboard) {
    keyboard->Refuse();
  }
  for (const Key key : frame.keys) {
    switch (key) {
      case Key::kBackspace:
        if (keyboard) {
          keyboard->Delete(draft);
        } else {
          draft.DeleteBefore();
        }
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

}  // namespace

bool ApplyTyping(const Frame& frame, TextDraft& draft, bool multi_line) {
  return Apply(frame, draft, nullptr, multi_line);
}

bool ApplyTyping(const Frame& frame, TextDraft& draft, Keyboard& keyboard, bool multi_line) {
  return Apply(frame, draft, &keyboard, multi_line);
}

}  // namespace studio

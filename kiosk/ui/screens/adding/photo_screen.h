// 拍张照片: what the camera sees, one round button, then the picture to use or to take again. Lies
// over the page that asked for it and goes back there; nothing of that page is lost.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "app/base/visit.h"
#include "app/saying/camera.h"
#include "shared/bodies/readers.h"
#include "ui/host/screen.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class PhotoScreen : public Screen {
 public:
  // `use` is given the picture that was chosen, then the page below is on top again.
  // `for_what`: who will see it.
  PhotoScreen(ScreenParts parts, SenderChoice for_what, std::function<void(Photo)> use)
      : parts_(parts), for_what_(for_what), use_(std::move(use)) {}
  ~PhotoScreen() override;

  std::string_view Tag() const override { return "photo"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }

 private:
  enum class State { kLooking, kTaking, kTaken };
  struct Places {
    Rect picture, words;  // upright, the picture's is cut from that of the words
    std::vector<Rect> buttons;
  };

  void Watch(const Rect& room);
  void Unwatch();
  void Take();
  void OnTaken(Result<Photo> photo);
  void DrawLive(Frame& frame, Rect area);
  void DrawTaken(Frame& frame, Rect area);
  void DrawSeen(Frame& frame, const Rect& sheet);
  void DrawTrouble(Frame& frame, Rect& area, std::string_view words) const;
  Places PlacesIn(const Frame& frame, Rect area, int buttons) const;
  std::string_view Trouble() const;
  bool NoRoom() const;  // on the disk, for another picture

  ScreenParts parts_;
  SenderChoice for_what_;
  std::function<void(Photo)> use_;
  State state_ = State::kLooking;
  bool watching_ = false;
  PicturePtr seen_;
  std::optional<MediaTrouble> trouble_;
  std::optional<ErrorKind> failed_;  // why the last picture was not taken
  Photo taken_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio

// The camera, for photos and for codes held in front of it. Implemented by kiosk/media; every
// completion runs on the main thread. Opened lazily, closed when nobody watches.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/saying/attachment.h"
#include "app/saying/voice_recorder.h"

namespace studio {

// A picture as drawn: width × height pixels of 4 bytes R G B A, rows without gaps.
struct ColourPicture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
};
using PicturePtr = std::shared_ptr<const ColourPicture>;

struct Photo {
  AttachmentPtr file;  // JPEG of at most 500 KB, without metadata
  PicturePtr small;    // to show on the page, memory only
};

class Camera {
 public:
  struct Listener {
    // The room that pictures are drawn in, in pixels: each is scaled to fit it.
    int width = 1280, height = 720;
    std::function<void(PicturePtr)> on_frame;  // newest only, at most 1280 × 720
    // kLost when it stops while watched; nullopt when it is back.
    std::function<void(std::optional<MediaTrouble>)> on_trouble;
    // Set by whoever looks for QR codes; nothing is decoded for others. What the codes in the
    // newest frame say (UTF-8, each once), again and again while they are held there.
    std::function<void(std::vector<std::string>)> on_codes{};
    // With on_codes: it has become too dark to read codes, or light again.
    std::function<void(bool)> on_dark{};
  };

  virtual ~Camera() = default;
  virtual bool Present() const = 0;
  virtual void Watch(Listener listener) = 0;
  virtual void Unwatch() = 0;
  // The newest frame as a photo. An error's kind is told as trouble: kUnavailable, kStorage.
  virtual void TakePhoto(std::function<void(Result<Photo>)> done) = 0;
};

}  // namespace studio

// Photos that were kept on this terminal, to be looked at again. Implemented by kiosk/terminal.
#pragma once

#include <functional>

#include "app/saying/camera.h"
#include "shared/base/result.h"

namespace studio {

class KeptPhotos {
 public:
  virtual ~KeptPhotos() = default;
  // Main thread, and so is `done`; the picture is held by whoever is given it and nobody else.
  // kNotFound: its file does not lie here any more. Else it is damaged, or cannot be read.
  virtual void Open(const AttachmentRef& ref, std::function<void(Result<PicturePtr>)> done) = 0;
};

}  // namespace studio

// Pictures that the county published: of members, notices, topics. Main thread.
#pragma once

#include <string>

#include "app/saying/camera.h"

namespace studio {

class PublicPictures {
 public:
  virtual ~PublicPictures() = default;
  // Null while it is being read, and where there is none; a frame is asked for once it is there.
  // The few shown last are kept.
  virtual PicturePtr Get(const std::string& id) = 0;
};

}  // namespace studio

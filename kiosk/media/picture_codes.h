// The codes in one picture file, read as the camera would read them if it were held up.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace studio {

// What each says, UTF-8, in no order, each once; empty: there is none. A JPEG or PNG, or the first
// frame of a video. Waits for it, 20 s at most. kNotFound: no such file. kMalformed: no picture
// that can be read, or one of more than 32 million pixels. kUnsupported: GStreamer has not what it
// takes.
Result<std::vector<std::string>> CodesInPicture(const std::filesystem::path& file);

}  // namespace studio

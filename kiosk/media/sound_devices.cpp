#include "media/sound_devices.h"

#include <filesystem>
#include <string>

namespace studio {

bool HasSoundDevice(SoundWay way) {
  const char ending = way == SoundWay::kIn ? 'c' : 'p';
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/dev/snd", error)) {
    const std::string name = entry.path().filename();
    if (name.starts_with("pcm") && name.back() == ending) return true;
  }
  return false;
}

}  // namespace studio

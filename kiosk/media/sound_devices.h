// What the machine has to record by, and to be heard by.
#pragma once

namespace studio {

enum class SoundWay { kIn, kOut };

// Something that ALSA can use that way: /dev/snd/pcmC0D0c, /dev/snd/pcmC0D0p. Any thread.
bool HasSoundDevice(SoundWay way);

}  // namespace studio

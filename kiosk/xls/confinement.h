// What a process gives up before it looks at a stranger's file.
#pragma once

namespace studio {

// From now on it can write to standard output, take memory (256 MiB of addresses in all) and end:
// whatever else it asks of the system ends it, and so do ten seconds of a processor. Nothing takes
// that back, and no core is left behind. False: the system would not have it; then nothing of the
// file may be looked at. For a process of one thread.
bool Confine();

}  // namespace studio

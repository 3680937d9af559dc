// What some work would write, wherever that is: files and folders that it makes, opens for writing,
// renames or takes away, sockets that it opens, and what it prints. Nothing of it is kept from it.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace studio {

// On a thread of its own, which the kernel (seccomp) lets do none of that before it was noted.
// "openat /tmp/log", "write 2": the call and its path, or the number of what it writes to. Threads
// that `work` starts are watched until it ends. Throws where the kernel does not tell.
std::vector<std::string> WritesOf(const std::function<void()>& work);

}  // namespace studio

#include "server/faults/fault_line.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>

namespace county {

FaultLine& FaultLine::Mine() {
  thread_local FaultLine line;
  return line;
}

void FaultLine::Close() { shutdown(socket_, SHUT_RDWR); }

void FaultLine::Reset() {
  // SO_LINGER 0 alone would come too late: the library shuts down, which says FIN, before it
  // closes. Dissolving the association says RST at once and leaves the descriptor to the library.
  const linger none{1, 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &none, sizeof none);
  sockaddr nobody{};
  nobody.sa_family = AF_UNSPEC;
  connect(socket_, &nobody, sizeof nobody);
}

bool FaultLine::WaitForEnd(std::chrono::milliseconds at_most, const std::atomic<bool>& stopping) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::milliseconds kLook{100};  // for `stopping`
  const auto until = Clock::now() + at_most;
  for (auto left = at_most; left.count() > 0;
       left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now())) {
    pollfd watched{socket_, POLLRDHUP, 0};
    if (poll(&watched, 1, static_cast<int>(std::min(left, kLook).count())) != 0) return true;
    if (stopping) return true;
  }
  return false;
}

}  // namespace county

// The connection that this thread is serving, below HTTP: how a fault gets at the wire. The
// library serves one connection on one thread from the handshake to its end.
#pragma once

#include <atomic>
#include <chrono>

namespace county {

class FaultLine {
 public:
  // Of this thread, from its handshake on.
  static FaultLine& Mine();

  void Begin(int socket) { socket_ = socket; }
  void Close();  // in order: what was sent still arrives
  void Reset();  // RST
  // True when the other side has gone or `stopping` is set, false when the time is up.
  bool WaitForEnd(std::chrono::milliseconds at_most, const std::atomic<bool>& stopping);

 private:
  int socket_ = -1;
};

}  // namespace county

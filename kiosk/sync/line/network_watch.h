// Tells when the machine gets a network address (rtnetlink), so that what waits is sent as soon
// as the line is back and not when a wait happens to end.
#pragma once

namespace studio {

class NetworkWatch {
 public:
  NetworkWatch();
  ~NetworkWatch();
  NetworkWatch(const NetworkWatch&) = delete;
  NetworkWatch& operator=(const NetworkWatch&) = delete;

  int fd() const { return fd_; }  // to be polled for reading; -1 where the kernel gives none
  // Reads what came, without waiting. True where an address was added.
  bool CameUp();

 private:
  int fd_ = -1;
};

}  // namespace studio

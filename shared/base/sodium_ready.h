// libsodium, initialised. For .cpp files of this folder: whoever calls sodium_* asks first.
#pragma once

#include <sodium.h>

#include <cstdlib>

namespace studio {

// Thread safe. Aborts where the system has no randomness to give: nothing here works without.
inline void RequireSodium() {
  static const bool kReady = sodium_init() >= 0;
  if (!kReady) std::abort();
}

// Wipes what it watches over when the scope ends, however it ends.
class WipeOnExit {
 public:
  template <class Container>
  explicit WipeOnExit(Container& secret) : data_(secret.data()), size_(secret.size()) {}
  WipeOnExit(const WipeOnExit&) = delete;
  WipeOnExit& operator=(const WipeOnExit&) = delete;
  ~WipeOnExit() { sodium_memzero(data_, size_); }

 private:
  void* data_;
  std::size_t size_;
};

}  // namespace studio

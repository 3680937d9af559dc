// Who has opened the studio's key with card and PIN, for as long as they stay with what it opened.
#pragma once

#include <memory>
#include <string>

#include "shared/base/keys.h"

namespace studio {

struct KeySession {
  std::string member;                            // id
  std::shared_ptr<const BoxKeyPair> studio_key;  // wiped when the last holder lets go
  std::string token{};                           // of the card, without its secret: may be sent
};

}  // namespace studio

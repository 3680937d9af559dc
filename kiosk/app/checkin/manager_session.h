// Who has opened the studio's management with badge and PIN, for as long as they stay there.
#pragma once

#include <memory>
#include <string>

#include "shared/base/keys.h"

namespace studio {

struct ManagerSession {
  std::string member;                            // id
  std::shared_ptr<const BoxKeyPair> studio_key;  // wiped when the last holder lets go
};

}  // namespace studio

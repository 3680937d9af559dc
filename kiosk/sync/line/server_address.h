// Where the county is: https://HOST[:PORT], nothing more. What is sent and what is signed name the
// host in the same way, so it is taken apart once, here.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace studio {

class ServerAddress {
 public:
  // kInvalid with a sentence for the command line: not https, a path, a user name, no host.
  static Result<ServerAddress> Parse(const std::string& url);

  const std::string& origin() const { return origin_; }        // "https://host:8443"
  const std::string& authority() const { return authority_; }  // as in Host; no port where 443

 private:
  std::string origin_;
  std::string authority_;
};

}  // namespace studio

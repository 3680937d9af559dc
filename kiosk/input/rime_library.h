// librime, started once for the process over a folder of compiled data. It knows no user, learns
// nothing, writes no file and no log. Main thread.
#pragma once

#include <rime_api.h>

#include <filesystem>
#include <memory>

namespace studio {

class RimeLibrary {
 public:
  // Only one may live at a time.
  explicit RimeLibrary(const std::filesystem::path& data);
  RimeLibrary(const RimeLibrary&) = delete;
  RimeLibrary& operator=(const RimeLibrary&) = delete;
  ~RimeLibrary();

  const RimeApi& api() const { return *api_; }

 private:
  RimeApi* api_;
};

}  // namespace studio

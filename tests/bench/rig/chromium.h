// The browser that the terminal is held against, showing home_page.html in 1080x1920 without a
// graphics card.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "page_server.h"
#include "process.h"

namespace studio::bench {

class Chromium {
 public:
  static std::string Find();  // empty where it is not installed
  static std::string Version(const std::string& program);

  // profile: its folder, kept between runs, so that only the first begins from nothing.
  Chromium(std::string program, const std::filesystem::path& profile);

  // Starts it without a window; `display`, where given, in kiosk mode on that display instead.
  std::unique_ptr<Process> Start(const std::string& display = {});
  PageServer& page() { return page_; }

 private:
  std::string program_;
  std::filesystem::path profile_;
  PageServer page_;
};

}  // namespace studio::bench

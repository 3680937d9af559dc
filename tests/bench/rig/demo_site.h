// The real programs at work: a demo county being served and a terminal enrolled with it, in a
// scratch folder that goes away with it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "bench_county.h"

namespace studio::bench {

class DemoSite {
 public:
  // Throws std::runtime_error. After it the terminal has received the feed once.
  DemoSite();
  ~DemoSite();

  // The terminal without a window, driven by the script.
  std::vector<std::string> Headless(const std::string& script);
  // The terminal in a window of that many pixels.
  std::vector<std::string> InWindow(const std::string& size) const;
  const std::filesystem::path& folder() const { return folder_; }
  BenchCounty& county() { return *county_; }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<BenchCounty> county_;
};

}  // namespace studio::bench

#include "demo_site.h"

#include <fstream>
#include <stdexcept>

namespace studio::bench {
namespace {

using namespace std::chrono_literals;

}  // namespace

DemoSite::DemoSite() : folder_(std::filesystem::path(STUDIO_BINARY_DIR) / "studio-bench-site") {
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directories(folder_);
  county_ = std::make_unique<BenchCounty>(folder_ / "county");
  county_->Serve();
  county_->Enrol(folder_ / "terminal");
  Process first(Headless("wait-for 已连接 60\nwait-for 08:30 – 11:30 60\n"));
  if (first.Wait(120s) != 0) throw std::runtime_error("the terminal does not receive the feed");
}

DemoSite::~DemoSite() {
  county_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::vector<std::string> DemoSite::Headless(const std::string& script) {
  const std::filesystem::path file = folder_ / "script";
  std::ofstream(file) << script;
  return {ProgramPath("studio-kiosk"),
          "--data",
          folder_ / "terminal",
          "--headless",
          "1080x1920",
          "--script",
          file,
          "--shots",
          folder_ / "shots"};
}

std::vector<std::string> DemoSite::InWindow(const std::string& size) const {
  return {ProgramPath("studio-kiosk"), "--data", folder_ / "terminal", "--size", size};
}

}  // namespace studio::bench

#include "demo_site.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace studio::bench {
namespace {

using namespace std::chrono_literals;

const std::string kKiosk = std::string(STUDIO_BINARY_DIR) + "/studio-kiosk";
const std::string kCounty = std::string(STUDIO_BINARY_DIR) + "/county-stub";
constexpr const char* kListening = "listening on ";

}  // namespace

DemoSite::DemoSite() : folder_(std::filesystem::path(STUDIO_BINARY_DIR) / "studio-bench-site") {
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directories(folder_);
  const std::string county = folder_ / "county";
  std::istringstream line(Run({kCounty, "init", "--data", county, "--demo", "tieli"}));
  std::string word, studio;
  while (line >> word && word != "studio") {
  }
  line >> studio;
  county_ = std::make_unique<Process>(
      std::vector<std::string>{kCounty, "serve", "--data", county, "--listen", "127.0.0.1:0"});
  if (!county_->WaitForOutput(kListening, 30s) || !county_->WaitForOutput("\n", 5s)) {
    throw std::runtime_error("the county does not serve");
  }
  std::istringstream said(county_->out());
  std::string address;
  said >> word >> word >> address;
  std::istringstream code_line(Run({kCounty, "enrol-code", "--data", county, "--studio", studio}));
  std::string code;
  code_line >> code;
  Run({kKiosk, "enrol", "--data", folder_ / "terminal", "--server", "https://" + address, "--ca",
       folder_ / "county" / "ca.pem", "--code", code});
  Run(Headless("wait-for 已连接 60\nwait-for 08:30 – 11:30 60\n"));
}

DemoSite::~DemoSite() {
  county_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::vector<std::string> DemoSite::Headless(const std::string& script) {
  const std::filesystem::path file = folder_ / "script";
  std::ofstream(file) << script;
  return {kKiosk, "--data",  folder_ / "terminal", "--headless", "1080x1920", "--script",
          file,   "--shots", folder_ / "shots"};
}

std::vector<std::string> DemoSite::InWindow(const std::string& size) const {
  return {kKiosk, "--data", folder_ / "terminal", "--size", size};
}

std::string DemoSite::Run(std::vector<std::string> command) const {
  const std::string name = command[0] + " " + command[1];
  Process process(std::move(command));
  if (process.Wait(120s) != 0) throw std::runtime_error(name + " failed");
  return process.out();
}

}  // namespace studio::bench

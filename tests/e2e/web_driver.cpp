#include "web_driver.h"

#include <doctest/doctest.h>
#include <httplib.h>
#include <signal.h>

#include <fstream>
#include <thread>

#include "shared/base/bytes.h"

namespace studio::e2e {

using nlohmann::json;

namespace {

constexpr const char* kDriver = "/usr/bin/chromedriver";
constexpr const char* kElement = "element-6066-11e4-a52e-4f735466cecf";  // the standard's name
constexpr int kPatienceMs = 30'000;

void WaitForEnd(int pid) {
  const auto until = std::chrono::steady_clock::now() + 20s;
  while (kill(pid, 0) == 0 && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(20ms);
  }
  if (kill(pid, 0) == 0) kill(pid, SIGKILL);
}

json Capabilities(const std::filesystem::path& profile, const BrowserShape& shape) {
  json arguments = {"--headless=new", "--no-sandbox",
                    "--disable-gpu",  "--disable-dev-shm-usage",
                    "--no-first-run", "--user-data-dir=" + profile.string()};
  json options = {
      {"args", std::move(arguments)},
      {"mobileEmulation",
       {{"deviceMetrics", {{"width", shape.width}, {"height", shape.height}, {"pixelRatio", 2}}}}},
      {"prefs", {{"webkit.webprefs.default_font_size", int(16 * shape.text)}}}};
  return {{"capabilities",
           {{"alwaysMatch",
             {{"browserName", "chrome"},
              {"acceptInsecureCerts", true},
              {"timeouts", {{"implicit", kPatienceMs}, {"pageLoad", kPatienceMs}}},
              {"goog:chromeOptions", std::move(options)}}}}}};
}

}  // namespace

WebDriver::WebDriver() : program_(kDriver, {"--port=0"}) {
  const std::string told = "started successfully on port ";
  REQUIRE_MESSAGE(program_.WaitForOutput(told), "chromedriver does not start: ", program_.out());
  REQUIRE(program_.WaitForOutput("."));
  port_ = std::stoi(program_.out().substr(program_.out().find(told) + told.size()));
}

WebDriver::~WebDriver() {
  program_.Stop();
  program_.Wait(20s);
}

Browser::Browser(const WebDriver& driver, const std::filesystem::path& profile, BrowserShape shape)
    : port_(driver.port()) {
  std::filesystem::create_directories(profile);
  const json made = Ask("POST", "/session", Capabilities(profile, shape));
  session_ = made.at("sessionId");
  browser_pid_ = made.at("capabilities").value("goog:processID", -1);
}

Browser::~Browser() {
  httplib::Client client("127.0.0.1", port_);
  client.set_read_timeout(30);
  client.Delete(("/session/" + session_).c_str());
  if (browser_pid_ > 0) WaitForEnd(browser_pid_);
}

json Browser::Ask(const std::string& method, const std::string& path, const json& body) {
  httplib::Client client("127.0.0.1", port_);
  client.set_read_timeout(120);
  const std::string at = (session_.empty() ? "" : "/session/" + session_) + path;
  const auto answer = method == "GET" ? client.Get(at.c_str())
                                      : client.Post(at.c_str(), body.dump(), "application/json");
  REQUIRE_MESSAGE(answer, method, " ", path, ": chromedriver does not answer");
  const json told = json::parse(answer->body, nullptr, false);
  REQUIRE_MESSAGE(answer->status == 200, method, " ", path, ": ", answer->body);
  return told.at("value");
}

void Browser::Open(const std::string& address) { Ask("POST", "/url", {{"url", address}}); }

std::string Browser::Address() { return Ask("GET", "/url"); }

std::string Browser::Find(const std::string& css) {
  return Ask("POST", "/element", {{"using", "css selector"}, {"value", css}}).at(kElement);
}

void Browser::Click(const std::string& css) { Ask("POST", "/element/" + Find(css) + "/click"); }

void Browser::Type(const std::string& css, const std::string& text) {
  Ask("POST", "/element/" + Find(css) + "/value", {{"text", text}});
}

std::string Browser::Text(const std::string& css) {
  return Ask("GET", "/element/" + Find(css) + "/text");
}

void Browser::WaitForElements(int milliseconds) {
  Ask("POST", "/timeouts", {{"implicit", milliseconds}});
}

bool Browser::Has(const std::string& css) {
  WaitForElements(0);
  const json found = Ask("POST", "/elements", {{"using", "css selector"}, {"value", css}});
  WaitForElements(kPatienceMs);
  return !found.empty();
}

json Browser::Run(const std::string& javascript) {
  return Ask("POST", "/execute/sync", {{"script", javascript}, {"args", json::array()}});
}

namespace {

void Write(const std::filesystem::path& file, const std::string& base64) {
  const auto bytes = FromBase64(base64);
  REQUIRE(bytes);
  std::ofstream out(file, std::ios::binary);
  out << AsText(*bytes);
  REQUIRE(out.good());
}

}  // namespace

void Browser::Shot(const std::filesystem::path& file) { Write(file, Ask("GET", "/screenshot")); }

void Browser::ShotOfPage(const std::filesystem::path& file) {
  const json shot = Ask("POST", "/goog/cdp/execute",
                        {{"cmd", "Page.captureScreenshot"},
                         {"params", {{"captureBeyondViewport", true}, {"format", "png"}}}});
  Write(file, shot.at("data"));
}

}  // namespace studio::e2e

// A real browser without a screen: Chromium, driven through chromedriver by W3C WebDriver
// (https://www.w3.org/TR/webdriver2/). Fails the test where either is not installed.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "program.h"
#include "shared/base/json.h"

namespace studio::e2e {

// chromedriver on a port of its own. Outlives its browsers.
class WebDriver {
 public:
  WebDriver();
  ~WebDriver();
  int port() const { return port_; }

 private:
  Program program_;
  int port_ = 0;
};

struct BrowserShape {
  int width = 360, height = 740;  // CSS pixels, as on a phone
  double text = 1;                // of the usual size of type
};

// One session: a phone with nothing kept from before. What is looked for is waited for; pages are
// waited for by the driver.
class Browser {
 public:
  // profile: a folder of its own, which is made.
  Browser(const WebDriver& driver, const std::filesystem::path& profile, BrowserShape shape = {});
  Browser(const Browser&) = delete;
  Browser& operator=(const Browser&) = delete;
  ~Browser();  // the browser is gone when this returns

  void Open(const std::string& address);
  std::string Address();
  // css: a selector; fails the test where nothing fits it in time.
  void Click(const std::string& css);
  void Type(const std::string& css, const std::string& text);
  std::string Text(const std::string& css = "body");
  // Whether anything fits now, without waiting.
  bool Has(const std::string& css);
  nlohmann::json Run(const std::string& javascript);
  // PNG: what is seen, or the whole page from top to bottom.
  void Shot(const std::filesystem::path& file);
  void ShotOfPage(const std::filesystem::path& file);

 private:
  nlohmann::json Ask(const std::string& method, const std::string& path,
                     const nlohmann::json& body = nlohmann::json::object());
  std::string Find(const std::string& css);
  void WaitForElements(int milliseconds);

  int port_;
  std::string session_;
  int browser_pid_ = -1;
};

}  // namespace studio::e2e

#include "ui/host/navigator.h"

#include <doctest/doctest.h>

#include <string>

using namespace studio;

namespace {

class NavigatorPage : public Screen {
 public:
  NavigatorPage(std::string tag, std::string& diary) : tag_(std::move(tag)), diary_(diary) {}
  ~NavigatorPage() override { diary_ += " ~" + tag_; }
  std::string_view Tag() const override { return tag_; }
  void OnEnter() override { diary_ += " +" + tag_; }
  void OnLeave() override { diary_ += " -" + tag_; }
  void Draw(Frame&) override {}

 private:
  std::string tag_;
  std::string& diary_;
};

}  // namespace

TEST_CASE("navigation asked for during a frame happens after it") {
  std::string diary;
  Navigator navigator;
  navigator.SetHome(std::make_unique<NavigatorPage>("home", diary));
  CHECK_FALSE(navigator.Settle());
  navigator.Push(std::make_unique<NavigatorPage>("a", diary));
  CHECK(navigator.Top().Tag() == "home");
  CHECK(navigator.Settle());
  CHECK(navigator.Top().Tag() == "a");
  CHECK(diary == " +home -home +a");

  diary.clear();
  navigator.Replace(std::make_unique<NavigatorPage>("b", diary));
  CHECK(navigator.Settle());
  CHECK(diary == " -a +b ~a");
}

TEST_CASE("going home leaves the one on top only, and home stays") {
  std::string diary;
  Navigator navigator;
  navigator.SetHome(std::make_unique<NavigatorPage>("home", diary));
  navigator.Push(std::make_unique<NavigatorPage>("a", diary));
  navigator.Push(std::make_unique<NavigatorPage>("b", diary));
  navigator.Settle();
  diary.clear();
  navigator.GoHome();
  CHECK(navigator.Settle());
  CHECK(navigator.AtHome());
  CHECK(diary.find("-b") != std::string::npos);
  CHECK(diary.find("-a") == std::string::npos);
  navigator.Pop();
  CHECK_FALSE(navigator.Settle());
  CHECK(navigator.AtHome());
}

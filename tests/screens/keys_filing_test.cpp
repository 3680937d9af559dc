// A whole request by keyboard alone, and by one switch alone.
#include <doctest/doctest.h>

#include "pages.h"

using namespace studio;

namespace {

constexpr Showing kBothWays[] = {{}, {1920, 1080, {}}, {1080, 1920, {true, true}}};
constexpr double kStepSeconds = 1.5;

std::string Going(std::initializer_list<std::string_view> labels, std::string_view key) {
  std::string script;
  for (const std::string_view label : labels)
    script += "reach " + std::string(label) + "\nkey " + std::string(key) + "\n";
  return script;
}

// As the showing says, by keys, too.
std::string Modes(const Showing& showing, std::string_view key) {
  return (showing.theme.extra_large ? Going({"大字"}, key) : "") +
         (showing.theme.high_contrast ? Going({"高对比"}, key) : "");
}

// Nothing touched the glass: everything came by keys.
class Untouched : public ScreenRig {
 public:
  using ScreenRig::ScreenRig;
  void Drag(const std::vector<ScriptPoint>& /*points*/) override { FAIL("a touch"); }
};

}  // namespace

TEST_CASE("a request is filed by keyboard alone, from home to the receipt") {
  for (const Showing& showing : kBothWays) {
    Untouched rig(showing);
    rig.Run(Modes(showing, "Space") + Going({"我要反映", "道路桥梁", "示例村", "下一步"}, "Enter") +
            "type 村口的路灯 坏了。\n" + Going({"下一步", "不留姓名", "下一步"}, "Enter") +
            Going({"我知道了，同意", "下一步"}, "Space") + "expect 没错，登记\n");
    CHECK(rig.store.filed.empty());
    CHECK(rig.Large() == showing.theme.extra_large);
    rig.Run("reach 没错，登记\nshot keys-" + showing.Name() + "\nkey Enter\n" +
            "expect 已经记下了\n");
    REQUIRE(rig.store.filed.size() == 1);
    CHECK(rig.store.filed[0].body.words == "村口的路灯 坏了。");
    rig.Run(Going({"完成"}, "Enter"));
    CHECK(rig.shell().TopTag() == "home");
  }
}

TEST_CASE("a request is filed by one switch alone, its words by sentence, keys and candidates") {
  for (const Showing& showing : kBothWays) {
    Untouched rig(showing);
    rig.SetSwitch(kStepSeconds);
    rig.Run(Modes(showing, "Escape") +
            Going({"我要反映", "道路桥梁", "示例村", "下一步", "路灯坏了，晚上出门看不清。", "拼音",
                   "\"l\"", "\"u\"", "\"d\"", "\"e\"", "\"n\"", "\"g\""},
                  "Escape") +
            "reach \"路灯\"\nshot candidate-" + showing.Name() + "\nkey Escape\n" +
            Going({"手写"}, "Space") + "reach 手写板\nshot pad-" + showing.Name() + "\n" +
            Going({"下一步", "不留姓名", "下一步", "我知道了，同意", "下一步"}, "Enter") +
            "expect 没错，登记\n");
    CHECK(rig.store.filed.empty());
    rig.Run(Going({"没错，登记"}, "Tab") + "expect 已经记下了\n");
    REQUIRE(rig.store.filed.size() == 1);
    CHECK(rig.store.filed[0].body.words == "路灯坏了，晚上出门看不清。路灯");
    rig.Run(Going({"完成"}, "Space"));
    CHECK(rig.shell().TopTag() == "home");
  }
}

TEST_CASE("the ring goes on under the question whether somebody is there, and answers it") {
  for (const double step : {0.0, kStepSeconds}) {
    Untouched rig(Showing{});
    rig.SetSwitch(step);
    rig.Run(Going({"我要反映", "道路桥梁"}, "Enter") + "key Tab\n");
    for (int i = 0; i < 600 && !rig.Screen().Shows("还在吗"); ++i) rig.Advance(1);
    rig.Run("expect 还在吗\nadvance 20\nreach 还在，接着来\nshot still-there-ring\nkey Enter\n" +
            std::string("absent 还在吗\nadvance 20\nabsent 还在吗\n") +
            Going({"示例村", "下一步"}, "Enter"));
    CHECK(rig.Screen().Shows("路灯坏了，晚上出门看不清。"));
  }
}

TEST_CASE("the ring goes on while the receipt counts down, and keeps it") {
  for (const double step : {0.0, kStepSeconds}) {
    Untouched rig(Showing{});
    rig.printing.available = true;
    rig.SetSwitch(step);
    rig.Run(Going({"我要反映", "道路桥梁", "示例村", "下一步", "路灯坏了，晚上出门看不清。",
                   "下一步", "不留姓名", "下一步", "我知道了，同意", "下一步", "没错，登记"},
                  "Enter") +
            "expect 秒后回首页\nadvance 8\nreach 再看一会儿\nkey Enter\n");
    CHECK(rig.shell().TopTag() == "request");
    rig.Run(Going({"完成"}, "Enter"));
    CHECK(rig.shell().TopTag() == "home");
  }
}

TEST_CASE("however slow the one switch, nobody is asked before the ring has been round") {
  for (const Showing& showing : kBothWays) {
    Untouched rig(showing);
    rig.SetSwitch(10);
    rig.Run(Going({"我要反映", "道路桥梁", "示例村", "下一步", "拼音"}, "Enter"));
    // One key of the many, each time round.
    rig.Run(Going({"\"m\"", "\"l\"", "下一步"}, "Enter"));
    CHECK(rig.shell().TopTag() == "request");
  }
}

TEST_CASE("a key wakes home from its posters, and they wait while somebody goes by keys") {
  for (const double step : {0.0, kStepSeconds}) {
    Untouched rig(Showing{});
    rig.SetSwitch(step);
    rig.Advance(130);
    rig.Run("expect 点一下，说说\nkey Tab\nabsent 点一下，说说\nreach 我要反映\n");
    rig.Restart();
    rig.Advance(115);
    rig.Run("key Tab\nadvance 20\nabsent 点一下，说说\nreach 我要反映\nkey Enter\n");
    CHECK(rig.shell().TopTag() == "request");
  }
}

TEST_CASE("with one switch the ring of a visit that ended is gone from home") {
  Untouched rig(Showing{});
  rig.SetSwitch(kStepSeconds);
  rig.Run(Going({"我要反映"}, "Space"));
  for (int i = 0; i < 200 && rig.shell().TopTag() != "home"; ++i) rig.Advance(5);
  CHECK(rig.shell().TopTag() == "home");
  CHECK_FALSE(rig.Screen().TheRing());
}

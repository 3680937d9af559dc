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
    rig.Run(Going({"我要反映", "道路桥梁", "示例村", "下一步"}, "Enter") +
            "type 村口的路灯 坏了。\n" + Going({"下一步", "不留姓名", "下一步"}, "Enter") +
            Going({"我知道了,同意", "下一步"}, "Space") + "expect 没错,登记\n");
    CHECK(rig.store.filed.empty());
    rig.Run("reach 没错,登记\nshot keys-" + showing.Name() + "\nkey Enter\n" +
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
    rig.Run(Going({"我要反映", "道路桥梁", "示例村", "下一步", "路灯坏了,晚上出门看不清。", "拼音",
                   "\"l\"", "\"u\"", "\"d\"", "\"e\"", "\"n\"", "\"g\""},
                  "Escape") +
            "reach \"路灯\"\nshot candidate-" + showing.Name() + "\nkey Escape\n" +
            Going({"手写"}, "Space") + "reach 手写板\nshot pad-" + showing.Name() + "\n" +
            Going({"下一步", "不留姓名", "下一步", "我知道了,同意", "下一步"}, "Enter") +
            "expect 没错,登记\n");
    CHECK(rig.store.filed.empty());
    rig.Run(Going({"没错,登记"}, "Tab") + "expect 已经记下了\n");
    REQUIRE(rig.store.filed.size() == 1);
    CHECK(rig.store.filed[0].body.words == "路灯坏了,晚上出门看不清。路灯");
    rig.Run(Going({"完成"}, "Space"));
    CHECK(rig.shell().TopTag() == "home");
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

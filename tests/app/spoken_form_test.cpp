#include "app/saying/spoken_form.h"

#include <doctest/doctest.h>

using namespace studio;

TEST_CASE("what stands on the screen is said as people say it") {
  struct Case {
    const char *written, *said;
  };
  constexpr Case kCases[] = {
      {"您要说的是哪方面的事？", "您要说的是哪方面的事？"},
      {"上午班 08:30 – 11:30", "上午班 8点30分到11点30分"},
      {"14:00", "14点"},
      {"11月21日 09:32", "11月21日 9点32分"},
      {"037 48215 2", "零三七，四八二一五，二"},
      {"电话 0000-0000000", "电话 零零零零，零零零零零零零"},
      {"第 2 步，共 5 步", "第 2 步，共 5 步"},
      {"办完后再留 365 天，就删掉", "办完后再留 365 天，就删掉"},
      {"我要反映 · 道路桥梁", "我要反映，道路桥梁"},
      {"12 08:30", "12 8点30分"},
      {"99:99:99", "99:99:99"},
      {"", ""},
  };
  for (const Case& one : kCases) CHECK(SpokenForm(one.written) == one.said);
}

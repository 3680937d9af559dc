#include "shared/base/picture_turn.h"

#include <doctest/doctest.h>

using namespace studio;

TEST_CASE("a picture is made as small as it is shown, and keeps its shape and its colours") {
  Pixels wide{1600, 900, 4, {}};
  for (int i = 0; i < 1600 * 900; ++i) {
    const bool left = i % 1600 < 800;
    for (const int channel : {left ? 200 : 0, 100, left ? 0 : 50, 255}) {
      wide.bytes.push_back(static_cast<std::uint8_t>(channel));
    }
  }
  const Pixels small = Shrunk(wide, 1080);
  CHECK(small.width == 1080);
  CHECK(small.height == 607);
  REQUIRE(small.bytes.size() == 1080u * 607 * 4);
  const std::vector<std::uint8_t> first(small.bytes.begin(), small.bytes.begin() + 4),
      last(small.bytes.end() - 4, small.bytes.end());
  CHECK(first == std::vector<std::uint8_t>{200, 100, 0, 255});
  CHECK(last == std::vector<std::uint8_t>{0, 100, 50, 255});

  const Pixels lines = Shrunk({1, 4, 1, {0, 10, 20, 30}}, 2);
  CHECK(lines.bytes == std::vector<std::uint8_t>{5, 25});
  CHECK(lines.width == 1);
  CHECK(Shrunk(lines, 2).bytes == lines.bytes);
  CHECK(Shrunk({4000, 1, 1, std::vector<std::uint8_t>(4000, 9)}, 10).bytes ==
        std::vector<std::uint8_t>(10, 9));
}

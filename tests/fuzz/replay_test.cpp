// Every input that was ever kept, by whatever compiler and sanitizer: what crashed once stays
// mended.
#include "replay.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace fs = std::filesystem;

std::map<std::string, fuzz::Target>& fuzz::Targets() {
  static std::map<std::string, Target> targets;
  return targets;
}

TEST_CASE("no fuzz target breaks its promise over its corpus, and each has one") {
  const fs::path corpus = STUDIO_SOURCE_DIR "/tests/fuzz/corpus";
  std::set<std::string> named;
  for (const auto& folder : fs::directory_iterator(corpus))
    named.insert(folder.path().filename().string());
  for (const auto& [name, target] : fuzz::Targets()) {
    CAPTURE(name);
    REQUIRE(named.erase(name) == 1);
    int inputs = 0;
    for (const auto& input : fs::directory_iterator(corpus / name)) {
      CAPTURE(input.path().string());
      std::ifstream file(input.path(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(file), {});
      CHECK(target(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) == 0);
      ++inputs;
    }
    CHECK(inputs > 0);
  }
  CHECK(named.empty());
}

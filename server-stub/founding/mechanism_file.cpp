#include "server/founding/mechanism_file.h"

#include <algorithm>

#include "shared/mechanism_file/place_reading.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;
using studio::Mistake;
using studio::Result;

Result<std::string> MechanismBody(std::string_view toml, std::string_view name) {
  const std::string file = std::string(name) + ".toml ";
  studio::ReadPlace place = studio::ReadPlaceOf(toml);
  const auto wrong = std::find_if(place.mistakes.begin(), place.mistakes.end(),
                                  [](const Mistake& one) { return !one.doubt; });
  if (wrong != place.mistakes.end()) {
    return Fail(ErrorKind::kMalformed,
                file + "第 " + std::to_string(wrong->line) + " 行：" + wrong->text);
  }
  if (place.name != name) {
    return Fail(ErrorKind::kMalformed, file + "里要写 mechanism = \"" + std::string(name) + "\"。");
  }
  return std::move(place.body);
}

}  // namespace county

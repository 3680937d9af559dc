// A mechanism as a place wrote it down: what the county takes of it is an object that goes to
// terminals; what is wrong is told in sentences of its lines; what is right can be reckoned by and
// explained.
#include <algorithm>
#include <string>
#include <string_view>

#include "fuzz.h"
#include "server/founding/mechanism_file.h"
#include "shared/base/json.h"
#include "shared/base/utf8.h"
#include "shared/mechanism_file/examples.h"
#include "shared/mechanism_file/explaining.h"
#include "shared/mechanism_file/place_reading.h"
#include "shared/mechanism_file/rules_reading.h"

using namespace studio;

namespace {

// The name that the file says itself, so that more than its first line is read.
std::string_view NameIn(std::string_view toml) {
  const std::size_t open = toml.find('"');
  if (open == toml.npos) return {};
  const std::size_t close = toml.find('"', open + 1);
  return close == toml.npos ? std::string_view() : toml.substr(open + 1, close - open - 1);
}

// True: nothing that is more than a doubt.
bool Told(const Mistakes& mistakes, std::string_view toml) {
  const auto lines = std::count(toml.begin(), toml.end(), '\n') + 1;
  bool sound = true;
  for (const Mistake& mistake : mistakes) {
    Must(!mistake.text.empty() && IsUtf8(mistake.text) && IsUtf8(mistake.key));
    Must(mistake.line >= 0 && mistake.line <= lines && mistake.column >= 0);
    sound = sound && mistake.doubt;
  }
  return sound;
}

}  // namespace

FUZZ(mechanism_file)(const std::uint8_t* data, std::size_t size) {
  const std::string_view toml(reinterpret_cast<const char*>(data), size);
  const auto body = county::MechanismBody(toml, NameIn(toml));
  if (body) Must(nlohmann::json::parse(*body, nullptr, false).is_object());
  const ReadRules read = ReadCountingRules(toml);
  const ReadPlace place = ReadPlaceOf(toml);
  if (!Told(read.mistakes, toml) || !Told(place.mistakes, toml)) return 0;
  Mistakes mistakes;
  for (const ExampleOutcome& one : RunExamples(read.rules, toml, mistakes)) {
    for (const std::string& difference : one.differences) Must(IsUtf8(difference));
  }
  Told(mistakes, toml);
  const std::string explained = ExplainedFile(read.rules, read.entries, place);
  Must(!explained.empty() && IsUtf8(explained));
  return 0;
}

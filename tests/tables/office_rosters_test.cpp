// Tables as offices write them, each with what it is read as in a file beside it: a line for each
// shift, then what is asked or refused ("?") and what is told ("-"), with the cell it stands in.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "a_county.h"
#include "app/tables/roster_import.h"

using namespace studio;

namespace {

RosterImportInput December() {
  RosterImportInput input;
  input.studio = 1;
  input.month = std::chrono::year(2026) / 12;
  input.today = input.month / 1;
  input.today = AddDays(*input.today, -2);
  for (const char* name :
       {"甲", "乙", "丙", "丁", "戊", "壬", "丑", "寅", "午", "戌", "夏", "秋"}) {
    input.members.push_back(
        {std::string("m") + name, std::string("示例") + name, "农业界", "第一活动组"});
  }
  input.studios = SmallMonth().studios;
  return input;
}

std::string ReadingOf(const Sheets& sheets, const RosterImportInput& input) {
  if (!sheets) return Sentence(sheets.error()) + "\n";
  const RosterPreview preview = ReadRoster(*sheets, input);
  std::string out;
  if (preview.refusal != RosterPreview::Refusal::kNone) return Sentence(preview.refusal) + "\n";
  for (const RosterChange& change : preview.changes) {
    out += change.shift.date + " " + change.shift.from + "-" + change.shift.to;
    for (const std::string& id : change.shift.members) out += " " + preview.names.at(id);
    out += "\n";
  }
  for (const CellProblem& problem : preview.problems) {
    out += "? " + Sentence(preview, problem) + "\n";
  }
  for (const CellNote& note : preview.notes) out += "- " + Sentence(preview, note) + "\n";
  return out;
}

}  // namespace

TEST_CASE("every table that an office wrote is read as a person would read it, or asks") {
  const std::filesystem::path folder = STUDIO_SOURCE_DIR "/tests/tables/rosters";
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".read") continue;
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    const std::string expected = FileBytes(entry.path().string() + ".read");
    const std::string read = ReadingOf(ReadSheetsFile(entry.path()), December());
    CHECK(read == expected);
    ++files;
  }
  CHECK(files >= 33);
}

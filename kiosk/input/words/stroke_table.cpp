#include "input/words/stroke_table.h"

#include <algorithm>
#include <fstream>

namespace studio {

Result<StrokeTable> StrokeTable::Load(const std::filesystem::path& file) {
  std::ifstream in(file);
  StrokeTable table;
  for (Row row; in >> row.code >> row.text >> row.weight;) table.rows_.push_back(row);
  if (!in.eof() || table.rows_.empty()) {
    return Fail(ErrorKind::kStorage, "cannot read the table of strokes " + file.string());
  }
  return table;
}

std::vector<std::string> StrokeTable::Find(std::string_view strokes) const {
  auto row = std::lower_bound(rows_.begin(), rows_.end(), strokes,
                              [](const Row& a, std::string_view code) { return a.code < code; });
  std::vector<const Row*> found;
  for (; row != rows_.end() && row->code.starts_with(strokes); ++row) found.push_back(&*row);
  std::stable_sort(found.begin(), found.end(), [&](const Row* a, const Row* b) {
    const bool whole = a->code.size() == strokes.size();
    if (whole != (b->code.size() == strokes.size())) return whole;
    return a->weight > b->weight;
  });
  std::vector<std::string> texts;
  for (const Row* each : found) texts.push_back(each->text);
  return texts;
}

}  // namespace studio

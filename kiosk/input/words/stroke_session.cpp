#include "input/words/stroke_session.h"

#include <string_view>
#include <utility>

namespace studio {
namespace {

constexpr std::size_t kMostStrokes = 64;
constexpr std::string_view kStrokes = "hspnz";
constexpr const char* kStrokeSigns[] = {"一", "丨", "丿", "丶", "乛"};

}  // namespace

StrokeSession::StrokeSession(std::shared_ptr<const StrokeTable> table,
                             std::shared_ptr<const FilterWords> filter)
    : PagedSession(std::move(filter)), table_(std::move(table)) {}

bool StrokeSession::Press(char key) {
  if (kStrokes.find(key) == kStrokes.npos || keys_.size() >= kMostStrokes) return false;
  keys_ += key;
  Refresh();
  return true;
}

void StrokeSession::DeleteKey() {
  if (keys_.empty()) return;
  keys_.pop_back();
  Refresh();
}

void StrokeSession::Clear() {
  keys_.clear();
  Refresh();
}

std::string StrokeSession::Choose(std::size_t index) {
  std::string text = At(index).text;
  if (!text.empty()) Clear();
  return text;
}

std::string StrokeSession::Typed() const {
  std::string signs;
  for (const char key : keys_) signs += kStrokeSigns[kStrokes.find(key)];
  return signs;
}

void StrokeSession::Refresh() {
  std::vector<Candidate> found;
  if (!keys_.empty()) {
    for (std::string& text : table_->Find(keys_)) found.push_back({std::move(text), keys_.size()});
  }
  List(std::move(found));
}

}  // namespace studio

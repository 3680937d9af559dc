#include "input/ink/ink_model.h"

#include <unistd.h>

#include <optional>
#include <utility>

#include "app/saying/phrase_engine.h"
#include "input/words/input_data.h"

namespace studio {
namespace {

template <typename T>
std::optional<T> IfThere(Result<T> read) {
  if (!read) return std::nullopt;
  return std::move(*read);
}

}  // namespace

InkModel::InkModel(InkRanking ranking, FilterWords filter)
    : ranking_(std::move(ranking)), filter_(std::move(filter)) {}

Result<InkModel> InkModel::Open(const std::filesystem::path& model,
                                const std::filesystem::path& data) {
  auto shapes = ZinniaModel::Open(model);
  auto strokes = InkStrokesTable::Load(data / kInkStrokesFile);
  if (!shapes && !strokes) return tl::unexpected(shapes.error());
  auto filter = FilterWords::Load(data / kFilterFile);
  if (!filter) return tl::unexpected(filter.error());
  return InkModel({IfThere(std::move(shapes)), IfThere(std::move(strokes))}, std::move(*filter));
}

bool InkModel::Present(const std::filesystem::path& model, const std::filesystem::path& data) {
  const auto readable = [](const std::filesystem::path& file) {
    return access(file.c_str(), R_OK) == 0;
  };
  return (readable(model) || readable(data / kInkStrokesFile)) && readable(data / kFilterFile);
}

std::vector<std::string> InkModel::Rank(const Ink& ink) const {
  std::vector<std::string> found;
  for (std::string& text : ranking_.Rank(ink)) {
    if (found.size() == kCandidatesPerPage) break;
    if (!filter_.Hides(text)) found.push_back(std::move(text));
  }
  return found;
}

}  // namespace studio

#include "shared/feed/kinds.h"

#include <algorithm>
#include <vector>

#include "shared/base/json_fields.h"

namespace studio {
namespace {

template <class T>
Result<void> Outcome(const Result<T>& read) {
  if (!read) return tl::unexpected(read.error());
  return {};
}

template <class Kind>
Result<void> CheckBody(std::string_view body, std::string_view id) {
  return Outcome(ReadFeedBody<Kind>(body, id));
}

template <class Kind>
Result<void> ReadFields(std::string_view body, std::string_view id, void* entity) {
  auto& read = *static_cast<typename Kind::Entity*>(entity);
  JsonFields in(body);
  if constexpr (requires { read.id = id; }) read.id = id;
  Kind::Read(in, read);
  return Outcome(in.Finish(Kind::kName, true));
}

template <class Kind>
FeedKindRow RowOf() {
  FeedKindRow row{Kind::kName,      kIsShown<Kind>,   Kind::kLookedUp,
                  Kind::kOwnStudio, &CheckBody<Kind>, nullptr};
  if constexpr (!requires { Kind::kParse; }) row.read = &ReadFields<Kind>;
  return row;
}

std::vector<FeedKindRow> AllRows() {
  std::vector<FeedKindRow> rows;
  EachKind(FeedKinds(), [&]<class Kind>() { rows.push_back(RowOf<Kind>()); });
  return rows;
}

}  // namespace

std::span<const FeedKindRow> FeedKindTable() {
  static const std::vector<FeedKindRow> kRows = AllRows();
  return kRows;
}

const FeedKindRow* FindFeedKind(std::string_view name) {
  const auto table = FeedKindTable();
  const auto row = std::find_if(table.begin(), table.end(),
                                [&](const FeedKindRow& one) { return one.name == name; });
  return row == table.end() ? nullptr : &*row;
}

}  // namespace studio

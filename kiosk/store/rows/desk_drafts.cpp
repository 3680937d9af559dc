#include "store/rows/desk_drafts.h"

namespace studio {
namespace {

constexpr const char* kReadDraft = "SELECT sealed FROM desk_draft WHERE mark = ?";
constexpr const char* kKeepDraft =
    "INSERT OR REPLACE INTO desk_draft (mark, sealed, made_at) VALUES (?, ?, ?)";
constexpr const char* kDropDraft = "DELETE FROM desk_draft WHERE mark = ?";
constexpr const char* kForgetDrafts = "DELETE FROM desk_draft WHERE made_at < ? RETURNING mark";

}  // namespace

std::optional<Bytes> DeskDrafts::Of(const std::string& mark) {
  Query query(connection_, kReadDraft);
  query.Add(mark);
  if (!query.Step()) return std::nullopt;
  return query.Blob(0);
}

void DeskDrafts::Keep(const std::string& mark, ByteView sealed, std::int64_t made_at_ms) {
  Query(connection_, kKeepDraft).Add(mark).Add(sealed).Add(made_at_ms).Run();
}

void DeskDrafts::Drop(const std::string& mark) { Query(connection_, kDropDraft).Add(mark).Run(); }

std::vector<std::string> DeskDrafts::Forget(std::int64_t made_before_ms) {
  std::vector<std::string> marks;
  Query query(connection_, kForgetDrafts);
  query.Add(made_before_ms);
  while (query.Step()) marks.push_back(query.Text(0));
  return marks;
}

}  // namespace studio

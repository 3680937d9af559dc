#include "shared/mechanism/sealed_deed.h"

#include <algorithm>
#include <set>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/record/sealed_text.h"

namespace studio {
namespace {

constexpr SealedTextKind kDeed = {"MSD1", kMaxDeedBytes, "deed"};

bool IsOf(StudioId studio, const std::string& member, const MembersOnFeed& members) {
  const auto found = members.find(member);
  if (found == members.end()) return false;
  const std::vector<StudioId>& places = found->second.studios;
  return std::find(places.begin(), places.end(), studio) != places.end();
}

}  // namespace

std::vector<StudioId> StudiosOf(const Deed& deed, const MembersOnFeed& members) {
  std::set<StudioId> studios;
  for (const DeedMember& one : deed.members) {
    const auto found = members.find(one.id);
    if (found == members.end()) continue;
    studios.insert(found->second.studios.begin(), found->second.studios.end());
  }
  if (deed.studio != 0) studios.insert(deed.studio);
  return {studios.begin(), studios.end()};
}

Deed PartFor(StudioId studio, Deed deed, const MembersOnFeed& members) {
  if (deed.studio == studio) return deed;
  deed.entered_by.clear();
  deed.confirmed_by.clear();
  deed.proof.clear();
  for (DeedMember& one : deed.members) {
    if (IsOf(studio, one.id, members)) continue;
    DeedMember somebody{std::string(kSomebodyElse)};
    somebody.confirmed = one.confirmed;
    one = std::move(somebody);
  }
  return deed;
}

Result<Bytes> SealDeed(std::string_view id, const Deed& deed, const BoxPublicKey& studio) {
  return SealText(kDeed, id, ToJson(deed), studio);
}

Result<Deed> OpenDeed(std::string_view id, ByteView sealed, const BoxKeyPair& studio) {
  const auto text = OpenText(kDeed, id, sealed, studio);
  if (!text) return tl::unexpected(text.error());
  return DeedFromJson(*text);
}

std::string ToJson(const ClosedYear& closed) {
  return JsonText(
      {{"year", closed.year}, {"closed_by", closed.closed_by}, {"grades", closed.grades}});
}

Result<ClosedYear> ClosedYearFromJson(std::string_view json) {
  JsonFields in(json);
  ClosedYear closed;
  in.Need("year", closed.year);
  in.May("closed_by", closed.closed_by);
  const auto grades = nlohmann::json::parse(in.ObjectText("grades"), nullptr, false);
  for (const auto& [member, grade] : grades.items()) {
    if (!grade.is_string()) {
      in.Refuse("grades");
    } else {
      closed.grades.emplace(member, grade.get<std::string>());
    }
  }
  return in.Finish("closed year", std::move(closed));
}

Result<Bytes> SealClosedYear(std::string_view id, const ClosedYear& closed,
                             const BoxPublicKey& studio) {
  return SealText(kDeed, id, ToJson(closed), studio);
}

Result<ClosedYear> OpenClosedYear(std::string_view id, ByteView sealed, const BoxKeyPair& studio) {
  const auto text = OpenText(kDeed, id, sealed, studio);
  if (!text) return tl::unexpected(text.error());
  return ClosedYearFromJson(*text);
}

}  // namespace studio

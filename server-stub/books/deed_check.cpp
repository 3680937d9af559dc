#include "server/books/deed_check.h"

#include <algorithm>
#include <set>

#include "shared/mechanism_file/word_names.h"

namespace county {

using studio::Deed;
using studio::DeedMember;
using studio::DeedState;

namespace {

// The conference's own: what is earlier is a slip of the hand.
constexpr std::chrono::year kFirstYear{1949};

std::string DayFault(studio::CalendarDate day, const DeedGrounds& grounds) {
  if (day > grounds.today) return "日期 " + studio::ToText(day) + " 还没有到。";
  if (day.year() < kFirstYear) return "日期 " + studio::ToText(day) + " 太早，1949 年起才有政协。";
  return {};
}

std::string NameOf(const studio::Member& member) {
  return member.name.empty() ? member.id : member.name + "（" + member.id + "）";
}

std::string MemberFault(const Deed& deed, const DeedMember& one, const DeedGrounds& grounds) {
  const auto found = grounds.members.find(one.id);
  if (found == grounds.members.end()) return "没有编号是“" + one.id + "”的委员。";
  const studio::Member& member = found->second;
  const std::string day = studio::ToText(deed.done);
  if (!member.joined.empty() && day < member.joined) {
    return day + " 那天" + NameOf(member) + "还不是委员，" + member.joined + " 才是。";
  }
  if (!member.left.empty() && day > member.left) {
    return day + " 那天" + NameOf(member) + "已经不是委员，到 " + member.left + " 为止。";
  }
  return {};
}

std::string FiguresFault(const Deed& deed) {
  const auto fits = [](const auto& units) {
    return std::all_of(units.begin(), units.end(), [](const auto& one) {
      return one.second >= 0 && studio::IsDeedFigure(one.second);
    });
  };
  const bool good = fits(deed.units) && (!deed.score || studio::IsDeedFigure(*deed.score)) &&
                    std::all_of(deed.members.begin(), deed.members.end(),
                                [&](const DeedMember& one) { return fits(one.units); });
  return good ? std::string() : "数量和分数最大 100000，最多三位小数。";
}

bool Ends(const DeedState& state) { return state.state == "withdrawn" || state.state == "merged"; }

std::string StatesFault(const Deed& deed, const DeedGrounds& grounds) {
  for (const DeedState& state : deed.states) {
    const std::string day = studio::ToText(state.on);
    const std::string name = studio::ChineseName(state.state);
    if (std::string fault = DayFault(state.on, grounds); !fault.empty())
      return "状态“" + name + "”的" + fault;
    for (const DeedState& other : deed.states) {
      if (&other == &state || other.on != state.on) continue;
      if (other.state == state.state && other.level == state.level && other.form == state.form) {
        return day + " 有两个一样的状态“" + name + "”。";
      }
      if (Ends(state) && !Ends(other)) {
        return day + " 既是“" + name + "”又是“" + studio::ChineseName(other.state) +
               "”，说不清哪个在后。";
      }
      if (Ends(state) && other.state != state.state) {
        return day + " 既撤回又并案，只能是一样。";
      }
    }
  }
  return {};
}

}  // namespace

std::string DeedFault(const Deed& deed, const DeedGrounds& grounds) {
  if (std::string fault = DayFault(deed.done, grounds); !fault.empty()) return fault;
  if (deed.members.size() > studio::kMaxDeedMembers) return "一条最多写 2000 位委员。";
  std::set<std::string_view> named;
  for (const DeedMember& one : deed.members) {
    if (std::string fault = MemberFault(deed, one, grounds); !fault.empty()) return fault;
    if (!named.insert(one.id).second) return "委员“" + one.id + "”写了两次。";
  }
  const bool studio_known =
      deed.studio == 0 || std::any_of(grounds.studios.begin(), grounds.studios.end(),
                                      [&](const auto& one) { return one.id == deed.studio; });
  if (!studio_known) return "没有编号是 " + std::to_string(deed.studio) + " 的工作室。";
  if (std::string fault = FiguresFault(deed); !fault.empty()) return fault;
  return StatesFault(deed, grounds);
}

}  // namespace county

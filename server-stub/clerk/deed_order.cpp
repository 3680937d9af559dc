#include "server/clerk/deed_order.h"

#include <algorithm>
#include <charconv>

namespace county {

using studio::Deed;
using studio::ErrorKind;
using studio::Fail;

namespace {

auto Wrong(std::string sentence) { return Fail(ErrorKind::kInvalid, std::move(sentence)); }

// "first,key=value,…"
struct Typed {
  std::string first;
  std::vector<std::pair<std::string, std::string>> rest;
  bool good = true;
};

Typed TypedFrom(const std::string& text) {
  Typed typed;
  std::size_t at = 0;
  for (bool is_first = true; at <= text.size(); is_first = false) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const std::string part = text.substr(at, end - at);
    at = end + 1;
    const std::size_t equals = part.find('=');
    if (is_first) {
      typed.first = part;
      typed.good = !part.empty() && equals == part.npos;
    } else if (equals == part.npos || equals == 0 || equals + 1 == part.size()) {
      typed.good = false;
    } else {
      typed.rest.emplace_back(part.substr(0, equals), part.substr(equals + 1));
    }
  }
  return typed;
}

Result<studio::DeedMember> MemberFrom(const std::string& text) {
  const Typed typed = TypedFrom(text);
  studio::DeedMember member{typed.first};
  bool good = typed.good;
  for (const auto& [key, value] : typed.rest) {
    if (key == "role") {
      member.role = value;
    } else if (key == "attendance") {
      member.attendance = value;
      good &= std::find(std::begin(studio::kAttendanceWords), std::end(studio::kAttendanceWords),
                        value) != std::end(studio::kAttendanceWords);
    } else {
      good = false;
    }
  }
  if (!good) {
    return Wrong("--member “" + text +
                 "”看不懂：要写成 编号,role=角色,attendance=出席情况（present、late、left_early、"
                 "walked_in、leave、leave_refused、absent、withdrew、registered_absent）。");
  }
  return member;
}

Result<studio::DeedState> StateFrom(const std::string& text) {
  const Typed typed = TypedFrom(text);
  studio::DeedState state;
  state.state = typed.first;
  bool good = typed.good, dated = false;
  for (const auto& [key, value] : typed.rest) {
    if (key == "on") {
      const auto day = studio::ParseDate(value);
      dated = day.has_value();
      if (day) state.on = *day;
    } else if (key == "level") {
      state.level = value;
    } else if (key == "form") {
      state.form = value;
    } else {
      good = false;
    }
  }
  if (!good || !dated) {
    return Wrong("--state “" + text + "”看不懂：要写成 状态,on=2026-03-20,level=级别,form=形式。");
  }
  return state;
}

}  // namespace

Result<Deed> Ordered(Deed deed, const DeedOrder& order) {
  if (!order.kind.empty()) deed.kind = order.kind;
  if (!order.done.empty()) {
    const auto day = studio::ParseDate(order.done);
    if (!day) return Wrong("--done “" + order.done + "”不是日期，要写成 2026-03-20。");
    deed.done = *day;
  }
  if (!order.members.empty()) deed.members.clear();
  for (const std::string& text : order.members) {
    auto member = MemberFrom(text);
    if (!member) return tl::unexpected(member.error());
    deed.members.push_back(std::move(*member));
  }
  for (const std::string& text : order.states) {
    auto state = StateFrom(text);
    if (!state) return tl::unexpected(state.error());
    deed.states.push_back(std::move(*state));
  }
  std::stable_sort(deed.states.begin(), deed.states.end(),
                   [](const auto& a, const auto& b) { return a.on < b.on; });
  for (const std::string& text : order.units) {
    const std::size_t equals = std::min(text.find('='), text.size());
    const auto figure = studio::Fraction::Parse(text.substr(std::min(equals + 1, text.size())));
    if (equals == 0 || !figure || *figure < 0) {
      return Wrong("--unit “" + text + "”看不懂：要写成 单位=数量，如 hours=1.5。");
    }
    deed.units.insert_or_assign(text.substr(0, equals), *figure);
  }
  deed.marks.insert(order.marks.begin(), order.marks.end());
  if (!order.level.empty()) deed.level = order.level;
  if (!order.must_attend.empty()) deed.must_attend = order.must_attend == "yes";
  if (!order.score.empty()) {
    deed.score = studio::Fraction::Parse(order.score);
    if (!deed.score) return Wrong("--score “" + order.score + "”不是分数。");
  }
  if (!order.proof.empty()) deed.proof = order.proof;
  if (!order.studio.empty()) {
    const char* const end = order.studio.data() + order.studio.size();
    const auto [stop, error] = std::from_chars(order.studio.data(), end, deed.studio);
    if (error != std::errc{} || stop != end) return Wrong("--studio 要写工作室的编号。");
  }
  if (order.confirm) {
    deed.waiting = false;
    deed.sent_back.clear();
    deed.confirmed_by = order.by;
    for (studio::DeedMember& member : deed.members) member.confirmed = true;
  }
  if (deed.kind.empty()) return Wrong("要写明是哪一种履职（--kind）。");
  if (deed.done == studio::CalendarDate{}) return Wrong("要写明日期（--done）。");
  if (deed.members.empty()) return Wrong("要写明是哪些委员（--member）。");
  return deed;
}

}  // namespace county

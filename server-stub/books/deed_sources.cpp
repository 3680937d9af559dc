#include "server/books/deed_sources.h"

#include <algorithm>
#include <set>

#include "server/books/proposal_book.h"
#include "server/books/year_book.h"
#include "server/keys/county_calendar.h"
#include "shared/bodies/duty_bodies.h"
#include "shared/feed/kinds.h"
#include "shared/feed/public_entities.h"
#include "shared/mechanism/written_deed.h"

namespace county {

using studio::Deed;
using studio::DeedMember;

namespace {

constexpr std::string_view kWishDeeds = "wish/";
constexpr std::string_view kTopicDeeds = "topic/";
constexpr const char* kWrittenTwice = "written_twice";

DeedMember* PartOf(const std::string& member, Deed& deed) {
  for (DeedMember& one : deed.members) {
    if (one.id == member) return &one;
  }
  return nullptr;
}

// SHIFT/MEMBER and DATE/STUDIO/MEMBER look alike: the line says which it is.
std::string ShiftOfLine(const Ledger& ledger, const std::string& id) {
  const auto body = ledger.EntityBody("attendance", id);
  const auto line = studio::AttendanceFromJson(body.value_or("{}"), id);
  if (body) return line ? line->shift : std::string();
  // Gone: swept, or what had been guessed of it was another day's.
  const std::string shift = id.substr(0, id.rfind('/'));
  return ledger.EntityBody("shift", shift) ? shift : std::string();
}

}  // namespace

// Attendance of longer ago is not on the feed any more: without it everybody would be absent.
bool DeedSources::IsRecent(const std::string& date) const {
  return date >= studio::ToText(studio::AddDays(DateAt(now_ms_), -studio::kAttendanceDays));
}

// What the studio said of a check-in whose badge had not held is said of the same evidence.
void DeedSources::NoteReviewed(Deed deed) {
  const auto known = deed.waiting ? book_.Find(deed.id) : std::nullopt;
  if (known && deed.members == known->members) {
    deed.waiting = known->waiting;
    deed.confirmed_by = known->confirmed_by;
    deed.sent_back = known->sent_back;
  }
  book_.Note(deed);
}

void DeedSources::Replace(const std::string& prefix, const std::vector<Deed>& deeds) {
  std::set<std::string> there;
  for (const Deed& deed : deeds) {
    there.insert(deed.id);
    NoteReviewed(deed);
  }
  for (const std::string& known : ledger_.DeedsUnder(prefix)) {
    const bool of_it = known.find('/', prefix.size()) == known.npos;
    if (of_it && !there.contains(known)) book_.TakeBack(known);
  }
}

// What a shift that is long over still learns: that somebody came after all. The other lines have
// left the feed, so nothing here makes it worse for anybody.
void DeedSources::LearnLate(const std::vector<Deed>& deeds) {
  for (const Deed& deed : deeds) {
    const auto known = book_.Find(deed.id);
    const bool absent = known && known->members.front().attendance == "absent";
    const bool better = IsComing(deed) ? !known || !IsComing(*known)
                                       : absent && deed.members.front().attendance == "leave";
    if (better) book_.Note(deed);
  }
}

void DeedSources::FollowShift(const std::string& shift) {
  if (!studio::IsShiftId(shift)) return;
  const std::string prefix = std::string(studio::kDutyDeeds) + shift + "/";
  const auto deeds = duty_.OfShift(shift);
  std::vector<Deed> all = deeds;
  for (const std::string& id : ledger_.DeedsUnder(prefix)) {
    if (auto known = book_.Find(id)) all.push_back(std::move(*known));
  }
  const auto body = ledger_.EntityBody("shift", shift);
  const auto read = studio::ShiftFromJson(body.value_or("{}"), shift);
  const bool long_over = body && read ? !IsRecent(read->date)
                                      : std::any_of(all.begin(), all.end(), [&](const Deed& d) {
                                          return !IsRecent(studio::ToText(d.done));
                                        });
  long_over ? LearnLate(deeds) : Replace(prefix, deeds);
  for (const Deed& deed : all) FollowExtra(WalkInLineOf(deed));
}

// Shifts of that day and place for which the member of a walk-in came.
std::set<std::string> DeedSources::ShiftsOf(const Deed& extra) const {
  std::set<std::string> shifts;
  const std::string end = "/" + extra.members.front().id;
  for (const KeptDeed& kept : ledger_.Deeds(YearOf(extra), extra.studio)) {
    const bool of_duty = kept.deed.starts_with(studio::kDutyDeeds) && kept.deed.ends_with(end);
    if (!kept.sealed || !of_duty || kept.deed == extra.id) continue;
    const auto duty = book_.Find(kept.deed);
    if (!duty || !Holds(*duty, extra)) continue;
    shifts.insert(kept.deed.substr(studio::kDutyDeeds.size(),
                                   kept.deed.size() - studio::kDutyDeeds.size() - end.size()));
  }
  return shifts;
}

// A coming of its own, unless they came for a shift of that day.
void DeedSources::FollowExtra(const std::string& line) {
  const std::string id = std::string(studio::kDutyDeeds) + line;
  const auto deeds = duty_.OfExtra(line);
  if (!deeds.empty()) {
    return ShiftsOf(deeds.front()).empty() ? NoteReviewed(deeds.front()) : book_.TakeBack(id);
  }
  // Swept, or put to the day before: then it was never one of its own.
  const auto known = book_.Find(id);
  if (known && IsRecent(studio::ToText(known->done))) book_.TakeBack(id);
}

void DeedSources::FollowWish(const std::string& id) {
  const std::string deed_id = std::string(kWishDeeds) + id;
  const auto body = ledger_.EntityBody("wish", id);
  const auto wish = studio::WishFromJson(body.value_or("{}"), id);
  if (!body || !wish || wish->member.empty() ||
      (wish->step != "granted" && wish->step != "confirmed")) {
    return book_.TakeBack(deed_id);
  }
  const auto known = book_.Find(deed_id);
  Deed deed;
  deed.id = deed_id;
  deed.kind = "wish";
  deed.done = known ? known->done : DateAt(now_ms_);
  deed.members.push_back(DeedMember{wish->member});
  deed.states.push_back({"granted", deed.done});
  if (wish->step == "confirmed") {
    const auto told = [](const studio::DeedState& state) { return state.state == "confirmed"; };
    const bool before = known && std::any_of(known->states.begin(), known->states.end(), told);
    deed.states.push_back({"confirmed", before ? known->states.back().on : DateAt(now_ms_)});
  }
  book_.Note(deed);
}

void DeedSources::FollowTopic(const std::string& id) {
  const std::string deed_id = std::string(kTopicDeeds) + id;
  const auto body = ledger_.EntityBody("topic", id);
  const auto topic = studio::ReadFeedBody<studio::TopicKind>(body.value_or("{}"), id);
  if (!body || !topic || topic->leading.empty()) return book_.TakeBack(deed_id);
  const studio::CalendarDate today = DateAt(now_ms_);
  const auto closes = studio::ParseDate(topic->closes);
  const bool over = topic->closed || (closes && *closes < today);
  if (!over) return book_.TakeBack(deed_id);
  const auto known = book_.Find(deed_id);
  Deed deed;
  deed.id = deed_id;
  deed.kind = "topic";
  deed.done = known ? known->done : topic->closed ? today : *closes;
  DeedMember leading{topic->leading};
  leading.role = "lead";
  deed.members.push_back(std::move(leading));
  book_.Note(deed);
}

void DeedSources::Follow() {
  EndDays();
  if (book_.TellYears()) book_.TellAll();
  const std::uint64_t since = ledger_.DeedsFollowed();
  if (ledger_.FeedVersion() == since) return;
  std::set<std::string> shifts;
  std::set<std::pair<std::string, std::string>> others;
  bool members_moved = false;
  for (const auto& [kind, id] : ledger_.NamesAfter(since)) {
    if (kind == "shift") shifts.insert(id);
    if (kind == "attendance") {
      const std::string shift = ShiftOfLine(ledger_, id);
      if (shift.empty()) {
        others.emplace(kind, id);
        for (const Deed& extra : duty_.OfExtra(id)) shifts.merge(ShiftsOf(extra));
      } else {
        shifts.insert(shift);
      }
    }
    if (kind == "wish" || kind == "topic") others.emplace(kind, id);
    members_moved |= kind == "member" || kind == "studio";
  }
  for (const std::string& shift : shifts) FollowShift(shift);
  for (const auto& [kind, id] : others) {
    if (kind == "attendance") FollowExtra(id);
    if (kind == "wish") FollowWish(id);
    if (kind == "topic") FollowTopic(id);
  }
  if (members_moved) {
    book_.TellAll();
    YearBook(ledger_, book_, now_ms_).TellClosed();
    ProposalBook(ledger_, book_, now_ms_).TellAll();
  }
  ledger_.SetDeedsFollowed(ledger_.FeedVersion());
}

void DeedSources::EndDays() {
  const studio::CalendarDate today = DateAt(now_ms_);
  const std::chrono::sys_days ended{std::chrono::days(ledger_.DeedsEnded())};
  if (ended >= std::chrono::sys_days(today)) return;
  ledger_.SetDeedsEnded(std::chrono::sys_days(today).time_since_epoch().count());
  const std::string first = studio::ToText(ended);
  const std::string night = studio::ToText(studio::AddDays(ended, -1));
  for (const PublishedEntity& one : ledger_.Entities("shift")) {
    const auto shift = studio::ShiftFromJson(one.body, one.id);
    if (!shift || !IsRecent(shift->date) || shift->date >= studio::ToText(today)) continue;
    // A shift of the night was not over when its day was.
    const bool over_since =
        shift->date >= first || (shift->date == night && shift->to <= shift->from);
    if (over_since) FollowShift(one.id);
  }
  for (const PublishedEntity& one : ledger_.Entities("topic")) FollowTopic(one.id);
}

std::string DeedSources::Wait(const studio::Result<Deed>& deed) {
  if (!deed) return "no deed: " + deed.error().detail;
  if (std::string fault = DeedFault(*deed, book_.grounds()); !fault.empty()) {
    return "no deed: " + fault;
  }
  if (const auto read = studio::DeedFromJson(ToJson(*deed)); !read) {
    return "no deed: " + read.error().detail;
  }
  book_.Note(*deed);
  return "waits";
}

std::string DeedSources::Take(const Uuid& record, const studio::ActivityBody& body) {
  if (body.kind.empty()) return {};
  const auto deed = DeedOf(record, body);
  const std::string twin = deed ? TwinOf(*deed) : std::string();
  return twin.empty() ? Wait(deed) : "the same as " + twin;
}

std::string DeedSources::Take(const Uuid& record, const studio::InformationBody& body) {
  return body.title.empty() ? std::string() : Wait(DeedOf(record, body));
}

// Two who were there together may both write it up, each at a terminal: the first one stands, with
// the second one's word. What the county has spoken of is for its people to compare.
std::string DeedSources::TwinOf(const Deed& deed) {
  if (deed.entered_by.empty()) return {};
  const std::string mark =
      book_.seal().Mark("alike", deed.kind + "\n" + studio::ToText(deed.done) + "\n" + deed.place);
  for (const std::string& id : ledger_.Alike(mark)) {
    auto known = book_.Find(id);
    if (!known || id == deed.id || known->entered_by == deed.entered_by) continue;
    const auto names = [&](const DeedMember& one) { return one.id == known->entered_by; };
    DeedMember* part = PartOf(deed.entered_by, *known);
    if (part == nullptr || part->confirmed || ledger_.FindDeed(id)->by_county) continue;
    if (std::none_of(deed.members.begin(), deed.members.end(), names)) continue;
    part->confirmed = true;
    known->marks.insert(kWrittenTwice);
    book_.Note(*known);
    return id;
  }
  ledger_.AddAlike(mark, deed.id);
  return {};
}

std::string DeedSources::Take(const studio::CoauthorBody& body) {
  auto deed = book_.Find(body.deed);
  DeedMember* part = deed ? PartOf(body.member, *deed) : nullptr;
  if (part == nullptr) return "not counted: no part in that deed";
  if (deed->entered_by.empty() || deed->entered_by == body.member) {
    return "not counted: nobody else wrote it down";
  }
  if (ledger_.FindDeed(body.deed)->by_county) return "not counted: the county has spoken";
  if (body.agrees) {
    part->confirmed = true;
  } else {
    deed->members.erase(deed->members.begin() + (part - deed->members.data()));
  }
  book_.Note(*deed);
  return body.agrees ? "agreed" : "declined";
}

void DeedSources::Withdraw(const Uuid& record) { book_.Withdraw(record.ToString()); }

}  // namespace county

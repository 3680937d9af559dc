#include "server/books/unsure_book.h"

#include <algorithm>

#include "server/books/attendance_book.h"
#include "server/keys/county_calendar.h"
#include "shared/base/time_units.h"
#include "shared/feed/shift_hours.h"

namespace county {
namespace {

using studio::CheckInBody;
using studio::Shift;

constexpr std::uint64_t kNeighbours = 500;                 // on either side, in the stream
constexpr std::int64_t kEarlyMs = 90 * studio::kMinuteMs;  // as terminals have it by default

bool IsTheirs(const Shift& shift, const CheckInBody& body) {
  const auto places = studio::PlacesOf(shift);
  return std::any_of(places.begin(), places.end(), [&](const studio::DutyPlace& place) {
    if (!body.stand_in_for.empty()) return place.planned == body.stand_in_for;
    return place.planned == body.member || place.comes == body.member;
  });
}

// The one that is on or about to begin, else the next one that day.
std::optional<Shift> ShiftAt(const Ledger& ledger, const CheckInBody& body, std::int64_t at_ms) {
  std::optional<Shift> chosen;
  std::int64_t chosen_begin = 0;
  const std::string today = studio::ToText(DateAt(at_ms));
  for (const PublishedEntity& entity : ledger.Entities("shift")) {
    auto shift = studio::ShiftFromJson(entity.body, entity.id);
    if (!shift || shift->studio != body.studio || !IsTheirs(*shift, body)) continue;
    const auto hours = studio::HoursOf(*shift);
    if (!hours || at_ms >= hours->end_ms) continue;
    const bool on = at_ms >= hours->begin_ms - kEarlyMs;
    if (!on && shift->date != today) continue;
    if (chosen && hours->begin_ms >= chosen_begin) continue;
    chosen_begin = hours->begin_ms;
    chosen = std::move(*shift);
  }
  return chosen;
}

// Where they had come and not gone.
std::optional<studio::AttendanceLine> OpenLine(const Ledger& ledger, const CheckInBody& body,
                                               std::int64_t at_ms) {
  std::optional<studio::AttendanceLine> open;
  for (const PublishedEntity& entity : ledger.Entities("attendance")) {
    auto line = studio::AttendanceFromJson(entity.body, entity.id);
    if (!line || line->member != body.member || line->studio != body.studio) continue;
    const bool stays =
        line->in_ms != 0 && line->in_ms <= at_ms && at_ms - line->in_ms <= studio::kLongestStayMs;
    if (stays && (!open || line->in_ms > open->in_ms)) open = std::move(*line);
  }
  return open;
}

}  // namespace

CheckInBody UnsureBook::AtTime(CheckInBody body, std::int64_t made_ms) const {
  body.at_ms = made_ms;
  if (body.out || !body.visit.empty()) {
    if (const auto open = OpenLine(ledger_, body, made_ms)) {
      body.shift = open->shift;
      body.date = open->date;
      return body;
    }
  }
  const auto shift = ShiftAt(ledger_, body, made_ms);
  body.shift = shift ? shift->id : "";
  body.date = shift ? shift->date : studio::ToText(DateAt(made_ms));
  return body;
}

void UnsureBook::Place(UnsureCheckIn& unsure, const MadeTime& made) {
  const bool unproven = !unsure.fault.empty();
  const std::string proof = unproven ? "unproven: " + unsure.fault : "proven";
  ledger_.AddOutcome(unsure.serial, proof + (made.sure ? "; time put right" : "; time unsure"));
  if (auto read = studio::CheckInBodyFromJson(unsure.body)) {
    CheckInBody body = AtTime(std::move(*read), made.ms);
    AttendanceBook attendance(ledger_, now_ms_);
    if (made.sure) {
      attendance.Note(std::move(body), unproven);
    } else {
      attendance.Guess(unsure.serial, std::move(body), unproven);
    }
  }
  if (made.sure) return ledger_.DeleteUnsure(unsure.serial);
  unsure.placed = true;
  ledger_.PutUnsure(unsure);
}

// By what stands around them in their streams.
void UnsureBook::AddTimes(TimesBySerial& times, const std::vector<UnsureCheckIn>& list) const {
  for (auto first = list.begin(); first != list.end();) {
    const auto end = std::find_if(first, list.end(), [&](const UnsureCheckIn& other) {
      return other.stream != first->stream;
    });
    const std::uint64_t from = first->seq > kNeighbours ? first->seq - kNeighbours : 0;
    const std::uint64_t to = std::prev(end)->seq + kNeighbours;
    const auto lines = ledger_.ClockLines(first->terminal, first->stream, from, to);
    const auto made = TimesOf(lines, ledger_.BootTimes(first->terminal));
    for (std::size_t i = 0; i < lines.size(); ++i) times[lines[i].serial] = made[i];
    first = end;
  }
}

void UnsureBook::PlaceAnew(UnsureCheckIn& unsure, const MadeTime& made) {
  const auto guess = ledger_.FindGuess(unsure.serial);
  const auto before = studio::CheckInBodyFromJson(guess ? guess->body : "{}");
  if (!made.sure && before && before->at_ms == made.ms) return;
  AttendanceBook(ledger_, now_ms_).TakeOut(unsure.serial);
  Place(unsure, made);
}

void UnsureBook::Settle(TerminalNumber terminal) {
  auto waiting = ledger_.Unplaced(terminal);
  auto guessed = ledger_.Guessed(terminal, now_ms_ - studio::kAttendanceDays * studio::kDayMs);
  if (waiting.empty() && guessed.empty()) return;
  TimesBySerial times;
  AddTimes(times, waiting);
  AddTimes(times, guessed);
  for (UnsureCheckIn& unsure : guessed) {
    if (const auto made = times.find(unsure.serial); made != times.end()) {
      PlaceAnew(unsure, made->second);
    }
  }
  for (UnsureCheckIn& unsure : waiting) {
    const auto made = times.find(unsure.serial);
    if (made == times.end()) continue;
    const bool waited = now_ms_ - unsure.arrived_ms >= kWaitForTimeMs;
    if (made->second.sure || made->second.closed || waited) Place(unsure, made->second);
  }
}

}  // namespace county

#include "server/books/attendance_book.h"

#include <algorithm>

#include "server/keys/county_calendar.h"
#include "shared/base/json.h"

namespace county {

using nlohmann::json;
using studio::AttendanceLine;
using studio::CheckInBody;

namespace {

std::string DayOf(const CheckInBody& body) {
  return studio::ParseDate(body.date) ? body.date : studio::ToText(DateAt(body.at_ms));
}

std::string ExtraId(const std::string& date, studio::StudioId studio, const std::string& member) {
  return date + "/" + std::to_string(studio) + "/" + member;
}
std::string ExtraId(const std::string& date, const CheckInBody& body) {
  return ExtraId(date, body.studio, body.member);
}

std::string DayBeside(const std::string& date, int days) {
  return studio::ToText(studio::AddDays(*studio::ParseDate(date), days));
}

bool OneStay(std::int64_t in_ms, std::int64_t out_ms) {
  return in_ms != 0 && in_ms <= out_ms && out_ms - in_ms <= studio::kLongestStayMs;
}

void AddToLine(AttendanceLine& line, const CheckInBody& body, bool unproven) {
  const std::int64_t at_ms = std::max<std::int64_t>(body.at_ms, 1);
  if (body.visit == "out") line.visit_ms = std::max(line.visit_ms, at_ms);
  if (body.visit == "back") line.back_ms = std::max(line.back_ms, at_ms);
  if (body.out) {
    line.out_ms = std::max(line.out_ms, at_ms);
  } else {
    line.in_ms = line.in_ms == 0 ? at_ms : std::min(line.in_ms, at_ms);
  }
  if (!body.stand_in_for.empty()) line.stand_in_for = body.stand_in_for;
  line.unproven = line.unproven || unproven;
}

bool SaysNothing(const AttendanceLine& line) {
  return line.in_ms == 0 && line.out_ms == 0 && line.visit_ms == 0 && line.back_ms == 0;
}

std::string BodyOf(const AttendanceLine& line) {
  json body = {{"shift", line.shift},
               {"member", line.member},
               {"studio", line.studio},
               {"date", line.date},
               {"in_ms", line.in_ms},
               {"out_ms", line.out_ms},
               {"stand_in_for", line.stand_in_for}};
  if (line.visit_ms != 0) body["visit_ms"] = line.visit_ms;
  if (line.back_ms != 0) body["back_ms"] = line.back_ms;
  if (line.unproven) body["unproven"] = true;
  return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string AttendanceBook::OldestDay() const {
  return studio::ToText(studio::AddDays(DateAt(now_ms_), -studio::kAttendanceDays));
}

std::optional<AttendanceLine> AttendanceBook::Find(const std::string& id) const {
  const auto body = ledger_.EntityBody("attendance", id);
  if (!body) return std::nullopt;
  auto line = studio::AttendanceFromJson(*body, id);
  if (!line) return std::nullopt;
  return std::move(*line);
}

// Of the shift, or of the day for an extra one. Whoever stayed over midnight goes on another day
// than they came on.
AttendanceLine AttendanceBook::LineFor(const CheckInBody& body) const {
  const std::string date = DayOf(body);
  AttendanceLine line;
  line.id = body.shift.empty() ? ExtraId(date, body) : body.shift + "/" + body.member;
  line.shift = body.shift;
  line.member = body.member;
  line.studio = body.studio;
  line.date = date;
  if (auto known = Find(line.id)) line = std::move(*known);
  if (!body.shift.empty() || !body.out || line.in_ms != 0) return line;
  auto before = Find(ExtraId(DayBeside(date, -1), body));
  const bool theirs = before && before->out_ms == 0 && OneStay(before->in_ms, body.at_ms);
  return theirs ? std::move(*before) : line;
}

AttendanceLine AttendanceBook::SureOf(AttendanceLine line) const {
  const auto body = ledger_.SureLine(line.id);
  auto sure = studio::AttendanceFromJson(body.value_or("{}"), line.id);
  return body && sure ? std::move(*sure) : std::move(line);
}

void AttendanceBook::Put(const AttendanceLine& sure) {
  AttendanceLine line = sure;
  const auto guesses = ledger_.GuessesOn(line.id);
  for (const GuessedCheckIn& guess : guesses) {
    if (const auto read = studio::CheckInBodyFromJson(guess.body)) {
      AddToLine(line, *read, guess.unproven);
    }
  }
  if (guesses.empty()) {
    ledger_.DeleteSureLine(line.id);
  } else {
    ledger_.PutSureLine(line.id, BodyOf(sure));
  }
  const auto known = ledger_.EntityBody("attendance", line.id);
  const std::string body = BodyOf(line);
  if (SaysNothing(line)) {
    if (known) ledger_.DeleteEntity("attendance", line.id);
  } else if (known != body) {
    ledger_.PutEntity("attendance", line.id, body, 0);
  }
}

// A going after midnight that arrived before its coming stands on a line of its own.
void AttendanceBook::JoinDayBehind(const std::string& id) {
  const auto line = Find(id);
  if (!line || !line->shift.empty() || line->in_ms == 0 || line->out_ms != 0) return;
  const auto after = Find(ExtraId(DayBeside(line->date, 1), line->studio, line->member));
  if (!after || after->in_ms != 0 || !OneStay(line->in_ms, after->out_ms)) return;
  AttendanceLine sure = SureOf(*line);
  const AttendanceLine sure_after = SureOf(*after);
  sure.out_ms = sure_after.out_ms;
  sure.unproven = sure.unproven || sure_after.unproven;
  ledger_.MoveGuesses(after->id, id);
  ledger_.DeleteSureLine(after->id);
  ledger_.DeleteEntity("attendance", after->id);
  Put(sure);
}

void AttendanceBook::Note(CheckInBody body, bool unproven) {
  if (!studio::IsShiftId(body.shift)) body.shift.clear();
  AttendanceLine sure = SureOf(LineFor(body));
  AddToLine(sure, body, unproven);
  Put(sure);
  if (!body.out) JoinDayBehind(sure.id);
}

void AttendanceBook::Guess(std::uint64_t serial, CheckInBody body, bool unproven) {
  if (!studio::IsShiftId(body.shift)) body.shift.clear();
  const AttendanceLine line = LineFor(body);
  ledger_.PutGuess({serial, line.id, ToJson(body), unproven});
  Put(SureOf(line));
  if (!body.out) JoinDayBehind(line.id);
}

void AttendanceBook::TakeOut(std::uint64_t serial) {
  const auto guess = ledger_.FindGuess(serial);
  if (!guess) return;
  ledger_.DeleteGuess(serial);
  if (const auto line = Find(guess->line)) return Put(SureOf(*line));
  // Swept since.
  if (ledger_.GuessesOn(guess->line).empty()) ledger_.DeleteSureLine(guess->line);
}

void AttendanceBook::Sweep() {
  const std::string oldest = OldestDay();
  for (const PublishedEntity& entity : ledger_.Entities("attendance")) {
    const auto line = studio::AttendanceFromJson(entity.body, entity.id);
    if (line && line->date < oldest) ledger_.DeleteEntity("attendance", entity.id);
  }
}

}  // namespace county

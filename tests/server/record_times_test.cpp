// Records of clocks that nobody was sure of: dated by what the stream itself tells, or listed.
#include "server/books/record_times.h"

#include <limits>

#include "county/test_duty.h"
#include "server/clerk/listing.h"
#include "shared/base/rfc3339.h"
#include "shared/base/time_units.h"
#include "shared/exchange/heartbeat.h"

namespace county {
namespace {

using studio::kDayMs;
using studio::kHourMs;
using studio::kMinuteMs;
using studio::RecordKind;
using studio::Uuid;

constexpr std::int64_t kReset = 1'577'836'800'000;  // what a dead battery leaves

// A stream of one terminal, told in the order of making.
struct Stream {
  Uuid stream = Uuid::Random(), boot = Uuid::Random();
  std::vector<ClockLine> lines;
  std::vector<BootTime> boots;

  // By a clock that said `wall_ms`, `since_ms` after the boot.
  void Add(std::int64_t wall_ms, std::int64_t since_ms, std::optional<std::int64_t> made_ms = {},
           std::int64_t arrived_ms = NovemberMs(25, 12)) {
    std::optional<std::int64_t> offset;
    if (made_ms) offset = *made_ms - wall_ms;
    lines.push_back({lines.size() + 1,
                     stream,
                     lines.size() + 1,
                     {wall_ms, since_ms, boot, offset},
                     arrived_ms});
  }
  void Reboot() { boot = Uuid::Random(); }
  MadeTime At(std::size_t i) const { return TimesOf(lines, boots).at(i); }
};

void CheckSure(const MadeTime& time, std::int64_t truth) {
  CHECK(time.sure);
  CHECK(std::abs(time.ms - truth) <= kMinuteMs);
}

// The machine's clock says `wall_ms`.
studio::BatchEntry UnsureCameIn(TestCounty& county, TestTerminal& terminal, const Uuid& boot,
                                std::int64_t since_ms, std::int64_t wall_ms = kReset) {
  auto body = CameIn(county, ShiftOf(county, kMorning).members.front(), "");
  body.at_ms = wall_ms;
  body.date = studio::Rfc3339(wall_ms).substr(0, 10);
  body.verdict = "extra";
  body.clock_unsure = true;
  auto record = terminal.Make(RecordKind::kCheckIn, ToJson(body));
  record.header.clock = {wall_ms, since_ms, boot, std::nullopt};
  record.header_bytes = Encode(record.header);
  return terminal.Place(record);
}

nlohmann::json Unsure(const TestCounty& county) {
  return nlohmann::json::parse(LedgerJson(county.Open(), county.keys(), Which::kUnsure));
}

}  // namespace

TEST_CASE("one sure record dates the others of its boot, before and after it") {
  Stream stream;
  stream.Add(kReset, 10'000);
  stream.Add(kReset + 5 * kDayMs, 10'000 + kHourMs);  // somebody has set the clock
  stream.Add(kReset, 10'000 + 2 * kHourMs, NovemberMs(19, 10));
  stream.Add(kReset, 10'000 + 3 * kHourMs);
  CheckSure(stream.At(0), NovemberMs(19, 8));
  CheckSure(stream.At(1), NovemberMs(19, 9));
  CheckSure(stream.At(2), NovemberMs(19, 10));
  CheckSure(stream.At(3), NovemberMs(19, 11));
}

TEST_CASE("what a heartbeat tells of a boot dates it; of a week's drift nobody is sure") {
  Stream stream;
  stream.Add(kReset, 20'000);
  stream.boots.push_back({stream.boot, NovemberMs(19, 9), 20'000 + kHourMs});
  stream.boots[0].sent = 1;
  CheckSure(stream.At(0), NovemberMs(19, 8));
  stream.boots[0].sent = 0;  // made after it, with less time since boot: a clock that went back
  CHECK_FALSE(stream.At(0).sure);
  stream.boots[0] = {stream.boot, NovemberMs(19, 9), 20'000 + 8 * kDayMs};
  CHECK_FALSE(stream.At(0).sure);
}

TEST_CASE("a boot between two sure ones is dated by them where they leave no doubt") {
  Stream stream;
  stream.Add(NovemberMs(19, 8), kHourMs, NovemberMs(19, 8));
  stream.Reboot();
  stream.Add(kReset, 40'000);
  stream.Reboot();
  SUBCASE("a minute") {
    stream.Add(kReset, 30'000, NovemberMs(19, 8) + 90'000);
    CheckSure(stream.At(1), NovemberMs(19, 8) + 50'000);
  }
  SUBCASE("a day: a guess, no earlier than what was over") {
    stream.Add(kReset, 30'000, NovemberMs(20, 8));
    CHECK_FALSE(stream.At(1).sure);
    CHECK(stream.At(1).closed);
    CHECK(stream.At(1).ms == NovemberMs(19, 8) + 40'000);
  }
  SUBCASE("a day, and a clock that fits between") {
    stream.lines[1].clock.wall_ms = NovemberMs(19, 17);
    stream.Add(kReset, 30'000, NovemberMs(20, 8));
    CHECK_FALSE(stream.At(1).sure);
    CHECK(stream.At(1).ms == NovemberMs(19, 17));
  }
}

TEST_CASE("a clock since boot that goes back is none, and nothing arrives before it was made") {
  Stream stream;
  stream.Add(NovemberMs(19, 10), 9 * kHourMs, NovemberMs(19, 10));
  stream.Add(NovemberMs(19, 10), kHourMs);
  CHECK_FALSE(stream.At(1).sure);
  CHECK(stream.At(1).ms == NovemberMs(19, 10));
  Stream ahead;
  ahead.Add(NovemberMs(19, 8), kHourMs, NovemberMs(19, 8));
  ahead.Add(kReset, 7 * kHourMs, {}, NovemberMs(19, 9));
  CHECK_FALSE(ahead.At(1).sure);
}

TEST_CASE("headers that say anything at all are borne") {
  Stream stream;
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const std::int64_t least = std::numeric_limits<std::int64_t>::min();
  for (const std::int64_t wall : {least, most}) {
    for (const std::int64_t since : {least, std::int64_t{0}, most}) {
      stream.Add(wall, since);
      stream.lines.back().clock.offset_ms = wall;
      stream.Add(wall, since);
      stream.Reboot();
      stream.Add(wall, since);
    }
  }
  CHECK(TimesOf(stream.lines, stream.boots).size() == stream.lines.size());
}

TEST_CASE("a check-in years off is put on its shift once the county knows the boot's time") {
  TestCounty county;
  TestTerminal terminal(county);
  const Uuid boot = Uuid::Random();
  const std::int64_t now_since = 30 * kMinuteMs + county.now_ms() - NovemberMs(18, 8, 25);
  const auto came = UnsureCameIn(county, terminal, boot, 30 * kMinuteMs);
  terminal.Send({came});
  CHECK_FALSE(
      LineOf(county, std::string(kMorning) + "/" + ShiftOf(county, kMorning).members.front()));
  REQUIRE(Unsure(county).size() == 1);
  CHECK(Unsure(county)[0]["outcome"] == "proven; time unsure");
  SUBCASE("by a heartbeat") {
    studio::Heartbeat heartbeat;
    heartbeat.version = "test";
    heartbeat.clock = studio::ClockEvidence{kReset, now_since, boot, county.now_ms() - kReset};
    REQUIRE(county.office().TakeHeartbeat(terminal.AsKnown(), ToJson(heartbeat)));
  }
  SUBCASE("by a later record of the boot") {
    auto record = terminal.MakeRequest("路");
    record.header.clock = {kReset, now_since, boot, county.now_ms() - kReset};
    record.header_bytes = Encode(record.header);
    terminal.Send({terminal.Place(record)});
  }
  const auto line =
      LineOf(county, std::string(kMorning) + "/" + ShiftOf(county, kMorning).members.front());
  REQUIRE(line);
  CHECK(std::abs(line->in_ms - NovemberMs(18, 8, 25)) < kMinuteMs);
  CHECK(line->date == "2026-11-18");
  CHECK_FALSE(LineOf(county, "2020-01-01/1/m01"));
  CHECK(Unsure(county).empty());
  const auto listed = county.LedgerListing()[0];
  CHECK(listed["outcome"] == "proven; time put right");
  CHECK(listed["made_at_sure"] == true);
  CHECK(listed["made_at"] == studio::Rfc3339(NovemberMs(18, 8, 25)));
  CHECK(terminal.Send({came}).answers[0].status == studio::RecordStatus::kDuplicate);
}

TEST_CASE("what nothing can date is in the attendance by a guess, and stays listed") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({UnsureCameIn(county, terminal, Uuid::Random(), 30 * kMinuteMs)});
  county.Advance(6 * kMinuteMs);
  terminal.Send({});
  CHECK(Unsure(county).size() == 1);
  county.Close();
  county.Reopen();
  terminal.Send({});
  CHECK(Unsure(county).size() == 1);
  CHECK(Unsure(county)[0]["outcome"] == "proven; time unsure");
}

TEST_CASE("what a guess had put on another day is moved once it is dated after all") {
  TestCounty county;
  TestTerminal terminal(county), beside(county);
  const Uuid boot = Uuid::Random();
  const std::string member = ShiftOf(county, kMorning).members.front();
  const std::string right = std::string(kMorning) + "/" + member;
  const std::string wrong = "2026-11-17/1/" + member;
  const std::int64_t truth = NovemberMs(18, 8, 25), guess = NovemberMs(17, 8, 25);
  const auto came_at = [&](std::int64_t at_ms) {
    auto body = CameIn(county, member, "");
    body.at_ms = at_ms;
    body.date = "2026-11-17";
    body.verdict = "extra";
    beside.Send({beside.Place(beside.Make(RecordKind::kCheckIn, ToJson(body)))});
  };
  const auto tell_boot = [&] {
    studio::Heartbeat heartbeat;
    heartbeat.version = "test";
    const std::int64_t since = 30 * kMinuteMs + county.now_ms() - truth;
    heartbeat.clock = studio::ClockEvidence{guess, since, boot, county.now_ms() - guess};
    REQUIRE(county.office().TakeHeartbeat(terminal.AsKnown(), ToJson(heartbeat)));
  };
  std::int64_t others = 0;  // when they came on the other day, for sure
  SUBCASE("where nobody else came") {}
  SUBCASE("where they came that day too, earlier") { others = NovemberMs(17, 8); }
  SUBCASE("where they came that day too, later") { others = NovemberMs(17, 9); }
  if (others == NovemberMs(17, 8)) came_at(others);
  terminal.Send({UnsureCameIn(county, terminal, boot, 30 * kMinuteMs, guess)});
  county.Advance(6 * kMinuteMs);
  terminal.Send({});
  if (others == NovemberMs(17, 9)) came_at(others);
  REQUIRE(LineOf(county, wrong));
  CHECK(LineOf(county, wrong)->in_ms == (others == 0 ? guess : std::min(others, guess)));
  CHECK_FALSE(LineOf(county, right));
  CHECK(county.Open().Guessed(terminal.number(), 0).size() == 1);
  const auto deed_of = [&](const std::string& line) {
    const auto kept = county.Open().FindDeed("duty/" + line);
    return kept && kept->sealed;
  };
  CHECK(deed_of(wrong));

  tell_boot();
  REQUIRE(LineOf(county, right));
  CHECK(std::abs(LineOf(county, right)->in_ms - truth) < kMinuteMs);
  CHECK(county.Open().Guessed(terminal.number(), 0).empty());
  terminal.Send({});
  if (others == 0) {
    CHECK_FALSE(LineOf(county, wrong));
    CHECK_FALSE(deed_of(wrong));
  } else {
    REQUIRE(LineOf(county, wrong));
    CHECK(LineOf(county, wrong)->in_ms == others);
    CHECK(deed_of(wrong));
  }
  CHECK(deed_of(right));
  for (const auto& listed : county.LedgerListing()) {
    if (listed["made_at"] == studio::Rfc3339(truth))
      CHECK(listed["outcome"] == "proven; time put right");
  }
  const auto version = county.Open().FeedVersion();
  tell_boot();
  CHECK(county.Open().FeedVersion() == version);
}

TEST_CASE("a guess is moved by a better one, and what nothing dates any more stands there") {
  TestCounty county;
  TestTerminal terminal(county);
  const std::string member = ShiftOf(county, kMorning).members.front();
  const auto line_of = [&](const std::string& day) {
    return LineOf(county, "2026-11-" + day + "/1/" + member);
  };
  terminal.Send({UnsureCameIn(county, terminal, Uuid::Random(), kHourMs, NovemberMs(16, 8))});
  county.Advance(6 * kMinuteMs);
  terminal.Send({});
  REQUIRE(line_of("16"));
  // Of the next boot: this one was over an hour before, and the clock was a day behind.
  auto record = terminal.MakeRequest("路");
  record.header.clock = {NovemberMs(15, 8), kHourMs, Uuid::Random(), kDayMs};
  record.header_bytes = Encode(record.header);
  terminal.Send({terminal.Place(record)});
  terminal.Send({UnsureCameIn(county, terminal, Uuid::Random(), kHourMs, NovemberMs(16, 9))});
  county.Advance(6 * kMinuteMs);
  terminal.Send({});
  REQUIRE(line_of("16"));
  CHECK(line_of("16")->in_ms == NovemberMs(16, 7));
  REQUIRE(line_of("17"));
  CHECK(line_of("17")->in_ms == NovemberMs(17, 9));
  CHECK(Unsure(county).size() == 2);
}

}  // namespace county

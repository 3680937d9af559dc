#include "store/rows/registry.h"

#include <algorithm>
#include <utility>

#include "app/base/clock.h"
#include "shared/base/time_units.h"
#include "shared/feed/kinds.h"
#include "shared/mechanism/duty_quotas.h"
#include "shared/mechanism/rules_json.h"
#include "store/rows/duty_registry.h"
#include "store/rows/removed_shifts.h"

namespace studio {
namespace {

constexpr const char* kReadEntity =
    "SELECT generation, cursor, next_generation, next_cursor FROM feed";
constexpr const char* kAdvance = "UPDATE feed SET cursor = ?, as_of = ?";
constexpr const char* kBuild = "UPDATE feed SET next_generation = ?, next_cursor = ?";
constexpr const char* kStopBuilding = "UPDATE feed SET next_generation = NULL, next_cursor = ''";
constexpr const char* kSwap =
    "UPDATE feed SET generation = ?, cursor = ?, as_of = ?, next_generation = NULL, "
    "next_cursor = ''";
constexpr const char* kDrop = "DELETE FROM entity WHERE generation = ?";
constexpr const char* kPutEntity =
    "INSERT OR REPLACE INTO entity (generation, kind, id, version, body) VALUES (?, ?, ?, ?, ?)";
constexpr const char* kKeepSafety =
    "INSERT OR IGNORE INTO entity SELECT ?, kind, id, version, body FROM entity WHERE kind = "
    "'safety' AND generation = (SELECT generation FROM feed)";
constexpr const char* kRemoveEntity =
    "DELETE FROM entity WHERE generation = ? AND kind = ? AND id = ?";
constexpr const char* kReadAnew = "UPDATE feed SET cursor = ''";
constexpr const char* kAsOf = "SELECT as_of FROM feed";
constexpr const char* kWithIdEntity =
    "SELECT body FROM entity WHERE generation = (SELECT generation FROM feed) AND kind = ? AND id "
    "= ?";
constexpr const char* kNoteCurrent =
    "UPDATE feed SET as_of = ?1 WHERE cursor = ?2 AND next_generation IS NULL AND as_of < ?1 - ?3";

// Of duty there is much more than a screen shows; it is read by the day (duty_registry.h).
const std::string& ShownStatement() {
  static const std::string kShown = [] {
    std::string kinds;
    for (const FeedKindRow& row : FeedKindTable()) {
      if (!row.shown) continue;
      kinds += (kinds.empty() ? "'" : ", '") + std::string(row.name) + "'";
    }
    return "SELECT kind, id, body FROM entity WHERE generation = (SELECT generation FROM feed) "
           "AND kind IN (" +
           kinds + ")";
  }();
  return kShown;
}

// Thousands of what is looked up cost nothing before somebody asks.
bool ChangesStation(const FeedChange& change) {
  const FeedKindRow* row = FindFeedKind(change.kind);
  return !row || !row->looked_up;
}

std::string DayOf(const FeedPage& page) { return LocalTime::At(page.county_time_ms).Date(); }

template <class T>
void Keep(T read, std::vector<T>& list) {
  list.push_back(std::move(read));
}

template <class T, class Member>
void Keep(T read, Member& one) {
  one = std::move(read);
}

template <class Kind>
void Show(Station& station, const std::string& body, const ShownAt& at) {
  auto read = ReadFeedBody<Kind>(body, at.id);
  if (read && Kind::Shows(*read, at)) Keep(std::move(*read), station.*Kind::kShown);
}

template <class Kind>
void PutInOrder(Station& station, const ShownAt& at) {
  if constexpr (requires { Kind::Order(station.*Kind::kShown, at); }) {
    Kind::Order(station.*Kind::kShown, at);
  }
}

}  // namespace

Registry::Feed Registry::Read() {
  Query query(connection_, kReadEntity);
  Feed feed;
  if (!query.Step()) return feed;
  feed.generation = query.Id(0);
  feed.cursor = query.Text(1);
  feed.building = !query.IsNull(2);
  feed.next_generation = query.Id(2);
  feed.next_cursor = query.Text(3);
  return feed;
}

FeedPosition Registry::Position() {
  const Feed feed = Read();
  return feed.building ? FeedPosition{feed.next_cursor, feed.next_generation}
                       : FeedPosition{feed.cursor, feed.generation};
}

Result<bool> Registry::Apply(const FeedPage& page) {
  if (page.studio != studio_) {
    return Fail(ErrorKind::kNotForUs, "a feed page for studio " + std::to_string(page.studio));
  }
  const Feed feed = Read();
  if (page.generation == feed.generation) {
    // A page says as of when it is: of a county whose clock was put back, too.
    current_ms_ = 0;
    if (page.from != feed.cursor) {
      return Fail(ErrorKind::kConflict, "the feed page continues from another place");
    }
    if (feed.building) {  // the county is back at the generation in use
      Drop(feed.next_generation);
      Query(connection_, kStopBuilding).Run();
    }
    Write(page);
    Query(connection_, kAdvance).Add(page.to).Add(page.county_time_ms).Run();
    return std::any_of(page.changes.begin(), page.changes.end(), ChangesStation);
  }
  const bool continues =
      feed.building && page.generation == feed.next_generation && page.from == feed.next_cursor;
  if (!continues) {
    if (!page.from.empty()) {
      return Fail(ErrorKind::kConflict, "a page from the middle of another generation");
    }
    if (page.county_time_ms < AsOfMs()) {
      return Fail(ErrorKind::kConflict, "a generation from before what is in use");
    }
    if (feed.building) Drop(feed.next_generation);
    Drop(page.generation);
  }
  current_ms_ = 0;
  Write(page);
  if (page.more) {
    Query(connection_, kBuild).Add(page.generation).Add(page.to).Run();
    return false;
  }
  RemovedShifts(connection_).NoteMissing(feed.generation, page.generation, DayOf(page));
  Drop(feed.generation);
  Query(connection_, kSwap).Add(page.generation).Add(page.to).Add(page.county_time_ms).Run();
  return true;
}

void Registry::Write(const FeedPage& page) {
  for (const FeedChange& change : page.changes) {
    if (change.deleted) {
      if (change.kind == ShiftKind::kName) {
        RemovedShifts(connection_).Note(page.generation, change.id, change.version, DayOf(page));
      }
      Query(connection_, kRemoveEntity).Add(page.generation).Add(change.kind).Add(change.id).Run();
      continue;
    }
    // A list that cannot be read takes nothing away from the one that could.
    if (change.kind == SafetyKind::kName && !SafetyFromJson(change.body)) {
      Query(connection_, kKeepSafety).Add(page.generation).Run();
      continue;
    }
    Query(connection_, kPutEntity)
        .Add(page.generation)
        .Add(change.kind)
        .Add(change.id)
        .Add(static_cast<std::int64_t>(change.version))
        .Add(change.body)
        .Run();
  }
}

void Registry::ReadAnew() { Query(connection_, kReadAnew).Run(); }

void Registry::Drop(const Uuid& generation) { Query(connection_, kDrop).Add(generation).Run(); }

std::int64_t Registry::AsOfMs() {
  Query query(connection_, kAsOf);
  return std::max(query.Step() ? query.Int(0) : 0, current_ms_);
}

bool Registry::NoteCurrent(const std::string& newest_cursor, std::int64_t county_ms) {
  if (!IsAt(newest_cursor)) return false;
  current_ms_ = county_ms;
  return Query(connection_, kNoteCurrent).Add(county_ms).Add(newest_cursor).Add(kHourMs).Run() == 1;
}

bool Registry::IsAt(const std::string& cursor) {
  const Feed feed = Read();
  return !cursor.empty() && !feed.building && feed.cursor == cursor;
}

std::optional<std::string> Registry::Body(std::string_view kind, const std::string& id) {
  Query query(connection_, kWithIdEntity);
  query.Add(kind).Add(id);
  if (!query.Step()) return std::nullopt;
  return query.Text(0);
}

std::optional<CaseStatus> Registry::StatusOf(const std::string& number) {
  const auto body = Body(StatusKind::kName, number);
  if (!body) return std::nullopt;
  auto status = CaseStatusFromJson(*body);
  if (!status) return std::nullopt;
  return std::move(*status);
}

std::optional<Wish> Registry::WishOf(const std::string& id) {
  const auto body = Body(WishKind::kName, id);
  if (!body) return std::nullopt;
  auto wish = WishFromJson(*body, id);
  if (!wish) return std::nullopt;
  return std::move(*wish);
}

Result<Bytes> Registry::Picture(const std::string& id) {
  const auto body = Body(PictureKind::kName, id);
  if (!body) return Fail(ErrorKind::kNotFound, "no such picture");
  return PictureFromJson(*body);
}

const SafetyReading& Registry::SafetyOf(std::string body) {
  if (!safety_.IsOf(body)) safety_ = SafetyReading(std::move(body), safety_);
  return safety_;
}

Station Registry::Build(std::int64_t now_ms) {
  Station station;
  station.as_of_ms = AsOfMs();
  ShownAt at{studio_, LocalTime::At(now_ms).Date(), {}};
  Query query(connection_, ShownStatement().c_str());
  while (query.Step()) {
    const std::string kind = query.Text(0);
    const std::string id = query.Text(1);
    std::string body = query.Text(2);
    at.id = id;
    if (kind == SafetyKind::kName) {
      station.safety = SafetyOf(std::move(body));
      continue;
    }
    EachKind(FeedKinds(), [&]<class Kind>() {
      if constexpr (kIsShown<Kind>) {
        if (kind == Kind::kName) Show<Kind>(station, body, at);
      }
    });
  }
  for (Mechanism& mechanism : std::exchange(station.mechanisms, {})) {
    if (mechanism.id == station.county.mechanism) station.mechanism = std::move(mechanism);
  }
  DutyRegistry duty(connection_);
  if (const auto counting = duty.Counting(station.county.mechanism)) {
    if (const auto rules = RulesFromJson(counting->json)) station.duty_quotas = DutyQuotas(*rules);
  }
  const std::string first_day = LocalTime::At(now_ms - kDayMs).Date();
  station.shifts = duty.Shifts(first_day, kLastDay);
  std::erase_if(station.shifts, [&](const Shift& shift) { return shift.studio != studio_; });
  EachKind(FeedKinds(), [&]<class Kind>() {
    if constexpr (kIsShown<Kind>) PutInOrder<Kind>(station, at);
  });
  return station;
}

std::vector<std::string> HotStationStatements() { return {ShownStatement(), kWithIdEntity}; }

}  // namespace studio

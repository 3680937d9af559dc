// What the registry in use knows of duty: shifts, attendance and what belongs to them, read at the
// cost of the days asked for. What does not parse is passed over. Store thread; throws
// SQLite::Exception.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/feed/counting_entities.h"
#include "shared/feed/entities.h"
#include "store/base/connection.h"

namespace studio {

class DutyRegistry {
 public:
  explicit DutyRegistry(Connection& connection) : connection_(connection) {}

  // Of all studios; dates as in the feed, both included; by date, time and id, with their versions.
  std::vector<Shift> Shifts(std::string_view first, std::string_view last);
  std::vector<AttendanceLine> Attendance(std::string_view first, std::string_view last);
  std::optional<Shift> ShiftWith(const std::string& id);
  std::optional<Superseded> SupersededBy(const std::string& record);
  std::optional<KeyWrap> KeyWrapOf(StudioId studio, const std::string& member);
  std::vector<KeyWrap> KeyWraps();
  std::vector<Studio> Studios();  // by number
  std::vector<Holiday> Holidays();
  std::vector<Revocation> Revocations();
  // Sealed as they came; opened by acts/year_reading.h.
  std::vector<SealedForStudio> Deeds();
  std::vector<SealedForStudio> ClosedYears();
  std::vector<SealedForStudio> Proposals();  // opened by acts/proposal_records.h
  std::optional<CountingText> Counting(const std::string& name);
  std::optional<ClosedRoll> Roll(int year);  // of a closed year
  std::optional<DeedYears> YearsTold();

 private:
  template <class Kind>
  std::vector<typename Kind::Entity> OfKind();
  template <class Kind>
  std::optional<typename Kind::Entity> WithId(const std::string& id);

  Connection& connection_;
};

inline constexpr std::string_view kFirstDay = "0000-00-00";
inline constexpr std::string_view kLastDay = "9999-99-99";

std::vector<std::string> HotRegistryStatements();

}  // namespace studio

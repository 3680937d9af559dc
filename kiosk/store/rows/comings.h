// Who came and went, as it was recorded here, and how that goes together with what the county puts
// together of all check-ins. Store thread; throws SQLite::Exception.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/uuid.h"
#include "shared/feed/attendance.h"
#include "store/base/connection.h"

namespace studio {

class Comings {
 public:
  explicit Comings(Connection& connection) : connection_(connection) {}

  // Within the caller's transaction.
  void Came(const Attendance& coming, const Uuid& record);
  // Closes the member's newest open one of that shift. False: there is none.
  bool Went(const std::string& member, const std::string& shift, std::int64_t out_ms);
  // Out on visits or back, of the member's newest open one of that shift; 0: nothing is said of it.
  // False: there is none.
  bool Visited(const std::string& member, const std::string& shift, std::int64_t visit_ms,
               std::int64_t back_ms);
  // Dates as in the feed, both included; in the order of coming.
  std::vector<Attendance> Between(std::string_view first, std::string_view last);
  std::optional<std::int64_t> LastIn();  // when somebody last came or went
  void Forget(std::string_view before);  // date

 private:
  Connection& connection_;
};

// What was recorded here and what the feed tells, each coming once. The feed's line counts where it
// has what is known here; what it lacks (a going not yet uploaded, a second coming) is filled in.
// A line whose badge did not hold at the county is there only where this terminal took it, and says
// so.
std::vector<Attendance> Merged(const std::vector<Attendance>& here,
                               const std::vector<AttendanceLine>& told);

std::vector<std::string> HotComingStatements();

}  // namespace studio

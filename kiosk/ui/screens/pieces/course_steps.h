// The course of a matter in words: what has happened, what happens next. The receipt and 查进度
// show the same line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/station/station.h"
#include "app/tracking/case_store.h"

namespace studio {

struct CourseStep {
  enum class Mark {
    kDone,
    kGoesUp,  // kept here, on its way to the county
    kNow,     // somebody has it in hand
    kProblem,
    kAhead,
  };
  Mark mark = Mark::kDone;
  std::string title;
  std::string hint{};
};

// `unit_reads`: what the handling unit will learn; empty where that is not known here.
std::vector<CourseStep> CourseOf(const ReceiptStatus& status, const Station& station,
                                 std::int64_t now_ms, const std::string& unit_reads = {});
std::vector<CourseStep> CourseOf(const TrackedCase& found, const Station& station,
                                 std::int64_t now_ms);

}  // namespace studio

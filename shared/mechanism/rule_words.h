// The words by which a mechanism's file, and what is published of it, name the choices of a rule.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "shared/mechanism/mechanism.h"

namespace studio {

template <class T>
using Choices = std::vector<std::pair<std::string_view, T>>;

inline const Choices<CountedDay> kCountedDays = {{"done", CountedDay::kDone},
                                                 {"submitted", CountedDay::kSubmitted},
                                                 {"state", CountedDay::kState}};
inline const Choices<Span> kSpans = {{"month", Span::kMonth},
                                     {"quarter", Span::kQuarter},
                                     {"half_year", Span::kHalfYear},
                                     {"year", Span::kYear},
                                     {"term", Span::kTerm}};
inline const Choices<Feature> kFeatures = {{"role", Feature::kRole},
                                           {"author", Feature::kAuthor},
                                           {"attendance", Feature::kAttendance},
                                           {"level", Feature::kLevel},
                                           {"form", Feature::kForm},
                                           {"state", Feature::kState},
                                           {"post", Feature::kPost},
                                           {"event_level", Feature::kEventLevel}};
inline const Choices<Several> kSeverals = {
    {"highest", Several::kHighest}, {"sum", Several::kSum}, {"last", Several::kLast}};
inline const Choices<Share> kShares = {{"each", Share::kEach},
                                       {"first_only", Share::kFirstOnly},
                                       {"half_and_equal", Share::kHalfAndEqual},
                                       {"equal", Share::kEqual}};
inline const Choices<Subject> kSubjects = {
    {"member", Subject::kMember},     {"studio", Subject::kStudio},
    {"platform", Subject::kPlatform}, {"group", Subject::kGroup},
    {"township", Subject::kTownship}, {"county", Subject::kCounty}};

}  // namespace studio

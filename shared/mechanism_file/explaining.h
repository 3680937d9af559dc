// A mechanism's file as Chinese sentences, to be held beside the document that it comes from.
#pragma once

#include <string>

#include "shared/mechanism/mechanism.h"
#include "shared/mechanism_file/place_names.h"
#include "shared/mechanism_file/place_reading.h"
#include "shared/mechanism_file/rules_check.h"

namespace studio {

// All of a file: what things are called, what counts, what is owed, what comes of it, and what
// terminals go by; behind each sentence whose word it is. Lines that end in a line end; words of
// the file that have no Chinese name stand as they are.
std::string ExplainedFile(const CountingRules& rules, const Entries& entries,
                          const ReadPlace& place);

// The counting rules alone, with the marks of `entries`.
std::string ExplainedText(const CountingRules& rules, const PlaceNames& names = {},
                          const Entries& entries = {});

// One of them: a sentence, without a line end.
std::string ExplainedRule(const CountingRules& rules, const PointsRule& rule,
                          const PlaceNames& names = {});
std::string ExplainedQuota(const Quota& quota, const PlaceNames& names = {});

}  // namespace studio

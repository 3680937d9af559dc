// What a member wrote, as the deed that waits for the county's word. The county's book and the
// terminal that wrote it down make it, and make the same. Whoever else took part has a word of
// their own (coauthor_body.h).
#pragma once

#include <string_view>

#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/bodies/work_bodies.h"
#include "shared/mechanism/deed.h"

namespace studio {

// Kinds of deeds that texts are: the first alone is what quotas of information ask for.
inline constexpr std::string_view kInformationDeed = "information";
inline constexpr std::string_view kTopicSuggestionDeed = "topic_suggestion";
inline constexpr std::string_view kProposalMaterialDeed = "proposal_material";
bool IsHandedIn(const Deed& deed);  // one of these

// Bodies as they were read (ActivityBodyFromJson, InformationBodyFromJson). kMalformed, a Chinese
// sentence: a figure that is none.
Result<Deed> DeedOf(const Uuid& record, const ActivityBody& body);
Result<Deed> DeedOf(const Uuid& record, const InformationBody& body);

}  // namespace studio

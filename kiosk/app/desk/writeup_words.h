// What is written under several headings, as the one text of a record, and back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/feed/activity_template.h"
#include "shared/feed/public_entities.h"

namespace studio {

// "【大家怎么说】\n…" for each heading that has words, one below the other.
std::string JoinedWords(const std::vector<std::string>& headings,
                        const std::vector<std::string>& words);
// As many as headings; what stands under no heading of these comes to the first one.
std::vector<std::string> SplitWords(const std::vector<std::string>& headings,
                                    std::string_view text);
// So many characters under each, so that the whole fits a record.
std::size_t RoomUnderEach(const std::vector<std::string>& headings);

// What whoever leads a topic notes of it.
ActivityTemplate TopicNoteTemplate(const Topic& topic);
// 年度小结, asked as any activity is: what the register sheet of that year has of its member.
ActivityTemplate SummaryTemplate(int year);

}  // namespace studio

// The pages of 参与协商.
#pragma once

#include "pages.h"

namespace studio {

// Scripts up to a page of it.
extern const std::string kToTopics, kToTopic, kToStance, kToOpinionWords, kToSpeaker,
    kToOpinionCheck, kToGiven;

std::vector<Page> TopicPages();

}  // namespace studio

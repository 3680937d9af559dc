// Ready sentences among somebody's own words: one is chosen as long as it stands there as it was
// offered, whatever was written around it.
#pragma once

#include <string_view>

#include "app/saying/text_draft.h"

namespace studio {

bool SaysSentence(std::string_view text, std::string_view sentence);
// At the end of the words, as a sentence of its own. False where it does not fit.
bool AddSentence(TextDraft& words, std::string_view sentence);
// With the mark that joined it; what is left is joined as before.
void TakeOutSentence(TextDraft& words, std::string_view sentence);

}  // namespace studio

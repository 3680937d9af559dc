// A sentence of the screen as it is said: times of day, and numbers that are read digit by digit.
#pragma once

#include <string>
#include <string_view>

namespace studio {

// UTF-8. "08:30 – 11:30" becomes "8点30分到11点30分", "037 48215 2" "零三七，四八二一五，二", what
// stands between two parts a pause. Numbers of less than five digits stay as they are.
std::string SpokenForm(std::string_view text);

}  // namespace studio

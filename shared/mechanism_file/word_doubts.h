// Words that a place is free to choose (kinds, states, levels, roles, posts …), looked at for slips
// of the pen. For .cpp files of this folder only.
#pragma once

#include <toml++/toml.h>

#include "shared/mechanism_file/mistakes.h"

namespace studio {

// Doubts: a word that stands once in the whole file, has no meaning of its own (word_names.h) and
// is a letter or two from one that has, or that stands elsewhere; a Chinese word that tables make
// an English one of, so that the rule would never meet it.
void DoubtWords(const toml::table& file, Mistakes& mistakes);

}  // namespace studio

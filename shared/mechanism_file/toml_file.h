// A mechanism's file as TOML; what is none is told in Chinese. The only place that asks toml++ to
// read. For .cpp files of this folder only.
#pragma once

#include <toml++/toml.h>

#include <string_view>
#include <tl/expected.hpp>

#include "shared/mechanism_file/mistakes.h"

namespace studio {

// `text`: the whole file, UTF-8 with or without a byte order mark, at most 1 MB. Texts in it come
// back as CleanText of one line.
tl::expected<toml::table, Mistake> ReadToml(std::string_view text);

}  // namespace studio

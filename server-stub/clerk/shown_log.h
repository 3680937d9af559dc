// What is logged is read by people, and tells of words, paths and files that come from outside.
#pragma once

#include <spdlog/fwd.h>

namespace county {

// Each message of this log is one line from now on, as ShownText has it.
void ShowWhatIsLogged(spdlog::logger& log);

}  // namespace county

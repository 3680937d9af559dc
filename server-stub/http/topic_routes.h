// The pages of topics for phones: /t/TOPIC and what is said there.
#pragma once

#include <vector>

#include "server/http/http_exchange.h"

namespace county {

std::vector<WorkRoute> TopicRoutes();

// The page where a request for one was refused before it was read.
Response RefusedPage(int status);

}  // namespace county

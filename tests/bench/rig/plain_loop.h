// What the terminal's drain is measured against: a loop that posts finished batches over one kept
// connection with libcurl, and looks at nothing of the answers but their status.
#pragma once

#include <filesystem>
#include <vector>

#include "store/base/identity.h"
#include "sync/line/http_client.h"
#include "sync/link/county_link.h"

namespace studio::bench {

// The greeting and then every batch of what waits in the folder, as the link would send them,
// signed for the identity's server. No program may be at work there. Throws std::runtime_error.
std::vector<HttpRequest> PackAll(const std::filesystem::path& folder, const Identity& identity,
                                 const BatchLimits& limits);

// Posts one after the other; how long it took, in ms, connecting included. Throws
// std::runtime_error where one is not answered with 200.
double PostAll(const std::vector<HttpRequest>& requests, const std::filesystem::path& ca_file);

}  // namespace studio::bench

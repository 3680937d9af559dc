// Resumable upload: tus 1.0.0 with creation (shared/protocol.md, "Attachment").
#pragma once

#include <vector>

#include "server/http/http_exchange.h"

namespace county {

std::vector<WorkRoute> AttachmentRoutes();

}  // namespace county

// Resumable upload: tus 1.0.0 with creation (shared/protocol.md, "Attachment").
#pragma once

#include "server/office/office.h"

namespace httplib {
class Server;
}  // namespace httplib

namespace county {

// `office` outlives the server.
void RouteAttachments(httplib::Server& server, Office& office);

}  // namespace county

// The pages of topics for phones: /t/TOPIC and what is said there.
#pragma once

#include "server/office/office.h"

namespace httplib {
class Server;
}

namespace county {

// office outlives the server.
void RouteTopics(httplib::Server& server, Office& office);

}  // namespace county

// What lives as long as one open database.
#pragma once

#include <memory>

#include "store/connection.h"
#include "store/identity.h"
#include "store/outbox.h"
#include "store/registry.h"
#include "store/streams.h"

namespace studio {

struct Tables {
  Tables(std::unique_ptr<Connection> opened, const Identity& identity)
      : connection(std::move(opened)),
        streams(*connection, identity.county.terminal, identity.terminal_key),
        outbox(*connection, streams),
        registry(*connection, identity.county.studio) {}

  std::unique_ptr<Connection> connection;
  Streams streams;
  Outbox outbox;
  Registry registry;
};

}  // namespace studio

// What lives as long as one open database.
#pragma once

#include <memory>

#include "store/attachments.h"
#include "store/connection.h"
#include "store/identity.h"
#include "store/outbox.h"
#include "store/registry.h"
#include "store/streams.h"

namespace studio {

struct Tables {
  Tables(std::unique_ptr<Connection> opened, const Identity& identity,
         const AttachmentFolder& attachment_folder)
      : connection(std::move(opened)),
        streams(*connection, identity.county.terminal, identity.terminal_key),
        outbox(*connection, streams),
        attachments(*connection, attachment_folder),
        registry(*connection, identity.county.studio) {}

  std::unique_ptr<Connection> connection;
  Streams streams;
  Outbox outbox;
  Attachments attachments;
  Registry registry;
};

}  // namespace studio

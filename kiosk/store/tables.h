// What lives as long as one open database.
#pragma once

#include <memory>

#include "store/attachments.h"
#include "store/code_locks.h"
#include "store/comings.h"
#include "store/connection.h"
#include "store/duty_registry.h"
#include "store/handovers.h"
#include "store/identity.h"
#include "store/live_codes.h"
#include "store/outbox.h"
#include "store/pending_changes.h"
#include "store/pin_locks.h"
#include "store/registry.h"
#include "store/said_here.h"
#include "store/set_aside.h"
#include "store/streams.h"
#include "store/trusted_keys.h"
#include "store/wish_acts.h"

namespace studio {

struct Tables {
  Tables(std::unique_ptr<Connection> opened, const Identity& identity,
         const AttachmentFolder& attachment_folder)
      : connection(std::move(opened)),
        streams(*connection, identity.county.terminal, identity.terminal_key),
        outbox(*connection, streams),
        attachments(*connection, attachment_folder),
        registry(*connection, identity.county.studio),
        duty(*connection),
        trusted_keys(*connection, identity.terminal_key, identity.county.county_signing_key),
        comings(*connection),
        live_codes(*connection),
        handovers(*connection),
        pending(*connection),
        set_aside(*connection),
        pin_locks(*connection),
        code_locks(*connection),
        said(*connection),
        wish_acts(*connection) {}

  std::unique_ptr<Connection> connection;
  Streams streams;
  Outbox outbox;
  Attachments attachments;
  Registry registry;
  DutyRegistry duty;
  TrustedKeys trusted_keys;
  Comings comings;
  LiveCodes live_codes;
  Handovers handovers;
  PendingChanges pending;
  SetAside set_aside;
  PinLocks pin_locks;
  CodeLocks code_locks;
  SaidHere said;
  WishActs wish_acts;
};

}  // namespace studio

// What lives as long as one open database.
#pragma once

#include <memory>

#include "store/base/connection.h"
#include "store/base/identity.h"
#include "store/outbox/attachments.h"
#include "store/outbox/outbox.h"
#include "store/outbox/set_aside.h"
#include "store/outbox/streams.h"
#include "store/rows/code_locks.h"
#include "store/rows/comings.h"
#include "store/rows/desk_drafts.h"
#include "store/rows/duty_registry.h"
#include "store/rows/handovers.h"
#include "store/rows/kept_times.h"
#include "store/rows/live_codes.h"
#include "store/rows/member_replies.h"
#include "store/rows/own_deeds.h"
#include "store/rows/pending_changes.h"
#include "store/rows/pin_locks.h"
#include "store/rows/registry.h"
#include "store/rows/removed_shifts.h"
#include "store/rows/revocation_mark.h"
#include "store/rows/said_here.h"
#include "store/rows/trusted_keys.h"
#include "store/rows/wish_acts.h"

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
        removed_shifts(*connection),
        trusted_keys(*connection, identity.terminal_key, identity.county.county_signing_key),
        kept_times(*connection, identity.terminal_key),
        revocation_mark(*connection, registry, identity.terminal_key),
        comings(*connection),
        live_codes(*connection),
        handovers(*connection),
        desk_drafts(*connection),
        own_deeds(*connection),
        member_replies(*connection),
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
  RemovedShifts removed_shifts;
  TrustedKeys trusted_keys;
  KeptTimes kept_times;
  RevocationMark revocation_mark;
  Comings comings;
  LiveCodes live_codes;
  Handovers handovers;
  DeskDrafts desk_drafts;
  OwnDeeds own_deeds;
  MemberReplies member_replies;
  PendingChanges pending;
  SetAside set_aside;
  PinLocks pin_locks;
  CodeLocks code_locks;
  SaidHere said;
  WishActs wish_acts;
};

}  // namespace studio

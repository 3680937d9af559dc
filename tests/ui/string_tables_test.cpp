// Every table of sentences at once: a name that stands in two of them does not compile here, where
// the linker would take one of its values for both.
#include "ui/edit_strings.h"
#include "ui/exchange_strings.h"
#include "ui/link_strings.h"
#include "ui/room_strings.h"
#include "ui/roster_strings.h"
#include "ui/strings.h"
#include "ui/topic_strings.h"
#include "ui/track_strings.h"
#include "ui/unlock_strings.h"
#include "ui/wall_strings.h"
#include "ui/wish_strings.h"

static_assert(!studio::say::kTrack.empty());

// Every table of sentences at once: a name that stands in two of them does not compile here, where
// the linker would take one of its values for both.
#include "ui/words/desk_strings.h"
#include "ui/words/edit_strings.h"
#include "ui/words/exchange_strings.h"
#include "ui/words/link_strings.h"
#include "ui/words/room_strings.h"
#include "ui/words/roster_strings.h"
#include "ui/words/scan_strings.h"
#include "ui/words/slip_strings.h"
#include "ui/words/strings.h"
#include "ui/words/topic_strings.h"
#include "ui/words/track_strings.h"
#include "ui/words/unlock_strings.h"
#include "ui/words/wall_strings.h"
#include "ui/words/wish_strings.h"

static_assert(!studio::say::kTrack.empty());

// What a manager may change about a day, and what stands in the way: whatever the county would
// refuse, and what makes no sense any more. Pure; computed anew for every frame.
#pragma once

#include <string>
#include <vector>

#include "app/duty/month_view.h"

namespace studio {

enum class EditKind {
  // of one place
  kLeave,
  kStandIn,
  kSwap,
  kTakeBack,  // leave or a stand-in
  kReplace,
  kTakeOff,
  // of a shift
  kAdd,
  kHours,
  kRemove,
  kNew,
};

enum class EditBar {
  kNone,
  kWaiting,   // a change of the shift waits for the county: there is no version to name
  kOver,      // the shift is over
  kBegan,     // has begun
  kCame,      // somebody has come for it
  kOnLeave,   // is on leave already
  kStoodIn,   // somebody stands in already
  kComing,    // there is nothing to take back
  kAlone,     // the only place: the shift goes, or somebody else comes
  kBadHours,  // the shift's hours are none; they come first
};

// `member`: whose place it is, for kinds that speak of one.
EditBar BarOf(EditKind kind, const MonthView& view, const Shift& shift,
              const std::string& member = {});

// Somebody who could come, and why not.
struct MemberChoice {
  enum class Bar {
    kNone,
    kSelf,     // it is their own place
    kInShift,  // comes for that shift already
    kBusy,     // is on duty elsewhere then: `busy`
  };
  const Member* member = nullptr;
  bool here = false;  // has a place at this studio
  int times = 0;      // on duty in the month shown, done and to come
  Bar bar = Bar::kNone;
  const Shift* busy = nullptr;
};

// Everybody: of this studio first, then who can, then who has come least.
std::vector<MemberChoice> MembersFor(const MonthView& view, const Shift& shift,
                                     const std::string& own);
MemberChoice::Bar BarOf(const MonthView& view, const Shift& shift, const std::string& own,
                        const std::string& member, const Shift** busy = nullptr);

// Somebody else's place, to be taken for one's own.
struct SwapChoice {
  enum class Bar {
    kNone,
    kWaiting,    // a change of that shift waits for the county
    kInShift,    // one of the two comes for the other's shift already
    kOwnBusy,    // who gives is on duty elsewhere then: `busy`
    kOtherBusy,  // who takes is
  };
  const Shift* shift = nullptr;
  std::string member;
  Bar bar = Bar::kNone;
  const Shift* busy = nullptr;
};

// Places of this studio in the month shown whose shift has not begun, by time.
std::vector<SwapChoice> SwapsFor(const MonthView& view, const Shift& shift,
                                 const std::string& member);

}  // namespace studio

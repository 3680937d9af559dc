// What the first page does not need: the ways of saying and the county link, and the commands that
// work with the same rooms. They stand in a library of their own, studio-annex.so, because the
// sixty libraries they bring would lengthen the start by a third; a terminal loads it once its
// first page is shown. The program itself links none of these rooms.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

#include "app/base/clock.h"
#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "app/saying/attachment_files.h"
#include "app/saying/ways_of_saying.h"
#include "app/station/machine_health.h"
#include "app/station/station.h"
#include "commands/assess_command.h"
#include "commands/badge_command.h"
#include "commands/candidates.h"
#include "commands/carrying_command.h"
#include "commands/examining.h"
#include "commands/roster_commands.h"
#include "commands/sheets_command.h"
#include "commands/terminal_options.h"
#include "store/base/identity.h"
#include "store/base/link_store.h"
#include "sync/link/enrolment_client.h"

namespace studio {

// Everything pointed to outlives the annex.
struct AnnexParts {
  TerminalOptions options;
  Identity identity;
  std::filesystem::path folder;
  LinkStore* store = nullptr;
  AttachmentFiles* attachments = nullptr;
  const Clock* clock = nullptr;
  Executor* worker = nullptr;
  MainQueue* main_queue = nullptr;
  std::function<void(LinkState)> on_link;
};

// Main thread, except WakeLink.
class Annex {
 public:
  virtual ~Annex() = default;
  virtual WaysOfSaying Ways() = 0;  // as long as the annex
  // How syllables are spelled at this studio, and the county's own words.
  virtual void Learn(const Station& station) = 0;
  virtual void HoldUp(CameraSource source) = 0;  // something else in front of the camera
  // For the county's staff; the camera is added here.
  virtual void NoteMachine(MachineHealth machine) = 0;
  virtual void WakeLink() = 0;  // any thread: something new waits for the county
};

// The library's one door: everything else in it is hidden.
struct AnnexDoor {
  Result<std::unique_ptr<Annex>> (*open)(AnnexParts parts);  // kInvalid: the county's address
  decltype(&Enrol) enrol;
  decltype(&ImportRoster) import_roster;
  decltype(&ExportRosterOf) export_roster;
  decltype(&ImportFeed) import_feed;
  decltype(&CheckBadge) check_badge;
  decltype(&PrintCandidates) print_candidates;
  decltype(&AssessStudio) assess;
  decltype(&PrintSheets) print_sheets;
  decltype(&ExamineBehindDoor) examine;
};

// Loads the library where that has not happened yet; it stays to the end. Any thread; takes some
// 20 ms. kUnavailable: it is not where the program was built or installed, or does not load.
Result<const AnnexDoor*> LoadAnnex();

}  // namespace studio

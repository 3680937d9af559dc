// What goes to the county on a stick instead of by the line, and its answer. Implemented by
// kiosk/annex/county_exchange on the stick's thread; every completion runs on the main thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "app/tables/roster_files.h"
#include "shared/record/record.h"

namespace studio {

struct ReplyFile {
  std::string name;   // of the file
  std::string place;  // where it lies
  std::filesystem::path path;
  std::int64_t changed_ms = 0;  // Unix time
  TerminalNumber terminal = 0;  // whom it says that it is for
};

struct CarryingPlaces {
  std::vector<ExchangePlace> places;
  std::vector<ReplyFile> replies;  // answers of a county, newest first; not yet proved
};

struct CarriedUp {
  std::string name;  // of the file
  std::size_t records = 0;
  std::size_t attachments = 0;
  std::size_t left = 0;  // that did not fit, or are damaged
};

struct CarriedDown {
  std::size_t records = 0;      // answered
  std::size_t attachments = 0;  // that the county has whole
  std::size_t pages = 0;        // of the feed
  std::size_t known = 0;        // messages that brought nothing new
};

enum class CarryFault {
  kStickGone,      // pulled out
  kStickFull,      // or as much on it as its file system takes
  kStickLocked,    // write protected
  kOtherTerminal,  // the answer is another terminal's
  kAltered,        // cut short, damaged, changed on the way, or not by this county
  kNewer,          // of a newer program
  kDisk,           // the terminal's own: the file may be imported again
  kFailed,
};

// What the file is called by.
struct CarriedTitle {
  std::string studio_name;
  std::string date;  // "2026-11-22", as the county's time is known
};

class CountyFiles {
 public:
  template <class T>
  using Done = std::function<void(T)>;
  using Up = tl::expected<CarriedUp, CarryFault>;
  using Down = tl::expected<CarriedDown, CarryFault>;

  virtual ~CountyFiles() = default;

  virtual void Look(Done<CarryingPlaces> done) = 0;
  // All that waits; changes nothing here, so it may be done again. `on_progress` is told how many
  // records and attachments are in it by now.
  virtual void Export(ExchangePlace place, CarriedTitle title,
                      std::function<void(std::size_t)> on_progress, Done<Up> done) = 0;
  virtual void Import(std::filesystem::path reply, Done<Down> done) = 0;
};

}  // namespace studio

// A county with one day of duty at one studio, and what its members hold before the camera there.
// The day is tomorrow: a terminal that has heard its county's time and then loses the line is moved
// to any hour of it by its script.
#pragma once

#include <map>

#include "village.h"

namespace studio::e2e {

// The script's lines for so much later, at home: it has gone to rest meanwhile and is woken.
std::string Later(std::int64_t seconds);

class DutyDay {
 public:
  // On duty from 08:30 to 11:30: 示例甲, 示例壬, 示例午, and 示例寅, for whom 示例戊 stands in.
  // Nobody in the afternoon. The terminal is enrolled and knows all that; nobody serves.
  DutyDay();

  Village village;
  std::filesystem::path terminal;

  const std::string& date() const { return date_; }
  std::string shift() const;  // id
  // County time; "08:30" of the day of duty.
  std::int64_t UnixSeconds(const std::string& hour_min) const;
  // The script's lines that move the terminal from now to that hour.
  std::string AdvanceTo(const std::string& hour_min, int days_later = 0) const;

  // Publishes, and has the terminal read to the end of the feed.
  void Tell(const nlohmann::json& changes);
  void Tell(Village& county, const nlohmann::json& changes) const;

  // A badge as the county makes it out, with further options of its command; the picture's path.
  std::string Badge(const std::string& member, const std::vector<std::string>& options = {});
  std::string Badge(Village& county, const std::string& member,
                    const std::vector<std::string>& options = {});
  // What that picture says.
  const std::string& TextOf(const std::string& picture) const { return texts_.at(picture); }
  // A picture of 1280 × 720 with these codes side by side, none too.
  std::string Picture(const std::vector<std::string>& texts);
  // A second of video of that picture: "avi" or "webm".
  std::string Video(const std::string& picture, const std::string& ending);

  // Runs a script from home, at that hour, on a terminal that has heard the county's time and lost
  // the line since.
  Finished RunOffline(const std::string& hour_min, const std::string& script, int days_later = 0);
  // The county serves again, and nothing waits here any more.
  void Upload();
  // What the ledger has of check-ins, in order.
  std::vector<nlohmann::json> CheckIns() const;

 private:
  std::string NewFile(const std::string& ending);

  std::string date_;
  int files_ = 0;
  std::map<std::string, std::string> texts_;
};

}  // namespace studio::e2e

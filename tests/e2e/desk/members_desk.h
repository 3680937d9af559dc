// A county with a terminal and two members whose cards open its desk, for tests by script.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "../memory.h"
#include "../village.h"

namespace studio::e2e {

inline const std::string kWriter = "m01", kWriterPin = "507394";
inline const std::string kOther = "m09", kOtherPin = "618203";

std::string ThisYear();  // by the county's calendar

class MembersDesk {
 public:
  explicit MembersDesk(const std::string& demo = "tieli");

  std::string County(std::vector<std::string> command,
                     const std::vector<std::string>& options) const;

  std::string Card(const std::string& member, const std::string& pin) const;

  // The script's lines from home to the desk.
  std::string In() const { return In(writers_card, kWriterPin); }
  std::string In(const std::string& card, const std::string& pin) const;

  // What may be written up by that place's rules, as it was published.
  nlohmann::json KindsOf(const std::string& place) const;

  // Of the writer's, still to be confirmed.
  std::set<std::string> KindsOfDeeds() const;

  // The script's lines from home to the hub of kWriter, who manages the studio.
  std::string ManagersIn() const;
  // All that others wrote up is confirmed by the manager at the screen, and goes up.
  void ReviewAll(LiveTerminal& terminal) const;

  // What home tells of the studio's quotas, in the stretch that runs now.
  std::vector<nlohmann::json> QuotasNow() const;

  // Until a table of the terminal has so many; the store writes on a thread of its own.
  void WaitForRows(const std::string& table, int least) const;

  Village village;
  std::filesystem::path folder;
  std::string writers_card, others_card;
};

// Taps it, paging to where it stands.
void TapIn(LiveTerminal& terminal, const std::string& label);

// From the desk and back to it: one of that kind (an `activity` of the mechanism), all that it
// asks. `about`: what it belongs to, as it is called there.
void WriteUp(LiveTerminal& terminal, const nlohmann::json& kind, const std::string& about = {});

struct FiledSlip {
  std::string number, code;
};
// Files one without a name and leaves with what the slip says.
FiledSlip FileAtHome(LiveTerminal& terminal, const std::string& words, bool for_members);
// The script's lines from home to what the slip opens.
std::string LookUpLines(const FiledSlip& slip);

}  // namespace studio::e2e

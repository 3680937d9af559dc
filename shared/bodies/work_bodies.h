// The bodies of what members write about their work: `activity` and `information` records. JSON
// (UTF-8) inside the seal; field names are the wire's, in protocol.md. Whoever writes them down,
// they count once the county has confirmed them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/record/attachment.h"
#include "shared/record/record.h"

namespace studio {

inline constexpr std::size_t kMaxActivityWords = 2000;     // characters
inline constexpr std::size_t kMaxInformationWords = 1500;  // of the three parts together
inline constexpr std::size_t kMaxWorkTitle = 100;
inline constexpr std::size_t kMaxActivityMet = 200;
inline constexpr std::size_t kMaxWorkMembers = 200;

// Somebody who took part, or an author; the first is the first author.
struct WorkMember {
  std::string id;
  std::string role{};        // a word of the mechanism: "lead", "speaker", "pen_holder", …
  std::string attendance{};  // of an activity, as a deed has it; empty: present
  bool operator==(const WorkMember&) const = default;
};

struct ActivityBody {
  std::string kind;   // a word of the mechanism: "visit", "consultation", "policy_talk", …
  std::string title;  // what it was
  std::string date;   // the day
  StudioId studio = 0;
  std::string place{};
  std::string organiser{};
  std::string level{};  // of an event: "county", "city", …
  bool must_attend = false;
  std::vector<WorkMember> members;
  std::map<std::string, std::string> units{};  // "hours": "1.5", "residents": "12"
  std::vector<std::string> marks{};            // "commissioned", …
  std::string words{};                         // what was done and what came of it
  std::string met{};                           // residents, groups, departments, as written
  bool late_entry = false;                     // 补录: written down on a later day
  std::string about{};  // what it belongs to: AboutRequest and the like; empty: nothing
  std::vector<AttachmentRef> attachments{};
  std::string by{};     // id of who wrote it down
  std::string token{};  // their badge, without its secret
  bool operator==(const ActivityBody&) const = default;
};

// What a text is handed in as: 社情民意信息, 议题建议, or a proposal's raw material (提案素材).
// Only the first counts as information.
enum class HandedInAs { kInformation, kTopic, kProposal };

// What an activity belongs to: "request:RECORD", "wish:ID", "topic:ID", "liaison:ID".
std::string AboutRequest(const Uuid& record);
std::string AboutWish(const std::string& id);
std::string AboutTopic(const std::string& id);
std::string AboutLiaison(const std::string& id);

struct InformationBody {
  std::string title;
  std::string situation, analysis, suggestion;
  std::string date;  // when it was handed in
  StudioId studio = 0;
  std::vector<WorkMember> members;  // its authors
  std::string form{};               // "single", "digest"
  HandedInAs handed_in_as = HandedInAs::kInformation;
  // The lines of the ledger (民意台账) that it came from: receipt numbers' digits of requests, and
  // ids of records of what members wrote up or heard.
  std::vector<std::string> sources{};
  std::vector<std::string> lines{};
  std::vector<AttachmentRef> attachments{};
  std::string by{};
  std::string token{};
  bool operator==(const InformationBody&) const = default;
};

// A body of before there were fields reads as an object without them. kMalformed: what has `kind`
// (an activity) or `title` (an information) and lacks date or members, a day that no month has, or
// more than the limits above.
std::string ToJson(const ActivityBody& body);
Result<ActivityBody> ActivityBodyFromJson(std::string_view json);
std::string ToJson(const InformationBody& body);
Result<InformationBody> InformationBodyFromJson(std::string_view json);
// One that is not finished: its title may be empty.
Result<InformationBody> InformationDraftFromJson(std::string_view json);

}  // namespace studio

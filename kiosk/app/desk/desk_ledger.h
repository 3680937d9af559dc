// 民意台账 as a member has it at their desk: what people said, each a line, and what was written
// from the lines. As the studio's key opened it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/uuid.h"
#include "shared/bodies/line_closing_body.h"
#include "shared/bodies/work_bodies.h"
#include "shared/mechanism/deed.h"

namespace studio {

enum class LineFrom { kRequest, kWriteup, kPhone, kWordOfMouth };

struct DeskLine {
  Uuid record;
  LineFrom from = LineFrom::kRequest;
  std::string date;             // the day
  std::int64_t made_at_ms = 0;  // as the county's time was known
  std::string place{};          // as it is called; may be empty, as all below
  std::string category{};       // as it is called; of a write-up its kind
  std::string who{};
  std::string words{};
  bool spoken = false;                       // there is a voice message
  std::string receipt{};                     // digits; of a request
  std::string by{};                          // id of the member who wrote it down
  std::string about{};                       // as ActivityBody::about
  std::optional<LineClosingBody> closing{};  // 销号
};

// How far the record has come.
enum class HandedIn { kWaiting, kWithCounty, kSetAside };

struct DeskInformation {
  std::string id;        // of its deed: the record's, or a number of the county's
  InformationBody body;  // of what was handed in elsewhere title, day and authors alone
  bool here = true;      // on this terminal, with its words
  HandedIn state = HandedIn::kWaiting;
  // As the county tells: nothing yet; else whether it is still to be confirmed, and its course.
  bool told = false, unconfirmed = false;
  std::vector<DeedState> course{};  // oldest first
};

struct DeskLedger {
  std::vector<DeskLine> lines;  // newest first
  // Here by whomever of this studio, elsewhere with this member as an author; newest first.
  std::vector<DeskInformation> written;

  const DeskLine* LineWith(const Uuid& record) const;  // null: none, as below
  const DeskInformation* InformationWith(const std::string& id) const;
  std::vector<const DeskInformation*> MadeOf(const DeskLine& line) const;
  std::vector<const DeskLine*> LinesOf(const InformationBody& body) const;
  std::vector<const DeskLine*> LinesAbout(const std::string& about) const;  // newest first
};
// Wiped with its last holder, as everything that is freed.
using DeskLedgerPtr = std::shared_ptr<const DeskLedger>;

bool CameFrom(const InformationBody& body, const DeskLine& line);
bool IsAuthor(const InformationBody& body, const std::string& member);

}  // namespace studio

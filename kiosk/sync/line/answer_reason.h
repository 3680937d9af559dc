// Why an HTTP answer was not what was asked for, in English, for the link's state and the log.
#pragma once

#include <optional>
#include <string>

#include "app/station/station.h"
#include "sync/line/backoff.h"
#include "sync/line/http_client.h"

namespace studio {

std::string ErrorCodeOf(const HttpAnswer& answer);  // "storage"; empty where it names none
std::string StatusReason(const HttpAnswer& answer);

struct AnswerTrouble {
  LinkCondition condition = LinkCondition::kOffline;
  TryFailure failure = TryFailure::kUnreachable;
  std::string reason;
};
// What is wrong with an answer to a question that only a 200 answers; nullopt: nothing.
std::optional<AnswerTrouble> TroubleOf(const HttpAnswer& answer);
// An error that what was sent may be the reason of: not one of the line, of a county that is busy
// or says when, or that knows no such terminal.
bool MayBeOfWhatWasSent(const HttpAnswer& answer);

}  // namespace studio

// One HTTP request and its response, for the routes: who asks, envelopes and refusals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/faults/fault_plan.h"
#include "server/front/exchange.h"
#include "server/front/route_table.h"
#include "server/office/office.h"

namespace county {

class Front;

// A request while it is worked on.
struct Call {
  Office& office;
  const Front& front;
  Exchange& exchange;
  std::optional<Fault> fault;  // befalls it

  const Request& request() const { return exchange.request(); }
};

using Work = Response (*)(Call&);
struct WorkRoute {
  Route route;  // without what handles it
  Work work;
};

Response Refused(const Refusal& refusal);
Response Enveloped(const Bytes& envelope);
Response Answered(const Answer<Bytes>& answer);

// A page of changes that is worth it, where the terminal takes gzip. The envelope inside stays as
// it was signed.
void ZipPage(const Request& request, Response& response);

// Who signed it, for this authority or one that a proxy in front was asked for: Office::Identify.
// Refused where a fault stands in for the work (faults.h).
Answer<Terminal> Identify(Call& call);

}  // namespace county

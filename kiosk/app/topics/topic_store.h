// What the flow of an opinion needs of the store. Implemented by store/.
#pragma once

#include <functional>

#include "shared/base/result.h"
#include "shared/bodies/topic_bodies.h"

namespace studio {

class TopicStore {
 public:
  virtual ~TopicStore() = default;
  // Durable, sealed to the county and signed when `done` says so; main thread. Attachments as for
  // requests. The same ballot again replaces what it said before.
  virtual void GiveOpinion(OpinionBody body, std::function<void(Result<bool>)> done) = 0;
};

}  // namespace studio

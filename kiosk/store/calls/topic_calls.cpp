#include "store/calls/topic_calls.h"

#include "store/acts/voice_records.h"

namespace studio {

void TopicCalls::GiveOpinion(OpinionBody body, std::function<void(Result<bool>)> done) {
  thread_.Write(
      std::move(done),
      [body = std::move(body)](const AtWork& at) {
        return FileOpinion(at.tables, at.maker, at.readers, body);
      },
      kTellRecord);
}

}  // namespace studio

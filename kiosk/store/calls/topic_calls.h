// Opinions on topics (app/topics/topic_store.h).
#pragma once

#include "app/topics/topic_store.h"
#include "store/core/store_thread.h"

namespace studio {

class TopicCalls : public TopicStore {
 public:
  explicit TopicCalls(StoreThread thread) : thread_(std::move(thread)) {}

  void GiveOpinion(OpinionBody body, std::function<void(Result<bool>)> done) override;

 private:
  StoreThread thread_;
};

}  // namespace studio

// The county's pictures for the pages: read by the store, decoded by the worker, the newest few
// kept. Main thread.
#pragma once

#include <functional>
#include <list>
#include <memory>

#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "app/station/public_pictures.h"
#include "store/calls/store.h"

namespace studio {

class PictureBook : public PublicPictures {
 public:
  // All outlive the book. `on_ready`: a picture that was asked for is there.
  PictureBook(Store& store, Executor& worker, MainQueue& queue, std::function<void()> on_ready);
  PicturePtr Get(const std::string& id) override;
  // What is not there may have come down the feed.
  void LookAgain();

 private:
  struct Leaf {
    std::string id;
    PicturePtr picture;  // null: being read, or there is none
  };
  void Decode(const std::string& id, Result<Bytes> jpeg);
  void Keep(const std::string& id, PicturePtr picture);

  Store& store_;
  Executor& worker_;
  MainQueue& queue_;
  std::function<void()> on_ready_;
  std::list<Leaf> leaves_;  // the one asked for last in front
  std::shared_ptr<int> alive_ = std::make_shared<int>();
};

}  // namespace studio

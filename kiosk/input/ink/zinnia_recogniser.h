// Handwriting recognition on the worker. Its data are loaded with the first question; of questions
// asked while one is being worked on, only the newest is answered.
#pragma once

#include <filesystem>
#include <memory>

#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "app/saying/ink_recogniser.h"

namespace studio {

class ZinniaRecogniser : public InkRecogniser {
 public:
  // `data`: the folder of the keyboard's data, for strokes and the filter list. Worker and queue
  // outlive this; answers that come after it are dropped.
  ZinniaRecogniser(std::filesystem::path model, std::filesystem::path data, Executor& worker,
                   MainQueue& queue);
  ~ZinniaRecogniser() override;

  bool Ready() const override;
  void Recognise(Ink ink, Done done) override;

 private:
  struct Work;
  static void Run(const std::shared_ptr<Work>& work);

  Executor& worker_;
  std::shared_ptr<Work> work_;
};

}  // namespace studio

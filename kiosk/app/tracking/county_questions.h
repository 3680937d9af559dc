// What is asked of the county there and then, because it is not known here. Implemented by sync/;
// main thread.
#pragma once

#include <functional>

#include "shared/base/result.h"
#include "shared/bodies/case_answer.h"

namespace studio {

class CountyQuestions {
 public:
  virtual ~CountyQuestions() = default;
  // What became of that number, still sealed to its slip. No code and no proof is sent.
  // kUnavailable: no line, or no answer within ten seconds.
  virtual void AskStatus(const ReceiptNumber& number,
                         std::function<void(Result<StatusWord>)> done) = 0;
};

}  // namespace studio

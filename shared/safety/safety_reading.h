// A safety list that is read the first time it is asked for: compiling its patterns takes tens of
// milliseconds, and nothing that a page shows before somebody writes needs it. Once read it holds
// what a writer is stopped by and no more of what `check` was made of. Any thread.
#pragma once

#include <memory>
#include <string>

#include "shared/safety/safety_list.h"

namespace studio {

class SafetyReading {
 public:
  SafetyReading();
  SafetyReading(Safety list);  // NOLINT(google-explicit-constructor): read already
  // `json`: the entity's; where it cannot be read, `before` goes on.
  SafetyReading(std::string json, const SafetyReading& before);

  // Waits for whoever is reading it.
  const Safety& Get() const;
  operator const Safety&() const { return Get(); }  // NOLINT(google-explicit-constructor)
  bool IsOf(const std::string& json) const;

 private:
  struct Reading;
  std::shared_ptr<Reading> reading_;
};

}  // namespace studio

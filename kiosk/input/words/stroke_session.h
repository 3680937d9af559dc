// One person's composing by strokes. Everything typed dies with it.
#pragma once

#include "input/words/paged_session.h"
#include "input/words/stroke_table.h"

namespace studio {

class StrokeSession : public PagedSession {
 public:
  StrokeSession(std::shared_ptr<const StrokeTable> table,
                std::shared_ptr<const FilterWords> filter);

  bool Press(char key) override;
  void DeleteKey() override;
  void Clear() override;
  std::string Choose(std::size_t index) override;

 private:
  std::string Typed() const override;
  void Refresh();

  const std::shared_ptr<const StrokeTable> table_;
};

}  // namespace studio

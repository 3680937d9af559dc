// A list that tells and leads nowhere: what a studio has of its checklist, its workrooms, whom
// its members have visited.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

struct ToldRow {
  std::string title, hint;
  std::optional<bool> well = true;  // nothing: it is neither well nor open
};

class ToldListScreen : public Screen {
 public:
  ToldListScreen(ScreenParts parts, std::string_view tag, std::string title,
                 std::vector<ToldRow> rows)
      : parts_(parts), tag_(tag), title_(std::move(title)), rows_(std::move(rows)) {}

  std::string_view Tag() const override { return tag_; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  ScreenParts parts_;
  std::string_view tag_;
  std::string title_;
  std::vector<ToldRow> rows_;
  ScrollState scroll_;
};

}  // namespace studio

// 朗读录音: onto a stick, and from one.
#pragma once

#include <optional>

#include "app/base/visit.h"
#include "app/manage/sentence_recordings.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class RecordingsStickScreen : public Screen {
 public:
  // Where there are recordings (parts.ways).
  explicit RecordingsStickScreen(ScreenParts parts);

  std::string_view Tag() const override { return "recordings-stick"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override;

 private:
  enum class Did { kNothing, kExports, kImports };
  void Look();
  void DrawRows(Frame& frame, Rect area);
  void DrawOutcome(Frame& frame, const Rect& area);

  ScreenParts parts_;
  std::optional<RecordingsPlaces> found_;  // none: it is still looked for
  Did did_ = Did::kNothing;
  std::optional<Result<std::size_t>> outcome_;
  ScrollState scroll_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio

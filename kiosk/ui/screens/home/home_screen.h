// Home: what this place is, who is here today, and the few large things one can do. When nobody
// touches it for a while it shows notices and honours in turn; a touch brings it back.
#pragma once

#include <string>
#include <vector>

#include "app/duty/duty.h"
#include "ui/host/screen.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/pieces/wall_pieces.h"

namespace studio {

// What is shown of a notice or an honour while nobody touches it.
struct Poster {
  std::string title, text, date;
  Pill pill;
  std::string picture;  // id
};

class HomeScreen : public Screen {
 public:
  explicit HomeScreen(ScreenParts parts) : parts_(parts) {}

  std::string_view Tag() const override { return "home"; }
  void OnEnter() override;
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }
  bool OnCode(const ScannedCode& code) override;
  Patience TimeOut() const override { return Patience::kHome; }

 private:
  bool Idle(const Frame& frame);
  void DrawIdle(Frame& frame);  // home_idle.cpp, as the next
  void DrawPoster(Frame& frame, Rect area, const Poster& poster);
  // home_progress.cpp: of the studio as a whole, what runs today.
  std::vector<StudioQuota> QuotasNow(const Frame& frame) const;
  static void DrawProgressPoster(Frame& frame, Rect area, const std::vector<StudioQuota>& quotas);
  void DrawTall(Frame& frame);
  void DrawWide(Frame& frame);
  void DrawLargeActions(Frame& frame, Rect area);
  void DrawSign(Frame& frame, Rect row);
  void DrawDuty(Frame& frame, const Rect& card);
  void DrawDutyHead(Frame& frame, Rect& inside, const DutyToday& duty, std::size_t more);
  static float SignHeight(const Theme& theme) {
    return 1.4f * (theme.size.button + theme.size.small);
  }
  float DutyHeight(const Frame& frame) const;
  std::string LinkWords() const;
  // What is said under a title, where there is room for it.
  std::string_view Hint(std::string_view hint) const {
    return parts_.modes.theme.extra_large ? std::string_view{} : hint;
  }
  void DrawReport(Frame& frame, const Rect& rect);
  void DrawTopics(Frame& frame, const Rect& rect);
  void DrawTrack(Frame& frame, const Rect& rect);
  void DrawCheckIn(Frame& frame, const Rect& rect);
  void DrawDesk(Frame& frame, const Rect& rect);
  void DrawRoster(Frame& frame, const Rect& rect);
  void DrawNotices(Frame& frame, const Rect& rect);
  void DrawMembers(Frame& frame, const Rect& rect);
  void DrawWishes(Frame& frame, const Rect& rect);
  void DrawRules(Frame& frame, const Rect& rect);
  void DrawManagement(Frame& frame, const Rect& rect);
  void DrawRest(Frame& frame, const std::vector<Rect>& places);
  void DrawLink(Frame& frame, const Rect& row);

  ScreenParts parts_;
  std::int64_t touched_ms_ = -1;  // monotonic
};

}  // namespace studio

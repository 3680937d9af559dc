// 我的履职: a member's own page behind their card and PIN. What it shows is theirs, and goes with
// it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/desk/desk_flow.h"
#include "app/desk/proposals_flow.h"
#include "app/desk/requests_flow.h"
#include "app/request/helper_asking.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class DeskScreen : public Screen {
 public:
  DeskScreen(ScreenParts parts, const KeySession& session);

  std::string_view Tag() const override { return "desk"; }
  void OnEnter() override;
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  // One line of what waits for them.
  struct Todo {
    enum class What { kDraft, kAsked, kRequests, kProposals } what;
    std::string title, hint;
    const Deed* deed = nullptr;  // of kAsked
  };
  std::vector<Todo> Todos() const;
  // Where the whole desk has no room for all of a list, it has a page of its own.
  enum class Part { kDesk, kTodos, kOwed };

  void DrawWho(Frame& frame, Rect card);
  void DrawTodos(Frame& frame, Rect area);
  void DrawTodo(Frame& frame, Rect row, std::size_t index);
  void Begin(const Todo& todo);
  void DrawAlone(Frame& frame, Rect area);
  void DrawActions(Frame& frame, const Rect& rect);
  Helper AsHelper() const;
  void DrawTiles(Frame& frame, const Rect& rect);
  void DrawYear(Frame& frame, Rect area);
  void DrawTrouble(Frame& frame, Rect area);
  void DrawOwed(Frame& frame, Rect area);
  Rect DrawPoints(Frame& frame, Rect area);

  ScreenParts parts_;
  std::shared_ptr<DeskFlow> flow_;
  std::shared_ptr<RequestsFlow> requests_;
  std::shared_ptr<ProposalsFlow> proposals_;
  std::vector<Todo> todos_;
  ScrollState owed_scroll_, todo_scroll_;
  Part part_ = Part::kDesk;
  bool writing_ = false;  // somebody went to write something up
};

// The card and its PIN, and then the desk.
std::unique_ptr<Screen> WayToDesk(const ScreenParts& parts);

}  // namespace studio

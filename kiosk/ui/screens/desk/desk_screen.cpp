#include "ui/screens/desk/desk_screen.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/coauthor_screen.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/desk/desk_requests_screen.h"
#include "ui/screens/desk/desk_wishes_screen.h"
#include "ui/screens/desk/file_screen.h"
#include "ui/screens/desk/led_topics_screen.h"
#include "ui/screens/desk/own_shifts_screen.h"
#include "ui/screens/desk/proposals_screen.h"
#include "ui/screens/desk/writeup_kinds_screen.h"
#include "ui/screens/desk/writeup_screen.h"
#include "ui/screens/keys/unlock_screen.h"
#include "ui/screens/ledger/ledger_screen.h"
#include "ui/screens/pieces/roster_pieces.h"
#include "ui/screens/request/request_screen.h"
#include "ui/words/staff/desk_file_strings.h"
#include "ui/words/staff/desk_request_strings.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/ledger_strings.h"
#include "ui/words/staff/proposal_strings.h"
#include "ui/words/wish_strings.h"

namespace studio {
namespace {

constexpr float kDeskPad = 24, kTodoGap = 14;

float DeskWhoHeight(const Theme& theme) {
  return theme.size.page_title * 1.25f + theme.size.chip_height * 0.78f +
         theme.Px(12 + 2 * kDeskPad);
}

// Lying down the column is narrow: large, what is said under a title takes two lines.
float TodoRowHeight(const Frame& frame, bool large) {
  const Sizes& size = frame.theme.size;
  const float lines = frame.wide && large ? 2 : 1;
  return size.card_title * 1.3f + size.small * 1.4f * lines + frame.theme.Px(28);
}

float TodoTitleHeight(const Theme& theme) { return theme.size.section_title * 1.4f + theme.Px(8); }

float DeskTilesHeight(const Theme& theme) {
  return 2 * theme.size.chip_height * 1.2f + theme.Px(kTodoGap);
}

}  // namespace

DeskScreen::DeskScreen(ScreenParts parts, const KeySession& session)
    : parts_(parts),
      flow_(std::make_shared<DeskFlow>(parts.desk, parts.state, parts.clock, session)),
      requests_(std::make_shared<RequestsFlow>(parts.desk, parts.state, parts.clock, session)),
      proposals_(std::make_shared<ProposalsFlow>(parts.desk, parts.state, session)) {}

void DeskScreen::OnEnter() {
  requests_->Read();
  proposals_->Read();
  if (!std::exchange(writing_, false)) return;
  flow_->ReadDraft();
  flow_->ReadAccount();
}

void DeskScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  todos_ = Todos();
  if (part_ != Part::kDesk) return DrawAlone(frame, area);
  HeaderLook look;
  look.step = say::kDeskLeave;
  if (Header(frame, area, say::kDesk, look)) return parts_.navigator.Finish();
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kDeskDone))
    return parts_.navigator.Finish();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(12));
  const float gap = theme.size.gap, actions = theme.size.button_height * 1.2f;
  Rect own = area;
  if (frame.wide) own = area.TakeLeft(area.w * 0.46f, gap);
  Rect& year = frame.wide ? area : own;
  DrawTiles(frame, year.TakeBottom(DeskTilesHeight(theme), gap));
  DrawWho(frame, own.TakeTop(DeskWhoHeight(theme), gap));
  DrawActions(frame, own.TakeBottom(actions, gap));
  if (frame.wide) {
    DrawTodos(frame, own);
  } else if (!todos_.empty()) {
    // Two as long as the year keeps more than half of what is left, with their title where that
    // fits too.
    const float row = TodoRowHeight(frame, parts_.modes.theme.extra_large) + theme.Px(kTodoGap);
    const float two = row * static_cast<float>(std::min<std::size_t>(todos_.size(), 2));
    const float titled = two + TodoTitleHeight(theme), most = own.h * 0.45f;
    DrawTodos(frame, own.TakeTop(titled <= most ? titled : two <= most ? two : row, gap));
  }
  DrawYear(frame, year);
}

void DeskScreen::DrawAlone(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool todos = part_ == Part::kTodos;
  const bool arrow = Header(frame, area, todos ? say::kTodoTitle : say::kOwedTitle);
  const bool back = SecondaryButton(frame, TakeFooter(frame, area), say::kBack);
  area.TakeTop(theme.Px(16));
  area = area.Inset(theme.size.margin, 0);
  if (arrow || back || (todos ? todos_.empty() : flow_->account() == nullptr)) {
    part_ = Part::kDesk;
    return;
  }
  if (!todos) return DrawOwed(frame, area);
  const int count = static_cast<int>(todos_.size());
  PagedList list(frame, area, "todo", todo_scroll_, count,
                 TodoRowHeight(frame, parts_.modes.theme.extra_large), theme.Px(kTodoGap));
  for (int i = list.First(); i < list.End(); ++i)
    DrawTodo(frame, list.Row(i), static_cast<std::size_t>(i));
}

void DeskScreen::DrawWho(Frame& frame, Rect card) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  card = card.Inset(theme.Px(36), theme.Px(kDeskPad));
  const Member* member = flow_->member();
  const std::string name = member == nullptr
                               ? std::string(say::kDeskStranger)
                               : say::Fill(say::kDeskMember, {{"name", member->name}});
  const std::optional<DutyLine> duty = flow_->DutyOfToday();
  const DutyLook look = duty ? LookOf(duty->state) : DutyLook{"", "event_available", Tone::kSand};
  const std::string words = say::DutyLineWords(duty);
  const float circle = theme.Px(120), beside = theme.Px(30);
  if (member != nullptr && card.w - circle - beside >= PillWidth(frame, words, true)) {
    DrawMonogram(frame, card.TakeLeft(circle, beside).Centred(circle, circle), member->name, 0);
  }
  const float height = theme.size.chip_height * 0.78f;
  const TextStyle bold = TextStyle::Of(theme.size.page_title, Weight::kBold);
  Rect line = card.TakeTop(bold.size * 1.25f);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const float named = DrawText(frame, line, name, Fitted(frame, name, bold, line.w));
  line.TakeLeft(named, theme.Px(24));
  if (member != nullptr && MeasureText(frame, member->sector, soft) <= line.w) {
    line.y += (bold.size - soft.size) * 0.375f;
    DrawText(frame, line, member->sector, soft);
  }
  StatusPill(frame, card.x, card.Bottom() - height, words, look.icon, look.tone, height);
}

// What was left unfinished comes before anything new.
std::vector<DeskScreen::Todo> DeskScreen::Todos() const {
  std::vector<Todo> todos;
  if (flow_->draft_kind() != nullptr) {
    todos.push_back(
        {Todo::What::kDraft, std::string(say::kDraftGoOn), say::DraftLine(*flow_->draft())});
  }
  const Station& station = *parts_.state.station;
  for (const Deed* deed : flow_->AskedDeeds()) {
    todos.push_back({Todo::What::kAsked, say::AskedTitle(*deed, station),
                     say::AskedHint(*deed, flow_->Today()), deed});
  }
  if (const int waiting = requests_->Unanswered(); waiting > 0) {
    todos.push_back({Todo::What::kRequests,
                     say::Fill(say::kTodoRequests, {{"n", say::Number(waiting)}}),
                     say::RequestsHint(*requests_)});
  }
  // Their way in, also where none waits for them; most places have none at all.
  if (!proposals_->proposals().empty()) {
    todos.push_back({Todo::What::kProposals, say::ProposalTodoTitle(proposals_->Waiting()),
                     proposals_->Waiting() > 0 ? proposals_->proposals().front().title
                                               : std::string(say::kProposalsRated)});
  }
  return todos;
}

// As many as there is room for; the last place leads to the rest.
void DeskScreen::DrawTodos(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const float row = TodoRowHeight(frame, parts_.modes.theme.extra_large), gap = theme.Px(kTodoGap);
  const auto places_in = [&](float height) {
    return static_cast<std::size_t>(std::max((height + gap) / (row + gap), 0.f));
  };
  const std::size_t most = std::min(todos_.size(), places_in(area.h));
  if (places_in(area.h - TodoTitleHeight(theme)) >= most) {
    DrawText(frame, area.TakeTop(theme.size.section_title * 1.4f, theme.Px(8)), say::kTodoTitle,
             TextStyle::Of(theme.size.section_title, Weight::kBold));
  }
  if (todos_.empty()) {
    const TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
    DrawWrapped(frame, area, say::kTodoNothing, soft);
    return;
  }
  const std::size_t places = places_in(area.h);
  const std::size_t shown =
      todos_.size() <= places ? todos_.size() : std::max<std::size_t>(places, 1) - 1;
  for (std::size_t i = 0; i < shown; ++i) DrawTodo(frame, area.TakeTop(row, gap), i);
  if (shown == todos_.size()) return;
  const std::string more = say::Fill(say::kTodoMore, {{"n", say::Number(todos_.size() - shown)}});
  if (RowTile(frame, area.TakeTop(row), more, {"checklist", {}, Tone::kAmber}))
    part_ = Part::kTodos;
}

void DeskScreen::DrawTodo(Frame& frame, Rect row, std::size_t index) {
  const Todo& todo = todos_[index];
  const bool draft = todo.what == Todo::What::kDraft, asked = todo.what == Todo::What::kAsked;
  if (draft) {
    const float width = OptionWidth(frame, say::kDraftDrop) + frame.theme.Px(24);
    if (SecondaryButton(frame, row.TakeRight(width, frame.theme.Px(16)), say::kDraftDrop))
      return flow_->DropDraft();
  }
  const bool proposals = todo.what == Todo::What::kProposals;
  const TileLook look{draft       ? "edit_note"
                      : asked     ? "group_add"
                      : proposals ? "rate_review"
                                  : "forum",
                      todo.hint,
                      draft   ? Tone::kAmber
                      : asked ? Tone::kSand
                              : Tone::kRed};
  if (RowTile(frame, row, todo.title + "##todo" + std::to_string(index), look)) Begin(todo);
}

void DeskScreen::Begin(const Todo& todo) {
  switch (todo.what) {
    case Todo::What::kDraft:
      writing_ = true;
      return parts_.navigator.Push(std::make_unique<WriteupScreen>(
          parts_, flow_->session(), *flow_->draft_kind(), flow_->draft()));
    case Todo::What::kAsked:
      return parts_.navigator.Push(std::make_unique<CoauthorScreen>(parts_, flow_, *todo.deed));
    case Todo::What::kRequests:
      return parts_.navigator.Push(std::make_unique<DeskRequestsScreen>(parts_, requests_));
    case Todo::What::kProposals:
      return parts_.navigator.Push(std::make_unique<ProposalsScreen>(parts_, proposals_));
  }
}

void DeskScreen::DrawActions(Frame& frame, const Rect& rect) {
  const std::vector<Rect> pair = rect.SplitColumns(2, frame.theme.size.gap);
  if (PrimaryButton(frame, pair[0], say::kWriteup, {"edit_note"})) {
    writing_ = true;
    parts_.navigator.Push(std::make_unique<WriteupKindsScreen>(parts_, flow_->session()));
  }
  // The villager sits down at the screen: nothing of the desk stays behind their request.
  if (SecondaryButton(frame, pair[1], say::kHelpFile, {"support_agent"}))
    parts_.navigator.Replace(std::make_unique<RequestScreen>(parts_, AsHelper()));
}

Helper DeskScreen::AsHelper() const {
  const Member* member = flow_->member();
  return {flow_->session().member, member == nullptr ? std::string() : member->name,
          flow_->session().token};
}

void DeskScreen::DrawTiles(Frame& frame, const Rect& rect) {
  const std::vector<Rect> places = rect.SplitGrid(3, 2, frame.theme.Px(kTodoGap));
  if (SmallTile(frame, places[0], say::kDeskRequests, {"forum"}))
    parts_.navigator.Push(std::make_unique<DeskRequestsScreen>(parts_, requests_));
  if (SmallTile(frame, places[5], say::kLedger, {"menu_book"})) {
    writing_ = true;
    parts_.navigator.Push(std::make_unique<LedgerScreen>(parts_, flow_->session()));
  }
  if (SmallTile(frame, places[1], say::kOwnShifts, {"event_note"}))
    parts_.navigator.Push(std::make_unique<OwnShiftsScreen>(parts_, flow_->session()));
  if (SmallTile(frame, places[2], say::kWishes, {"favorite"}))
    parts_.navigator.Push(std::make_unique<DeskWishesScreen>(parts_, AsHelper()));
  if (SmallTile(frame, places[3], say::kLedTopics, {"groups"}))
    parts_.navigator.Push(std::make_unique<LedTopicsScreen>(parts_, flow_->session()));
  if (SmallTile(frame, places[4], say::kFile, {"folder_shared"}))
    parts_.navigator.Push(std::make_unique<FileScreen>(parts_, flow_));
}

std::unique_ptr<Screen> WayToDesk(const ScreenParts& parts) {
  return std::make_unique<UnlockScreen>(parts,
                                        UnlockLook{"desk-unlock", say::kDesk, UnlockFor::kMembers},
                                        [](const ScreenParts& given, const KeySession& session) {
                                          return std::make_unique<DeskScreen>(given, session);
                                        });
}

}  // namespace studio

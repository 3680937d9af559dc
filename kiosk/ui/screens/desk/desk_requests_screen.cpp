#include "ui/screens/desk/desk_requests_screen.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/desk/desk_request_screen.h"
#include "ui/words/staff/desk_request_strings.h"

namespace studio {
namespace {

constexpr WritingMode kLookingModes[] = {WritingMode::kInk, WritingMode::kPinyin,
                                         WritingMode::kStroke, WritingMode::kDigits};
constexpr WaitingFor kWaitingChoices[] = {WaitingFor::kAnyTime, WaitingFor::kThreeDays,
                                          WaitingFor::kWeek, WaitingFor::kMonth};

std::string NameOfChoice(const std::vector<RequestsChoice>& choices, const std::string& id,
                         std::string_view all) {
  for (const RequestsChoice& one : choices) {
    if (one.id == id) return one.name;
  }
  return std::string(all);
}

}  // namespace

DeskRequestsScreen::DeskRequestsScreen(ScreenParts parts, std::shared_ptr<RequestsFlow> flow)
    : parts_(parts), flow_(std::move(flow)), keyboard_(parts.ways, WritingMode::kInk) {}

void DeskRequestsScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  HeaderLook look;
  std::string shown;
  if (flow_->state() == RequestsState::kThere && picking_ == Picking::kNothing) {
    shown = say::Fill(say::kRequestsShown,
                      {{"n", say::Number(static_cast<std::int64_t>(flow_->Shown().size()))}});
    look.step = shown;
  }
  if (Header(frame, area, say::kDeskRequests, look)) {
    if (picking_ == Picking::kNothing) return parts_.navigator.Pop();
    return Pick(Picking::kNothing);
  }
  if (picking_ == Picking::kSlip) return DrawLookingFor(frame, area);
  if (picking_ != Picking::kNothing) return DrawPicking(frame, area);
  DrawRequests(frame, area);
}

void DeskRequestsScreen::DrawRequests(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool back = SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack);
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (back) return parts_.navigator.Pop();
  if (flow_->state() == RequestsState::kReading)
    return DrawWaitingPage(frame, area, "hourglass_top", say::kRequestsReading);
  if (flow_->state() == RequestsState::kFailed)
    return DrawEmptyPage(frame, area, "error", say::kRequestsFailed);
  // Lying down the list has the height to itself.
  Rect aside = frame.wide ? area.TakeLeft(area.w * 0.27f, theme.size.gap) : area;
  TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  soft.line_spacing = 1.3f;
  if (flow_->All() > 0) DrawPicks(frame, aside);
  const float note = MeasureWrapped(frame, say::kRequestsOnlyHere, aside.w, soft);
  if (note <= aside.h)
    DrawWrapped(frame, aside.TakeBottom(note, theme.Px(12)), say::kRequestsOnlyHere, soft);
  if (!frame.wide) area = aside;
  if (flow_->All() == 0) return DrawEmptyPage(frame, area, "forum", say::kRequestsNone);
  const std::vector<const DeskRequest*> shown = flow_->Shown();
  if (shown.empty()) return DrawEmptyPage(frame, area, "forum", say::kRequestsNoneSuch);
  const std::int64_t now_ms = parts_.state.CountyMs(frame.now);
  const DeskRequest* tapped = nullptr;
  {
    PagedList list(
        frame, area, "requests", list_scroll_, static_cast<int>(shown.size()),
        std::max(theme.Px(176), theme.size.section_title * 1.4f + theme.size.small * 3.4f),
        theme.Px(16));
    for (int i = list.First(); i < list.End(); ++i) {
      const DeskRequest& one = *shown[static_cast<std::size_t>(i)];
      const bool overdue = flow_->IsOverdue(one);
      const std::string hint = say::DeskRequestHint(one, overdue, now_ms);
      const Tone tone = overdue ? Tone::kRed : one.Answered() ? Tone::kJade : Tone::kAmber;
      const std::string_view icon = overdue          ? "error"
                                    : one.Answered() ? "check_circle"
                                                     : "schedule";
      const std::string title = say::DeskRequestTitle(one) + "##" + one.body.receipt;
      if (RowTile(frame, list.Row(i), title, {icon, hint, tone})) tapped = &one;
    }
  }
  if (tapped != nullptr)
    parts_.navigator.Push(std::make_unique<DeskRequestScreen>(parts_, flow_, tapped->record));
}

// As many in a row as their words allow.
void DeskRequestsScreen::DrawPicks(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const std::string village = NameOfChoice(flow_->Villages(), flow_->village(), say::kAllVillages);
  const std::string category =
      NameOfChoice(flow_->Categories(), flow_->category(), say::kAllCategories);
  const bool newest = flow_->order() == RequestsOrder::kNewest;
  const bool looking = !flow_->looked_for().Blank();
  struct OnePick {
    std::string label;
    bool on;
    Picking picking;
  };
  const OnePick picks[] = {
      {village + "###village", !flow_->village().empty(), Picking::kVillage},
      {category + "###category", !flow_->category().empty(), Picking::kCategory},
      {std::string(say::WaitingName(flow_->waiting())) + "###waiting",
       flow_->waiting() != WaitingFor::kAnyTime, Picking::kWaiting},
      {std::string(looking ? std::string_view(flow_->looked_for().text()) : say::kFindSlip) +
           "###slip",
       looking, Picking::kSlip},
      {std::string(newest ? say::kNewestFirst : say::kLongestFirst) + "###order", !newest,
       Picking::kNothing}};
  const float gap = std::max(theme.size.touch_gap, theme.Px(14));
  std::vector<std::string_view> labels;
  for (const OnePick& one : picks)
    labels.push_back(std::string_view(one.label).substr(0, one.label.find("###")));
  const int columns = FittingColumns(frame, labels, area.w, gap, frame.wide ? 1 : 3);
  const int count = static_cast<int>(std::size(picks));
  const int rows = (count + columns - 1) / columns;
  const float height = theme.size.chip_height;
  const Rect strip = area.TakeTop(static_cast<float>(rows) * (height + gap) - gap, theme.Px(20));
  const std::vector<Rect> cells = strip.SplitGrid(columns, rows, gap);
  for (int i = 0; i < count; ++i) {
    const OnePick& one = picks[i];
    if (!Chip(frame, cells[static_cast<std::size_t>(i)], one.label, {"", one.on})) continue;
    if (one.picking != Picking::kNothing) return Pick(one.picking);
    flow_->PickOrder(newest ? RequestsOrder::kLongestWaiting : RequestsOrder::kNewest);
    list_scroll_ = {};
  }
}

void DeskRequestsScreen::Pick(Picking picking) {
  keyboard_.Abandon();
  picking_ = picking;
  pick_scroll_ = {};
  list_scroll_ = {};
  text_area_ = {};
}

void DeskRequestsScreen::DrawPicking(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return Pick(Picking::kNothing);
  struct OneChoice {
    std::string label, id;
    WaitingFor waiting = WaitingFor::kAnyTime;
    bool chosen = false;
  };
  std::vector<OneChoice> choices;
  std::string_view ask = say::kPickWaitingAsk;
  if (picking_ == Picking::kWaiting) {
    for (const WaitingFor one : kWaitingChoices)
      choices.push_back({std::string(say::WaitingName(one)), {}, one, one == flow_->waiting()});
  } else {
    const bool villages = picking_ == Picking::kVillage;
    ask = villages ? say::kPickVillageAsk : say::kPickCategoryAsk;
    const std::string& picked = villages ? flow_->village() : flow_->category();
    choices.push_back(
        {std::string(villages ? say::kAllVillages : say::kAllCategories), {}, {}, picked.empty()});
    for (const RequestsChoice& one : villages ? flow_->Villages() : flow_->Categories()) {
      choices.push_back(
          {say::Fill(say::kPickOption, {{"name", one.name}, {"n", say::Number(one.count)}}),
           one.id,
           {},
           one.id == picked});
    }
  }
  Question(frame, area, ask);
  area = area.Inset(theme.size.margin, 0);
  std::vector<std::string_view> labels;
  for (const OneChoice& one : choices) labels.push_back(one.label);
  const float gap = theme.Px(22);
  const int columns = FittingColumns(frame, labels, area.w, gap, frame.wide ? 3 : 2);
  const int count = static_cast<int>(choices.size());
  const OneChoice* tapped = nullptr;
  {
    PagedList list(frame, area, "picks", pick_scroll_, (count + columns - 1) / columns,
                   theme.Px(136), gap);
    for (int row = list.First(); row < list.End(); ++row) {
      const std::vector<Rect> cells = list.Row(row).SplitColumns(columns, gap);
      for (int column = 0; column < columns && row * columns + column < count; ++column) {
        const OneChoice& one = choices[static_cast<std::size_t>(row * columns + column)];
        if (Option(frame, cells[static_cast<std::size_t>(column)], one.label + "##" + one.id,
                   {"", one.chosen}))
          tapped = &one;
      }
    }
  }
  if (tapped == nullptr) return;
  if (picking_ == Picking::kWaiting) flow_->PickWaiting(tapped->waiting);
  if (picking_ == Picking::kVillage) flow_->PickVillage(tapped->id);
  if (picking_ == Picking::kCategory) flow_->PickCategory(tapped->id);
  Pick(Picking::kNothing);
}

void DeskRequestsScreen::DrawLookingFor(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  TextDraft& words = flow_->looked_for();
  ApplyTyping(frame, words, keyboard_, false);
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page, say::kFindSlipAsk);
  page = page.Inset(theme.size.margin, 0);
  if (!frame.wide) page.TakeBottom(theme.size.gap);
  const Rect line = page.TakeBottom(theme.Px(112), theme.Px(20));
  if (keyboard_.asks_to_finish()) DrawProblem(frame, line, say::kFinishFirst);
  DrawTextArea(frame, page, "##looked-for", words, text_area_,
               {say::kFindSlipPlaceholder, keyboard_.refused()});
  DrawKeyboardPanel(frame, places, keyboard_, words, panel_, {kLookingModes, false});
  const std::vector<Rect> two = places.footer.SplitColumns(2, theme.size.gap);
  const bool all = SecondaryButton(frame, two[0], say::kFindSlipNot);
  const bool find = PrimaryButton(frame, two[1], say::kFindSlipDone);
  if (all) {
    words.Clear();
    return Pick(Picking::kNothing);
  }
  if (find && keyboard_.MayLeave()) Pick(Picking::kNothing);
}

}  // namespace studio

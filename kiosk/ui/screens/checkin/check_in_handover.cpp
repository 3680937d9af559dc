#include <algorithm>

#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/screens/checkin/check_in_screen.h"
#include "ui/screens/parts/stop_pages.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr WritingMode kHandoverModes[] = {WritingMode::kInk, WritingMode::kPinyin,
                                          WritingMode::kStroke, WritingMode::kDigits};
constexpr std::string_view kKinds[] = {"open", "call_back", "device"};

std::string_view IconOf(std::string_view kind) {
  if (kind == "call_back") return "phone_callback";
  return kind == "device" ? "build" : "pending_actions";
}

// A line of a handover: icon, kind and words.
constexpr float kIcon = 56, kIconGap = 26;

TextStyle WordsStyle(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.body);
  style.line_spacing = 1.35f;
  return style;
}

float KindHeight(const Theme& theme) { return theme.size.small * 1.4f; }

float ItemHeight(const Frame& frame, const HandoverItem& item, float width) {
  const Theme& theme = frame.theme;
  const float words = width - theme.Px(kIcon + kIconGap);
  return KindHeight(theme) + MeasureWrapped(frame, item.text, words, WordsStyle(theme));
}

float TallestItem(const Frame& frame, const std::vector<HandoverItem>& items, float width) {
  float tallest = 0;
  for (const HandoverItem& item : items)
    tallest = std::max(tallest, ItemHeight(frame, item, width));
  return tallest;
}

void DrawItem(Frame& frame, Rect row, const HandoverItem& item) {
  const Theme& theme = frame.theme;
  const float icon = theme.Px(kIcon);
  DrawIcon(frame, row.TakeLeft(icon, theme.Px(kIconGap)).TakeTop(icon + KindHeight(theme)),
           IconOf(item.kind), icon, theme.colour.icon);
  DrawText(frame, row.TakeTop(KindHeight(theme)), say::HandoverKindName(item.kind),
           TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink));
  DrawWrapped(frame, row, item.text, WordsStyle(theme));
}

// As wide as their words need.
std::vector<Rect> KindCells(const Frame& frame, Rect row) {
  const Theme& theme = frame.theme;
  const TextStyle style = TextStyle::Of(theme.size.button, Weight::kBold);
  const float gap = theme.Px(20);
  float words = 0;
  for (const std::string_view kind : kKinds)
    words += MeasureText(frame, say::HandoverKindName(kind), style);
  const auto count = static_cast<float>(std::size(kKinds));
  const float around = (row.w - words - gap * (count - 1)) / count;
  std::vector<Rect> cells;
  for (const std::string_view kind : kKinds) {
    const float width = MeasureText(frame, say::HandoverKindName(kind), style) + around;
    cells.push_back(row.TakeLeft(width, gap));
  }
  return cells;
}

std::string LeftBy(const CheckInFlow& flow) {
  const KeptHandover& left = *flow.handover();
  const auto& members = flow.grounds().members;
  const auto member = std::find_if(members.begin(), members.end(),
                                   [&](const Member& m) { return m.id == left.member; });
  const std::string when = say::WhenOf(left.made_at_ms, flow.grounds().now_ms);
  if (member == members.end()) return when;
  return say::Fill(say::kHandoverBy, {{"name", member->name}, {"when", when}});
}

}  // namespace

void CheckInScreen::DrawHandover(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool read = PrimaryButton(frame, TakeFooter(frame, area), say::kHandoverRead, {"check"});
  Rect card = DrawVerdict(frame, area);
  const std::vector<HandoverItem>& items = flow_.left_words()->items;
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const float gap = theme.Px(24), pad = theme.size.pad, top = theme.Px(34);
  const float width = card.w - 2 * pad;
  const float row = TallestItem(frame, items, width);
  float all = -gap;
  for (const HandoverItem& item : items) all += ItemHeight(frame, item, width) + gap;
  const float head = bold.size * 1.4f + soft.size * 1.5f + theme.Px(18);
  const bool fits = 2 * top + head + all <= card.h;
  if (fits) card.h = 2 * top + head + all;
  DrawCard(frame, card);
  card = card.Inset(pad, top);
  DrawText(frame, card.TakeTop(bold.size * 1.4f), say::kHandoverTitle, bold);
  const std::string by = LeftBy(flow_);
  DrawText(frame, card.TakeTop(soft.size * 1.5f, theme.Px(18)), by,
           Fitted(frame, by, soft, card.w));
  if (fits) {
    for (const HandoverItem& item : items)
      DrawItem(frame, card.TakeTop(ItemHeight(frame, item, width), gap), item);
  } else {
    PagedList list(frame, card, "handover", scroll_, static_cast<int>(items.size()), row, gap);
    for (int i = list.First(); i < list.End(); ++i)
      DrawItem(frame, list.Row(i), items[static_cast<std::size_t>(i)]);
  }
  if (read) flow_.ConfirmHandover();
}

// That there is one, and by whom; what it says takes a PIN.
void CheckInScreen::DrawLockedHandover(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool can = flow_.CanOpenHandover();
  // Where nothing of the page after it ends anything.
  Rect footer = TakeFooter(frame, area);
  const Rect left = can ? footer.TakeLeft(footer.w * 0.4f, theme.size.gap) : footer;
  const bool later = SecondaryButton(frame, left, say::kHandoverLater);
  const bool open = can && PrimaryButton(frame, footer, say::kHandoverOpen, {.icon = "lock_open"});
  Rect card = DrawVerdict(frame, area);
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  TextStyle body = TextStyle::Of(theme.size.body, Weight::kRegular);
  body.line_spacing = 1.35f;
  const std::string_view why = can                                ? say::kHandoverLocked
                               : flow_.handover()->sealed.empty() ? say::kHandoverNoKey
                                                                  : say::kHandoverNoPin;
  const float pad = theme.size.pad, top = theme.Px(34), gap = theme.Px(18);
  const float head = bold.size * 1.4f + soft.size * 1.5f + gap;
  const float words = MeasureWrapped(frame, why, card.w - 2 * pad, body);
  card.h = std::min(card.h, 2 * top + head + words);
  DrawCard(frame, card);
  card = card.Inset(pad, top);
  DrawText(frame, card.TakeTop(bold.size * 1.4f), say::kHandoverTitle, bold);
  const std::string by = LeftBy(flow_);
  DrawText(frame, card.TakeTop(soft.size * 1.5f, gap), by, Fitted(frame, by, soft, card.w));
  DrawWrapped(frame, card, why, body);
  if (later) return flow_.LaterHandover();
  if (open) flow_.AskHandoverPin();
}

void CheckInScreen::DrawLeaving(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool none = flow_.items().empty();
  const bool full = flow_.items().size() == kMaxHandoverItems;
  const Rect footer = TakeFooter(frame, area), end = TakeEndRow(frame, area);
  bool done = false, write = false;
  left_something_ = true;
  if (none) {
    done = SecondaryButton(frame, end, say::kNothingLeft, {.ends = true});
    write = SecondaryButton(frame, footer, say::kWriteItem, {"edit"});
  } else {
    write = SecondaryButton(frame, footer, full ? say::kEnoughItems : say::kWriteAnother,
                            {"edit", !full});
    done = PrimaryButton(frame, end, say::kHandOver, {.icon = "check", .ends = true});
  }
  if (none || frame.wide) {
    if (none) DrawVerdictAndAsk(frame, area, say::kAskHandover);
    if (!none) DrawItems(frame, DrawVerdict(frame, area));
  } else {
    Question(frame, area, say::kHandoverList);
    DrawItems(frame, area.Inset(theme.size.margin, 0));
  }
  if (write) OpenWriting();
  if (!done) return;
  flow_.LeaveHandover();
  if (none) parts_.navigator.GoHome();
}

void CheckInScreen::DrawItems(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (flow_.failed())
    DrawProblem(frame, area.TakeTop(theme.Px(150), theme.Px(20)), say::kHandoverNotKept);
  const std::vector<HandoverItem>& items = flow_.items();
  const float pad = theme.Px(34), button = theme.size.button * 2 + theme.Px(90);
  const float width = area.w - 2 * pad - button - theme.Px(20);
  const float row = std::max(TallestItem(frame, items, width), theme.size.touch_floor) + 2 * pad;
  std::size_t drop = items.size();
  {
    PagedList list(frame, area, "items", scroll_, static_cast<int>(items.size()), row,
                   theme.Px(20));
    for (int i = list.First(); i < list.End(); ++i) {
      const auto index = static_cast<std::size_t>(i);
      const Rect card = list.Row(i);
      DrawCard(frame, card);
      Rect inside = card.Inset(pad);
      const Rect right = inside.TakeRight(button, theme.Px(20));
      DrawItem(frame, inside, items[index]);
      if (SecondaryButton(frame, right.Centred(button, theme.size.touch_floor),
                          std::string(say::kDropItem) + "##" + std::to_string(i)))
        drop = index;
    }
  }
  flow_.RemoveItem(drop);
}

void CheckInScreen::OpenWriting() {
  writing_ = true;
  for (const WritingMode mode : kHandoverModes) {
    if (std::find(std::begin(kHandoverModes), std::end(kHandoverModes), keyboard_.mode()) !=
            std::end(kHandoverModes) &&
        keyboard_.Works(keyboard_.mode()))
      return;
    if (keyboard_.Works(mode)) keyboard_.SwitchTo(mode);
  }
}

void CheckInScreen::DrawWriting(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  ApplyTyping(frame, flow_.note(), keyboard_, false);
  WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page.Inset(theme.size.margin, theme.Px(16));
  const Rect row = page.TakeBottom(theme.size.button_height, theme.Px(20));
  const TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  const Rect hint = page.TakeBottom(soft.size * 1.4f, theme.Px(12));
  if (keyboard_.asks_to_finish()) {
    DrawText(frame, hint, say::kFinishFirst,
             Fitted(frame, say::kFinishFirst,
                    TextStyle::Of(theme.size.body, Weight::kBold, theme.colour.amber), hint.w));
  } else {
    DrawText(frame, hint, say::kItemAsk, Fitted(frame, say::kItemAsk, soft, hint.w));
  }
  DrawTextArea(frame, page, "##note", flow_.note(), note_area_,
               {say::kItemPlaceholder, keyboard_.refused()});
  const std::vector<Rect> cells = KindCells(frame, row);
  std::string_view chosen;
  for (std::size_t i = 0; i < 3; ++i) {
    ButtonLook look;
    look.enabled = !flow_.note().Blank();
    if (SecondaryButton(frame, cells[i], say::HandoverKindName(kKinds[i]), look))
      chosen = kKinds[i];
  }
  DrawKeyboardPanel(frame, places, keyboard_, flow_.note(), panel_, {kHandoverModes, false});
  if (SecondaryButton(frame, places.footer, say::kBack)) writing_ = false;
  if (chosen.empty() || !keyboard_.MayLeave()) return;
  chosen_ = chosen;
  if (flow_.AddItem(chosen_)) writing_ = false;
}

void CheckInScreen::DrawStopPage(Frame& frame, const Rect& area) {
  const StopTap tap = DrawStop(frame, area, parts_, flow_.stop());
  if (tap == StopTap::kGoOn && flow_.AddItem(chosen_)) writing_ = false;
  if (tap == StopTap::kLeaveHome) parts_.navigator.GoHome();
}

}  // namespace studio

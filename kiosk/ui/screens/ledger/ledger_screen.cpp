#include "ui/screens/ledger/ledger_screen.h"

#include <algorithm>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/ledger/heard_screen.h"
#include "ui/screens/ledger/information_screen.h"
#include "ui/screens/ledger/ledger_line_screen.h"
#include "ui/screens/ledger/own_informations_screen.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/ledger_strings.h"

namespace studio {
namespace {

float LedgerTextHeight(const Theme& theme) {
  return theme.size.section_title * 1.35f + theme.size.small * 2.8f;
}
float LedgerRowHeight(const Theme& theme) { return LedgerTextHeight(theme) + theme.Px(32); }

std::string_view LineIcon(LineFrom from) {
  switch (from) {
    case LineFrom::kRequest:
      return "forum";
    case LineFrom::kWriteup:
      return "edit_note";
    case LineFrom::kPhone:
      return "call";
    case LineFrom::kWordOfMouth:
      return "record_voice_over";
  }
  return {};
}

}  // namespace

LedgerScreen::LedgerScreen(ScreenParts parts, const KeySession& session)
    : parts_(parts), flow_(std::make_shared<LedgerFlow>(parts.ledger, session)) {}

void LedgerScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  HeaderLook look;
  std::string count;
  const bool there = flow_->state() == LedgerState::kThere;
  if (there) {
    count =
        say::Fill(say::kLedgerCount,
                  {{"n", say::Number(static_cast<std::int64_t>(flow_->ledger().lines.size()))}});
    look.step = count;
  }
  if (Header(frame, area, say::kLedger, look)) return parts_.navigator.Pop();
  Rect step = TakeDeskStep(frame, area), write;
  if (there && !frame.wide)
    write = step.TakeRight((step.w - theme.size.gap) * 0.64f, theme.size.gap);
  const bool back = SecondaryButton(frame, step, say::kBack);
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (back) return parts_.navigator.Pop();
  if (!there) {
    if (flow_->state() == LedgerState::kFailed)
      return DrawEmptyPage(frame, area, "error", say::kLedgerFailed);
    return DrawWaitingPage(frame, area, "hourglass_top", say::kLedgerReading);
  }
  // Lying down the list has the height to itself.
  Rect aside = frame.wide ? area.TakeLeft(area.w * 0.32f, theme.size.gap) : area;
  if (frame.wide) write = aside.TakeBottom(theme.size.button_height, theme.size.gap);
  DrawDrafts(frame, area);
  DrawDoors(frame, frame.wide ? aside : area);
  DrawLines(frame, area);
  if (PrimaryButton(frame, write, WriteLabel() + "###write")) Write();
}

std::string LedgerScreen::WriteLabel() const {
  const std::string n = say::Number(static_cast<std::int64_t>(flow_->Picked().size()));
  const bool some = !flow_->Picked().empty();
  if (flow_->drafts().information)
    return some ? say::Fill(say::kLedgerGoOnWith, {{"n", n}}) : std::string(say::kLedgerGoOn);
  return some ? say::Fill(say::kLedgerWriteFrom, {{"n", n}}) : std::string(say::kLedgerWrite);
}

void LedgerScreen::Write() {
  const auto& draft = flow_->drafts().information;
  parts_.navigator.Push(
      std::make_unique<InformationScreen>(parts_, flow_, draft ? &*draft : nullptr));
}

void LedgerScreen::NoteHeard() {
  const auto& draft = flow_->drafts().heard;
  parts_.navigator.Push(
      std::make_unique<HeardScreen>(parts_, flow_->session(), draft ? &*draft : nullptr));
}

void LedgerScreen::DrawDrafts(Frame& frame, Rect& area) {
  const LedgerDrafts drafts = flow_->drafts();
  if (drafts.information)
    DrawDraft(frame, area, say::DraftLine(*drafts.information), LedgerPiece::kInformation);
  if (drafts.heard) DrawDraft(frame, area, say::DraftLine(*drafts.heard), LedgerPiece::kHeard);
}

void LedgerScreen::DrawDraft(Frame& frame, Rect& area, const std::string& what, LedgerPiece piece) {
  const Theme& theme = frame.theme;
  const TextStyle bold =
      TextStyle::Of(theme.size.button, Weight::kBold, theme.colour.amber_tint.ink);
  const TextStyle soft =
      TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.amber_tint.ink);
  const float text = bold.size * 1.35f + soft.size * 1.35f, pad = theme.Px(18);
  Rect card = area.TakeTop(std::max(text, theme.size.chip_height) + 2 * pad, theme.Px(16));
  DrawCard(frame, card, theme.size.radius, theme.colour.amber_tint.back);
  card = card.Inset(theme.Px(30), pad);
  const float width = PillWidth(frame, say::kDraftDrop, false);
  const std::string label = std::string(say::kDraftDrop) +
                            (piece == LedgerPiece::kInformation ? "##information" : "##heard");
  const Rect drop = card.TakeRight(width, theme.Px(20)).Centred(width, theme.size.chip_height);
  Rect lines = card.Centred(card.w, text);
  DrawText(frame, lines.TakeTop(bold.size * 1.35f), say::kDraftTitle,
           Fitted(frame, say::kDraftTitle, bold, lines.w));
  DrawText(frame, lines, what, Fitted(frame, what, soft, lines.w));
  if (Chip(frame, drop, label)) flow_->DropDraft(piece);
}

void LedgerScreen::DrawDoors(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const std::size_t own = flow_->Own().size();
  const std::string label =
      own == 0
          ? std::string(say::kLedgerOwn)
          : say::Fill(say::kLedgerOwnCount, {{"n", say::Number(static_cast<std::int64_t>(own))}});
  const std::string_view heard = flow_->drafts().heard ? say::kLedgerHeardOn : say::kLedgerHeard;
  const float gap = std::max(theme.size.touch_gap, theme.Px(14));
  const int columns = FittingColumns(frame, {label, heard}, area.w, gap, 2);
  const int rows = 2 / columns;
  const Rect strip =
      area.TakeTop(static_cast<float>(rows) * (theme.size.chip_height + gap) - gap, theme.Px(20));
  const std::vector<Rect> cells = strip.SplitGrid(columns, rows, gap);
  if (Chip(frame, cells[0], std::string(heard) + "###heard", {"call"})) return NoteHeard();
  if (Chip(frame, cells[1], label + "###own", {"description"}))
    parts_.navigator.Push(std::make_unique<OwnInformationsScreen>(parts_, flow_));
}

void LedgerScreen::DrawLines(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const std::vector<DeskLine>& lines = flow_->ledger().lines;
  if (lines.empty()) return DrawEmptyPage(frame, area, "forum", say::kLedgerNone);
  const DeskLine* tapped = nullptr;
  {
    PagedList list(frame, area, "lines", scroll_, static_cast<int>(lines.size()),
                   LedgerRowHeight(theme), theme.Px(16));
    for (int i = list.First(); i < list.End(); ++i) {
      const DeskLine& line = lines[static_cast<std::size_t>(i)];
      if (DrawLine(frame, list.Row(i), line)) tapped = &line;
    }
  }
  if (tapped != nullptr)
    parts_.navigator.Push(std::make_unique<LedgerLineScreen>(parts_, flow_, tapped->record));
}

// True: it is opened.
bool LedgerScreen::DrawLine(Frame& frame, Rect row, const DeskLine& line) {
  const Theme& theme = frame.theme;
  const std::string id = "##" + line.record.ToString();
  const bool picked = flow_->IsPicked(line.record);
  const bool made = !flow_->ledger().MadeOf(line).empty();
  const std::string_view pick = picked ? say::kLinePicked : say::kLinePick;
  const float width = std::max(theme.Px(150), OptionWidth(frame, say::kLinePicked));
  if (Option(frame, row.TakeRight(width, theme.Px(14)), std::string(pick) + id, {"", picked}))
    flow_->TogglePick(line.record);
  const std::string title = say::LineTitle(line), words = say::LineHint(line);
  const std::string about =
      say::LineAbout(line, made, LocalTime::At(parts_.state.CountyMs(frame.now)).Date());
  const Press press = PressArea(frame, row, title + id);
  DrawCard(frame, row, theme.size.radius, press.down ? theme.colour.pressed : theme.colour.card);
  row = row.Inset(theme.Px(24), theme.Px(14));
  const float icon = theme.Px(72);
  DrawIcon(frame, row.TakeLeft(icon, theme.Px(20)), made ? "check_circle" : LineIcon(line.from),
           icon, theme.colour.Strong(made ? Tone::kJade : Tone::kAmber));
  const TextStyle bold = TextStyle::Of(theme.size.section_title, Weight::kBold);
  const TextStyle plain = TextStyle::Of(theme.size.small);
  TextStyle soft = plain;
  soft.colour = theme.colour.soft_ink;
  row = row.Centred(row.w, LedgerTextHeight(theme));
  DrawText(frame, row.TakeTop(bold.size * 1.35f), title, Fitted(frame, title, bold, row.w));
  DrawText(frame, row.TakeTop(plain.size * 1.4f), words, Fitted(frame, words, plain, row.w));
  DrawText(frame, row, about, Fitted(frame, about, soft, row.w));
  return press.tapped;
}

}  // namespace studio

#include "ui/screens/ledger/studio_ledger_screen.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/ledger/ledger_screen.h"
#include "ui/screens/ledger/studio_line_screen.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/words/staff/ledger_strings.h"
#include "ui/words/staff/studio_ledger_strings.h"

namespace studio {

StudioLedgerScreen::StudioLedgerScreen(ScreenParts parts, const KeySession& session)
    : parts_(parts),
      flow_(std::make_shared<StudioLedgerFlow>(parts.ledger, parts.state, parts.clock, session)) {}

void StudioLedgerScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kLedger)) return parts_.navigator.Pop();
  const FootPair foot = TakeFootPair(frame, area, say::kBack, say::kStudioLedgerOwn);
  if (SecondaryButton(frame, foot.back, say::kBack)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, foot.on, say::kStudioLedgerOwn, {"edit_note"}))
    return parts_.navigator.Push(std::make_unique<LedgerScreen>(parts_, flow_->session()));
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (flow_->state() == LedgerState::kReading)
    return DrawWaitingPage(frame, area, "hourglass_top", say::kLedgerReading);
  if (flow_->state() == LedgerState::kFailed)
    return DrawEmptyPage(frame, area, "error", say::kLedgerFailed);
  // Lying down the list has the height to itself.
  Rect aside = frame.wide ? area.TakeLeft(area.w * 0.27f, theme.size.gap) : area;
  DrawFilters(frame, aside);
  const std::string note =
      say::Fill(say::kStudioLedgerNote, {{"county", say::CountyName(*parts_.state.station)}});
  TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  soft.line_spacing = 1.3f;
  if (const float height = MeasureWrapped(frame, note, aside.w, soft); height <= aside.h)
    DrawWrapped(frame, aside.TakeBottom(height, theme.Px(12)), note, soft);
  DrawLines(frame, frame.wide ? area : aside);
}

void StudioLedgerScreen::DrawFilters(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  std::vector<std::string> labels;
  for (const LedgerFilter filter : kLedgerFilters)
    labels.push_back(std::string(say::FilterName(filter)) + " " +
                     say::Number(flow_->Count(filter)));
  const float gap = std::max(theme.size.touch_gap, theme.Px(14));
  const int fit =
      FittingColumns(frame, {labels.begin(), labels.end()}, area.w, gap, frame.wide ? 1 : 5);
  const int count = static_cast<int>(labels.size()), rows = (count + fit - 1) / fit;
  const int columns = (count + rows - 1) / rows;
  const Rect strip =
      area.TakeTop(static_cast<float>(rows) * (theme.size.chip_height + gap) - gap, theme.Px(20));
  const std::vector<Rect> cells = strip.SplitGrid(columns, rows, gap);
  for (int i = 0; i < count; ++i) {
    const LedgerFilter filter = kLedgerFilters[i];
    const std::string id = "###filter" + std::to_string(i);
    const auto at = static_cast<std::size_t>(i);
    if (!Chip(frame, cells[at], labels[at] + id, {"", filter == flow_->filter()})) continue;
    flow_->Pick(filter);
    scroll_ = {};
  }
}

void StudioLedgerScreen::DrawLines(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const std::vector<const StudioLine*> shown = flow_->Shown();
  if (shown.empty()) {
    const bool none = flow_->Count(LedgerFilter::kAll) == 0;
    return DrawEmptyPage(frame, area, "forum",
                         none ? say::kStudioLedgerNone : say::kStudioLedgerNoneSuch);
  }
  struct LineLook {
    std::string_view icon;
    Tone tone;
  };
  const auto look = [](const StudioLine& line) -> LineLook {
    switch (line.state) {
      case LineState::kOverdue:
        return {"error", Tone::kRed};
      case LineState::kAnswered:
        return {"fact_check", Tone::kAmber};
      case LineState::kClosed:
        return {"check_circle", Tone::kJade};
      case LineState::kNoted:
        return {"edit_note", Tone::kSand};
      case LineState::kOpen:
        break;
    }
    return {line.for_county != nullptr ? "lock" : "schedule", Tone::kAmber};
  };
  const Station& station = *parts_.state.station;
  const std::string today = ToText(flow_->Today());
  const StudioLine* tapped = nullptr;
  {
    PagedList list(
        frame, area, "lines", scroll_, static_cast<int>(shown.size()),
        std::max(theme.Px(176), theme.size.section_title * 1.4f + theme.size.small * 3.4f),
        theme.Px(16));
    for (int i = list.First(); i < list.End(); ++i) {
      const StudioLine& one = *shown[static_cast<std::size_t>(i)];
      const auto [icon, tone] = look(one);
      const std::string hint = say::StudioLineHint(one, station, today);
      const std::string id = one.line ? one.line->record.ToString() : one.for_county->receipt;
      TileLook tile{icon, hint, tone};
      tile.enabled = tile.leads = one.line != nullptr;
      if (RowTile(frame, list.Row(i), say::StudioLineTitle(one) + "##" + id, tile)) tapped = &one;
    }
  }
  if (tapped != nullptr)
    parts_.navigator.Push(std::make_unique<StudioLineScreen>(parts_, flow_, tapped->line->record));
}

}  // namespace studio

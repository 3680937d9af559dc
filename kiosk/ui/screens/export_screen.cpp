#include "ui/screens/export_screen.h"

#include <algorithm>
#include <utility>

#include "ui/exchange_strings.h"
#include "ui/roster_strings.h"
#include "ui/screens/page_pieces.h"
#include "ui/widgets.h"

namespace studio {
namespace {

constexpr std::size_t kPlacesShown = 3;

struct Form {
  ExportFormat format;
  std::string_view icon, name, hint;
};
constexpr Form kForms[] = {
    {ExportFormat::kWorkbook, "print", say::kAsWorkbook, say::kAsWorkbookHint},
    {ExportFormat::kCsv, "table_view", say::kAsCsv, say::kAsCsvHint},
    {ExportFormat::kCalendar, "phone_android", say::kAsCalendar, say::kAsCalendarHint},
};

}  // namespace

ExportScreen::ExportScreen(ScreenParts parts, std::shared_ptr<MonthView> view)
    : parts_(parts), view_(std::move(view)) {
  if (parts_.ways.tables != nullptr) flow_.emplace(*parts_.ways.tables, parts_.state, *view_);
}

void ExportScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  view_->Update();
  Rect area = frame.area;
  if (Header(frame, area, say::kExport)) return parts_.navigator.Pop();
  if (!flow_) return DrawEmptyPage(frame, area, "usb_off", say::kNoExchange);
  if (flow_->looking()) return DrawEmptyPage(frame, area, "usb", say::kLookingForTables);
  const std::vector<Rect> buttons = TakeFooter(frame, area).SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kLookAgain, {"refresh"})) return flow_->LookAgain();
  if (SecondaryButton(frame, buttons[1], say::kBack)) return parts_.navigator.Pop();
  if (flow_->places().empty()) return DrawEmptyPage(frame, area, "usb", say::kNoPlaces);
  Question(frame, area,
           say::Fill(say::kAskPlaceToSave, {{"month", say::MonthName(view_->shown())}}),
           say::kAskForm);
  area = area.Inset(theme.size.margin, 0);
  DrawPlaces(frame, area);
  DrawOutcome(frame, area.TakeBottom(theme.Px(frame.wide ? 200 : 260), theme.size.gap));
  DrawForms(frame, area);
}

void ExportScreen::DrawPlaces(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const auto& places = flow_->places();
  const std::size_t shown = std::min(places.size(), kPlacesShown);
  const std::vector<Rect> cells = area.TakeTop(theme.size.button_height, theme.size.gap)
                                      .SplitColumns(static_cast<int>(shown), theme.size.gap);
  for (std::size_t i = 0; i < shown; ++i) {
    if (Option(frame, cells[i], places[i].name + "##place" + say::Number(static_cast<int>(i)),
               {"usb", i == flow_->place()})) {
      flow_->ChoosePlace(i);
    }
  }
}

void ExportScreen::DrawForms(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const std::vector<Rect> rows = area.SplitRows(static_cast<int>(std::size(kForms)), theme.Px(20));
  const float height = std::min(rows[0].h, theme.size.row_height * 1.15f);
  for (std::size_t i = 0; i < std::size(kForms); ++i) {
    const Rect row{area.x, area.y + static_cast<float>(i) * (height + theme.Px(20)), area.w,
                   height};
    TileLook look{kForms[i].icon, kForms[i].hint, Tone::kSand};
    look.enabled = !flow_->writing();
    if (RowTile(frame, row, kForms[i].name, look)) flow_->Write(kForms[i].format);
  }
}

void ExportScreen::DrawOutcome(Frame& frame, const Rect& area) {
  if (flow_->writing()) {
    NoticePanel(frame, area, Tone::kSand, "hourglass_top", say::kExporting, "");
  } else if (const auto& written = flow_->written(); written && *written) {
    NoticePanel(frame, area, Tone::kJade, "check_circle", say::kExported,
                say::Fill(say::kExportedHint, {{"name", **written}}));
  } else if (written) {
    NoticePanel(frame, area, Tone::kAmber, "error", say::kNotExported, say::kNotExportedHint);
  }
}

}  // namespace studio

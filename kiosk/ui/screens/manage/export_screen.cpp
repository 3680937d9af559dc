#include "ui/screens/manage/export_screen.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/exchange_strings.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {
namespace {

constexpr std::size_t kExportPlacesShown = 3;

struct Form {
  ExportFormat format;
  std::string_view icon, name, hint;
};
constexpr Form kForms[] = {
    {ExportFormat::kWorkbook, "print", say::kAsWorkbook, say::kAsWorkbookHint},
    {ExportFormat::kLargeWorkbook, "print", say::kAsLargeWorkbook, say::kAsLargeWorkbookHint},
    {ExportFormat::kCsv, "table_view", say::kAsCsv, say::kAsCsvHint},
    {ExportFormat::kCalendar, "phone_android", say::kAsCalendar, say::kAsCalendarHint},
};

}  // namespace

ExportScreen::ExportScreen(ScreenParts parts, const KeySession& session,
                           std::shared_ptr<MonthView> view)
    : parts_(parts), view_(std::move(view)) {
  if (parts_.ways.tables != nullptr)
    flow_.emplace(*parts_.ways.tables, parts_.duty, parts_.state, *view_, session.studio_key);
}

void ExportScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  view_->Update();
  Rect area = frame.area;
  if (Header(frame, area, say::kExport)) return parts_.navigator.Pop();
  if (!flow_) {
    if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
    return DrawEmptyPage(frame, area, "usb_off", say::kNoExchange);
  }
  if (flow_->looking()) return DrawEmptyPage(frame, area, "usb", say::kLookingForTables);
  const bool done = flow_->written().has_value();
  const std::vector<Rect> buttons = TakeFooter(frame, area).SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kBack)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, buttons[1], done ? say::kSaveMore : say::kLookAgain)) {
    return flow_->LookAgain();
  }
  if (flow_->places().empty()) return DrawEmptyPage(frame, area, "usb", say::kNoPlaces);
  Rect aside = TakeAside(frame, area);
  Rect& beside = frame.wide ? aside : area;
  Question(frame, beside,
           say::Fill(say::kAskPlaceToSave, {{"month", say::MonthName(view_->shown())}}),
           flow_->written() || flow_->writing() ? std::string_view() : say::kAskForm);
  beside = beside.Inset(theme.size.margin, 0);
  DrawPlaces(frame, beside);
  if (flow_->written() || flow_->writing()) return DrawOutcome(frame, area);
  DrawForms(frame, area);
}

void ExportScreen::DrawPlaces(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const auto& places = flow_->places();
  const std::size_t shown = std::min(places.size(), kExportPlacesShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const Rect row = area.TakeTop(theme.size.button_height, theme.Px(20));
    if (Option(frame, row, places[i].name, {"usb", i == flow_->place()})) flow_->ChoosePlace(i);
  }
  area.TakeTop(theme.size.gap);
}

void ExportScreen::DrawForms(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const float gap = theme.Px(20), all = static_cast<float>(std::size(kForms));
  const float high = std::min(theme.size.row_height * 1.15f, (area.h + gap) / all - gap);
  for (const Form& form : kForms) {
    const Rect row = area.TakeTop(high, gap);
    if (RowTile(frame, row, form.name, {form.icon, form.hint, Tone::kSand})) {
      return flow_->Write(form.format);
    }
  }
}

void ExportScreen::DrawOutcome(Frame& frame, const Rect& area) {
  if (flow_->writing()) {
    NoticePanel(frame, area, Tone::kSand, "hourglass_top", say::kExporting, "");
  } else if (const auto& written = flow_->written(); *written) {
    const bool stick = flow_->places()[flow_->place()].removable;
    std::string hint =
        say::Fill(stick ? say::kExportedHint : say::kExportedHere, {{"name", **written}});
    if (flow_->has_handovers()) hint += say::kExportedPrivate;
    NoticePanel(frame, area, Tone::kJade, "check_circle", say::kExported, hint);
  } else if (written->error().kind == ErrorKind::kNotFound) {
    NoticePanel(frame, area, Tone::kAmber, "event_busy", say::kNotExported, say::kNothingToExport);
  } else {
    NoticePanel(frame, area, Tone::kAmber, "error", say::kNotExported, say::kNotExportedHint);
  }
}

}  // namespace studio

#include "ui/screens/year/year_export_screen.h"

#include <algorithm>
#include <string>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/exchange_strings.h"
#include "ui/words/staff/year_strings.h"

namespace studio {
namespace {

constexpr std::size_t kYearPlacesShown = 2;

}  // namespace

YearExportScreen::YearExportScreen(ScreenParts parts, const KeySession& session, int year)
    : parts_(parts) {
  if (parts_.ways.year != nullptr) {
    flow_.emplace(*parts_.ways.year, parts_.sheets, parts_.state, parts_.clock, session, year);
  }
}

Patience YearExportScreen::TimeOut() const {
  return flow_ && flow_->step() == YearExportStep::kWriting ? Patience::kNever : Patience::kWriting;
}

void YearExportScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  HeaderLook look;
  look.back = !flow_ || flow_->step() != YearExportStep::kWriting;
  if (Header(frame, area, say::kYearSheets, look)) return parts_.navigator.Pop();
  const auto alone = [&](std::string_view icon, std::string_view words) {
    if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
    DrawEmptyPage(frame, area, icon, words);
  };
  if (!flow_) return alone("usb_off", say::kNoExchange);
  switch (flow_->step()) {
    case YearExportStep::kReading:
      return alone("hourglass_top", say::kReadingYear);
    case YearExportStep::kUnknown: {
      const bool untold = flow_->problem()->kind == ErrorKind::kNotFound;
      const std::string words =
          untold
              ? say::Fill(say::kYearUnknown, {{"county", say::CountyName(*parts_.state.station)}})
              : std::string(say::kYearNotRead);
      return alone("event_busy", words);
    }
    case YearExportStep::kChoose:
      return DrawChoose(frame, area);
    case YearExportStep::kWriting:
      return DrawWriting(frame, area);
    case YearExportStep::kDone:
      return DrawOutcome(frame, area);
  }
}

void YearExportScreen::DrawChoose(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const auto buttons = TakeFooter(frame, area).SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kBack, {"arrow_back"})) {
    return parts_.navigator.Pop();
  }
  if (SecondaryButton(frame, buttons[1], say::kLookAgain, {"refresh"})) return flow_->LookAgain();
  Rect aside = TakeAside(frame, area);
  Rect& beside = frame.wide ? aside : area;
  Question(frame, beside, say::Fill(say::kAskYearSheets, {{"year", std::to_string(flow_->year())}}),
           frame.wide ? say::kAskYearSheetsHint : std::string_view());
  beside = beside.Inset(theme.size.margin, 0);
  DrawFormAndPlace(frame, beside);
  Rect list = frame.wide ? area : beside;
  if (flow_->places().empty()) return DrawEmptyPage(frame, list, "usb", say::kNoPlaces);
  std::int64_t wanted = 0;
  for (const KnownSheet& known : KnownSheets()) wanted += flow_->Wants(known.kind) ? 1 : 0;
  ButtonLook look{"save_alt"};
  look.enabled = flow_->MayWrite();
  const std::string save =
      say::Fill(say::kSaveYearSheets, {{"n", say::Number(wanted)}}) + "###save";
  if (EndButton(frame, list, save, look)) {
    return flow_->Write();
  }
  DrawSheets(frame, list);
}

void YearExportScreen::DrawFormAndPlace(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const float gap = theme.Px(20);
  const auto forms = area.TakeTop(theme.size.button_height, gap).SplitColumns(2, gap);
  const auto form = [&](const Rect& rect, YearFormat format, std::string_view label,
                        std::string_view icon) {
    if (Option(frame, rect, label, {icon, flow_->format() == format})) flow_->Choose(format);
  };
  form(forms[0], YearFormat::kPdf, say::kYearAsPdf, "print");
  form(forms[1], YearFormat::kWorkbook, say::kYearAsWorkbook, "table_view");
  const auto& places = flow_->places();
  const std::size_t shown = std::min(places.size(), kYearPlacesShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const Rect row = area.TakeTop(theme.size.button_height, gap);
    if (Option(frame, row, places[i].name, {"usb", i == flow_->place()})) flow_->ChoosePlace(i);
  }
}

void YearExportScreen::DrawSheets(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const auto& sheets = KnownSheets();
  PagedList list(frame, area, "sheets", scroll_, static_cast<int>(sheets.size()),
                 theme.size.button_height, theme.Px(14));
  for (int i = list.First(); i < list.End(); ++i) {
    const SheetKind kind = sheets[static_cast<std::size_t>(i)].kind;
    const bool wanted = flow_->Wants(kind);
    const OptionLook look{wanted ? "check_box" : "check_box_outline_blank", wanted};
    if (Option(frame, list.Row(i), flow_->TitleOf(kind), look)) flow_->Toggle(kind);
  }
}

void YearExportScreen::DrawWriting(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  ButtonLook look{"stop"};
  look.enabled = !flow_->stopping();
  if (SecondaryButton(frame, TakeFooter(frame, area),
                      flow_->stopping() ? say::kStoppingSheets : say::kStopSheets, look)) {
    return flow_->Stop();
  }
  const YearProgress& now = flow_->progress();
  Rect lower = area;
  const Rect upper = lower.TakeTop(area.h * 0.6f);
  DrawEmptyPage(frame, upper, "hourglass_top",
                say::Fill(say::kMakingSheet, {{"title", flow_->MakingNow()}}));
  DrawText(frame, lower.TakeTop(theme.size.page_title * 1.4f), say::YearProgressLine(now),
           TextStyle::Of(theme.size.section_title, Weight::kRegular, theme.colour.soft_ink,
                         Align::kCentre));
}

void YearExportScreen::DrawOutcome(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (PrimaryButton(frame, TakeFooter(frame, area), say::kDone)) return flow_->GoOn();
  area = area.Inset(theme.size.margin, theme.size.gap);
  const bool removable = flow_->places()[flow_->place()].removable;
  const auto& outcome = *flow_->outcome();
  if (!outcome) {
    NoticePanel(frame, area, Tone::kAmber, "error", say::YearFaultTitle(outcome.error(), removable),
                say::YearFaultAdvice(outcome.error(), removable));
    return;
  }
  std::string hint = outcome->names.empty() ? "" : std::string(say::kSheetsPrivate);
  if (removable) hint = std::string(say::kSheetsPullStick) + hint;
  area.TakeTop(NoticePanel(frame, area, outcome->stopped ? Tone::kSand : Tone::kJade,
                           outcome->stopped ? "info" : "check_circle",
                           say::YearWrittenTitle(*outcome), hint),
               theme.size.gap);
  PagedList list(frame, area, "names", names_scroll_, static_cast<int>(outcome->names.size()),
                 theme.size.row_height);
  for (int i = list.First(); i < list.End(); ++i) {
    ListRow(frame, list.Row(i), outcome->names[static_cast<std::size_t>(i)], "", false);
  }
}

}  // namespace studio

#include "ui/screens/manage/recordings_stick_screen.h"

#include <string>
#include <utility>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/exchange_strings.h"
#include "ui/words/staff/recording_strings.h"

namespace studio {

RecordingsStickScreen::RecordingsStickScreen(ScreenParts parts) : parts_(parts) { Look(); }

Patience RecordingsStickScreen::TimeOut() const {
  return did_ != Did::kNothing && !outcome_ ? Patience::kNever : Patience::kWriting;
}

void RecordingsStickScreen::Look() {
  found_.reset();
  did_ = Did::kNothing;
  outcome_.reset();
  parts_.ways.recordings->LookOnSticks(visit_.Guard<RecordingsPlaces>(
      [this](RecordingsPlaces places) { found_ = std::move(places); }));
}

void RecordingsStickScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const bool busy = TimeOut() == Patience::kNever;
  if (Header(frame, area, say::kRecordings, {.back = !busy})) return parts_.navigator.Pop();
  if (busy) return DrawEmptyPage(frame, area, "hourglass_top", say::kRecordingsCopying);
  if (outcome_) return DrawOutcome(frame, area);
  const auto buttons = TakeFooter(frame, area).SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kBack)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, buttons[1], say::kLookAgain, {"refresh"})) return Look();
  if (!found_) return DrawWaitingPage(frame, area, "usb", say::kLookingForTables);
  if (found_->places.empty()) return DrawEmptyPage(frame, area, "usb", say::kNoPlaces);
  DrawRows(frame, area);
}

void RecordingsStickScreen::DrawRows(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect aside = TakeAside(frame, area);
  Question(frame, frame.wide ? aside : area, say::kRecordingsStickAsk, say::kRecordingsStickHint);
  if (!frame.wide) area = area.Inset(theme.size.margin, 0);
  const std::size_t out = found_->places.size(), in = found_->folders.size();
  std::optional<std::size_t> tapped;
  {
    PagedList list(frame, area, "sticks", scroll_, static_cast<int>(out + in),
                   theme.size.row_height, theme.Px(14));
    for (int i = list.First(); i < list.End(); ++i) {
      const auto at = static_cast<std::size_t>(i);
      const bool export_row = at < out;
      const std::string& name =
          export_row ? found_->places[at].name : found_->folders[at - out].name;
      const std::string label =
          say::Fill(export_row ? say::kRecordingsToStick : say::kRecordingsFromStick,
                    {{"name", name}}) +
          "##" + std::to_string(i);
      const TileLook look{export_row ? "save_alt" : "download", {}, Tone::kSand};
      if (RowTile(frame, list.Row(i), label, look)) tapped = at;
    }
  }
  if (!tapped) return;
  did_ = *tapped < out ? Did::kExports : Did::kImports;
  const auto done = visit_.Guard<Result<std::size_t>>(
      [this](Result<std::size_t> outcome) { outcome_ = std::move(outcome); });
  if (did_ == Did::kExports) {
    parts_.ways.recordings->Export(found_->places[*tapped], parts_.state.station->studio.name,
                                   done);
  } else {
    parts_.ways.recordings->Import(found_->folders[*tapped - out].path, done);
  }
}

void RecordingsStickScreen::DrawOutcome(Frame& frame, const Rect& whole) {
  Rect area = whole;
  if (PrimaryButton(frame, TakeFooter(frame, area), say::kDone)) return parts_.navigator.Pop();
  area = area.Inset(frame.theme.size.margin, frame.theme.size.gap);
  const Result<std::size_t>& outcome = *outcome_;
  if (!outcome) {
    NoticePanel(frame, area, Tone::kAmber, "error", say::kRecordingsNotCopied, "");
  } else if (*outcome == 0) {
    NoticePanel(frame, area, Tone::kSand, "info", say::kRecordingsNothingNew, "");
  } else {
    const std::string n = say::Number(static_cast<std::int64_t>(*outcome));
    const bool out = did_ == Did::kExports;
    NoticePanel(frame, area, Tone::kJade, "check_circle",
                say::Fill(out ? say::kRecordingsOut : say::kRecordingsIn, {{"n", n}}), "");
  }
}

}  // namespace studio

#include "ui/screens/manage/recordings_screen.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/shown_targets.h"
#include "ui/press/widgets.h"
#include "ui/screens/adding/voice_panel.h"
#include "ui/screens/manage/recordings_stick_screen.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/words/staff/recording_strings.h"

namespace studio {
namespace {

// What this station's pages say beside the program's own sentences.
std::vector<std::string> OwnSentences(const Station& station) {
  std::vector<std::string> out;
  for (const Category& category : station.categories) {
    out.push_back(category.name);
    out.push_back(category.hint);
  }
  for (const Village& village : station.villages) {
    out.push_back(village.name);
    out.insert(out.end(), village.groups.begin(), village.groups.end());
  }
  for (const Category& category : station.categories)
    out.insert(out.end(), category.sentences.begin(), category.sentences.end());
  return out;
}

}  // namespace

RecordingsScreen::RecordingsScreen(ScreenParts parts) : parts_(parts) {}

// Again after the stick's page, which may have brought some.
void RecordingsScreen::OnEnter() {
  if (parts_.ways.recordings == nullptr) return;
  const Station& station = *parts_.state.station;
  flow_.emplace(*parts_.ways.recordings, parts_.ways.voice, parts_.ways.speaker,
                OwnSentences(station),
                [county = std::string(say::CountyName(station)),
                 phone = station.county.phone](const std::string& text) {
                  return say::Fill(text, {{"county", county}, {"phone", phone}});
                });
}

Patience RecordingsScreen::TimeOut() const {
  return flow_ && flow_->note().Busy() ? Patience::kNever : Patience::kWriting;
}

void RecordingsScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  const bool open = flow_ && flow_->current() != nullptr;
  if (Header(frame, area, say::kRecordings)) {
    if (!open) return parts_.navigator.Pop();
    flow_->Close();
    return;
  }
  if (open) return DrawSentence(frame, area);
  if (!flow_ || !flow_->there()) {
    if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack))
      return parts_.navigator.Pop();
    return flow_ ? DrawWaitingPage(frame, area, "graphic_eq", say::kRecordingsReading)
                 : DrawEmptyPage(frame, area, "mic_off", say::kRecordingsNoWay);
  }
  DrawList(frame, area);
}

void RecordingsScreen::DrawFilter(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  std::vector<std::pair<SentencesShown, std::string_view>> choices = {
      {SentencesShown::kMissing, say::kSentencesMissing},
      {SentencesShown::kRecorded, say::kSentencesRecorded}};
  if (!flow_->Rows(SentencesShown::kUnlisted).empty())
    choices.emplace_back(SentencesShown::kUnlisted, say::kSentencesUnlisted);
  Rect strip = area.TakeTop(theme.size.chip_height, theme.Px(18));
  const std::vector<Rect> cells =
      strip.SplitColumns(static_cast<int>(choices.size()), theme.Px(16));
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const auto n = static_cast<std::int64_t>(flow_->Rows(choices[i].first).size());
    const std::string label = say::Fill(choices[i].second, {{"n", say::Number(n)}});
    if (Chip(frame, cells[i], label, {"", shown_ == choices[i].first})) {
      shown_ = choices[i].first;
      scroll_ = {};
    }
  }
}

void RecordingsScreen::DrawList(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const FootPair foot = TakeFootPair(frame, area, say::kBack, say::kRecordingsStick);
  if (SecondaryButton(frame, foot.back, say::kBack)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, foot.on, say::kRecordingsStick, {"usb"}))
    return parts_.navigator.Push(std::make_unique<RecordingsStickScreen>(parts_));
  area = area.Inset(theme.size.margin, 0);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const float hint = MeasureWrapped(frame, say::kRecordingsHint, area.w, soft);
  DrawWrapped(frame, area.TakeTop(hint, theme.Px(18)), say::kRecordingsHint, soft);
  DrawFilter(frame, area);
  const std::vector<const SentenceRow*> rows = flow_->Rows(shown_);
  if (rows.empty()) {
    return DrawEmptyPage(frame, area, "graphic_eq",
                         shown_ == SentencesShown::kMissing ? say::kSentencesNoneMissing
                                                            : say::kSentencesNoneRecorded);
  }
  std::string opened;
  {
    PagedList list(frame, area, "sentences", scroll_, static_cast<int>(rows.size()),
                   theme.size.row_height, theme.Px(14));
    for (int i = list.First(); i < list.End(); ++i) {
      const SentenceRow& row = *rows[static_cast<std::size_t>(i)];
      const TileLook look{row.recorded ? "graphic_eq" : "mic",
                          row.recorded ? say::kSentenceRecorded : std::string_view{},
                          row.recorded ? Tone::kJade : Tone::kSand};
      if (RowTile(frame, list.Row(i), row.text + "##" + std::to_string(i), look)) opened = row.text;
    }
  }
  if (!opened.empty()) flow_->Open(opened);
}

void RecordingsScreen::DrawSentence(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const SentenceRow row = *flow_->current();
  frame.shown.OnPage(row.text);
  const bool kept = flow_->note().step() == VoiceStep::kRecorded;
  const bool busy = flow_->note().Busy() || flow_->keeping();
  const FootPair foot = TakeFootPair(frame, area, say::kBack, say::kSentenceSkip);
  if (SecondaryButton(frame, foot.back, say::kBack)) return flow_->Close();
  if (SecondaryButton(frame, foot.on, say::kSentenceSkip, {"skip_next", !busy}))
    return flow_->Skip();
  if (kept && PrimaryButton(frame, TakeEndRow(frame, area), say::kSentenceKeep,
                            {.icon = "check", .ends = true}))
    return flow_->Keep();
  Rect aside = TakeAside(frame, area).Inset(theme.size.margin, 0);
  if (!frame.wide) area = area.Inset(theme.size.margin, 0);
  Rect& beside = frame.wide ? aside : area;
  const TextStyle bold = TextStyle::Of(theme.size.page_title, Weight::kBold);
  beside.TakeTop(theme.Px(30));
  const float high = MeasureWrapped(frame, row.text, beside.w, bold);
  DrawWrapped(frame, beside.TakeTop(high, theme.size.gap), row.text, bold);
  if (flow_->failed()) {
    DrawProblem(frame, beside.TakeTop(theme.size.body * 2.6f + theme.Px(16), theme.Px(20)),
                say::kSentenceFailed);
  }
  if (row.recorded && !kept && !busy) DrawDone(frame, beside);
  DrawVoicePanel(frame, area, flow_->note(), say::kSentenceWho);
}

void RecordingsScreen::DrawDone(Frame& frame, Rect& area) {
  const float high = frame.theme.size.button_height, gap = frame.theme.size.gap;
  const std::vector<Rect> buttons = frame.wide ? area.TakeTop(2 * high + gap, gap).SplitRows(2, gap)
                                               : area.TakeTop(high, gap).SplitColumns(2, gap);
  if (SecondaryButton(frame, buttons[0], say::kSentenceListen, {"volume_up"}))
    return flow_->Listen();
  if (SecondaryButton(frame, buttons[1], say::kSentenceDrop, {"delete_outline"})) flow_->Drop();
}

}  // namespace studio

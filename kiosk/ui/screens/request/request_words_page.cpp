#include "ui/screens/request/request_words_page.h"

#include <algorithm>

#include "app/saying/ready_sentence.h"
#include "shared/bodies/reader_words.h"
#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/screens/adding/photo_screen.h"
#include "ui/screens/adding/voice_panel.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr WritingMode kRequestWordsModes[] = {WritingMode::kSentences, WritingMode::kVoice,
                                              WritingMode::kInk,       WritingMode::kPinyin,
                                              WritingMode::kStroke,    WritingMode::kDigits};
constexpr float kAddedRow = 112;

}  // namespace

RequestWordsPage::RequestWordsPage(const ScreenParts& parts, RequestFlow& flow)
    : parts_(parts),
      flow_(flow),
      voice_(parts.ways.voice, [&flow](AttachmentPtr voice) { flow.SetVoice(std::move(voice)); }),
      keyboard_(parts.ways) {}

void RequestWordsPage::Begin(bool shown) {
  voice_.UseRoom(flow_.takes_voice());
  keyboard_.CloseVoice(!flow_.takes_voice() && !voice_.Busy() && !voice_.recorded());
  if (!shown && voice_.Busy()) voice_.Stop();
}

RequestTap RequestWordsPage::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::size_t before = flow_.words().text().size();
  ApplyTyping(frame, flow_.words(), keyboard_, true);
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page, say::kAskWords);
  page = page.Inset(theme.size.margin, 0);
  if (!frame.wide) page.TakeBottom(theme.size.gap);
  DrawAdded(frame, page.TakeBottom(theme.Px(kAddedRow), theme.Px(20)));
  DrawTextArea(frame, page, "##words", flow_.words(), text_area_,
               {say::kWordsPlaceholder, keyboard_.refused()});

  const Rect own = DrawKeyboardPanel(frame, places, keyboard_, flow_.words(), panel_,
                                     {kRequestWordsModes, true});
  if (keyboard_.mode() != WritingMode::kVoice && voice_.Busy()) voice_.Stop();
  if (!own.Empty() && keyboard_.mode() == WritingMode::kSentences) DrawSentences(frame, own);
  if (!own.Empty() && keyboard_.mode() == WritingMode::kVoice) {
    DrawCard(frame, own, theme.size.radius, theme.colour.card);
    DrawVoicePanel(frame, own.Inset(theme.Px(40), theme.Px(32)), voice_,
                   WhoHears(flow_.Choice(), say::CountyName(flow_.station())));
  }
  if (!voice_.Busy()) voice_unfinished_ = false;
  if (before != flow_.words().text().size()) {
    flow_.NoteWriting();
    camera_missing_ = false;
  }
  Rect footer = places.footer;
  const Rect place = footer.TakeLeft(footer.w * 0.34f, theme.size.gap);
  const bool back = SecondaryButton(frame, place, say::kBack);
  if (PrimaryButton(frame, footer, say::kNext) && MayLeave()) return RequestTap::kOn;
  return back ? RequestTap::kBack : RequestTap::kNone;
}

void RequestWordsPage::DrawAdded(Frame& frame, const Rect& row) {
  const std::string_view problem = Problem();
  if (!problem.empty()) return DrawProblem(frame, row, problem);
  switch (added_.Draw(frame, row, flow_.added(), {HasCamera(), flow_.takes_photos()})) {
    case AddedRow::Tap::kNone:
      return;
    case AddedRow::Tap::kAnotherPhoto:
      return AskForPhoto();
    case AddedRow::Tap::kDropVoice:
      return voice_.Drop();
    case AddedRow::Tap::kDropPhoto:
      return flow_.RemovePhoto(added_.photo());
  }
}

bool RequestWordsPage::MayLeave() {
  camera_missing_ = false;
  // Nobody is cut short: they end it themselves and see that it is kept.
  if (voice_.Busy() && voice_.step() != VoiceStep::kPlaying) {
    voice_unfinished_ = true;
    return false;
  }
  if (voice_.Busy()) voice_.Stop();
  return keyboard_.MayLeave();
}

std::string_view RequestWordsPage::Problem() const {
  if (keyboard_.asks_to_finish()) return say::kFinishFirst;
  if (voice_unfinished_) return say::kVoiceFirst;
  if (camera_missing_) return say::kNoCamera;
  if (const auto problem = flow_.problem()) return say::ProblemLine(*problem);
  return {};
}

void RequestWordsPage::DrawSentences(Frame& frame, const Rect& area) {
  const auto& sentences = flow_.category()->sentences;
  if (sentences.empty()) return DrawEmptyPage(frame, area, "edit_note", say::kNoSentences);
  const Theme& theme = frame.theme;
  PagedList list(frame, area, "sentences", sentences_scroll_, static_cast<int>(sentences.size()),
                 std::max(theme.Px(108), theme.size.body * 2.7f), theme.Px(18));
  for (int i = list.First(); i < list.End(); ++i) {
    const std::string& sentence = sentences[static_cast<std::size_t>(i)];
    const bool chosen = SaysSentence(flow_.words().text(), sentence);
    if (!Option(frame, list.Row(i), sentence,
                {chosen ? "check_box" : "check_box_outline_blank", chosen}))
      continue;
    if (!flow_.ToggleSentence(sentence)) keyboard_.Refuse();
  }
}

bool RequestWordsPage::HasCamera() const {
  return parts_.ways.camera != nullptr && parts_.ways.camera->Present();
}

void RequestWordsPage::AskForPhoto() {
  if (voice_.Busy()) voice_.Stop();
  camera_missing_ = !HasCamera();
  if (camera_missing_) return;
  parts_.navigator.Push(std::make_unique<PhotoScreen>(
      parts_, flow_.Choice(), [&flow = flow_](Photo photo) { flow.AddPhoto(std::move(photo)); }));
}

}  // namespace studio

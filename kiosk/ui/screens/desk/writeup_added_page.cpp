#include "ui/screens/desk/writeup_added_page.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/saying/kept_photos.h"
#include "shared/bodies/reader_words.h"
#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/adding/photo_screen.h"
#include "ui/screens/adding/voice_panel.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/words/room_strings.h"
#include "ui/words/staff/desk_strings.h"

namespace studio {
namespace {

constexpr float kWriteupAddedRow = 132, kWriteupSpeaking = 900;

}  // namespace

WriteupAddedPage::WriteupAddedPage(const ScreenParts& parts, WriteupFlow& flow)
    : parts_(parts),
      flow_(flow),
      voice_(parts.ways.voice, [&flow](AttachmentPtr voice) { flow.SetVoice(std::move(voice)); }) {
  voice_.Take(flow.added().voice());
  for (const Photo& photo : flow.added().photos()) {
    if (parts_.ways.photos == nullptr) break;
    const AttachmentRef& ref = photo.file->ref();
    parts_.ways.photos->Open(ref, visit_.Guard<Result<PicturePtr>>(
                                      [this, digest = ref.digest](Result<PicturePtr> opened) {
                                        if (opened) flow_.ShowPhoto(digest, *opened);
                                      }));
  }
}

void WriteupAddedPage::Begin(bool shown) {
  flow_.UseShortage(ShortageOf(parts_.state.storage));
  voice_.UseRoom(flow_.takes_voice());
  if (!shown) Stop();
}

void WriteupAddedPage::Stop() {
  if (voice_.Busy()) voice_.Stop();
}

void WriteupAddedPage::Reset() {
  voice_.Drop();
  added_ = {};
}

bool WriteupAddedPage::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  // Lying down, the voice has the right side to itself: it needs its height.
  Rect speaking;
  if (frame.wide) {
    speaking = area.TakeRight(area.w * 0.5f);
    speaking.TakeRight(theme.size.margin);
    speaking.TakeBottom(theme.size.gap);
  }
  const Rect done = frame.wide ? TakeFooter(frame, area) : TakeDeskStep(frame, area);
  Question(frame, area, say::kWriteupAddedAsk, say::kWriteupAddedHint);
  area = area.Inset(theme.size.margin, 0);
  if (!frame.wide) {
    const float below = theme.Px(kWriteupAddedRow) + theme.size.gap;
    speaking = area.TakeTop(std::min(area.h - below, theme.Px(kWriteupSpeaking)), theme.size.gap);
  }
  DrawPhotos(frame, area.TakeTop(theme.Px(kWriteupAddedRow)));
  DrawCard(frame, speaking);
  if (!flow_.takes_voice() && !voice_.Busy() && !voice_.recorded()) {
    DrawEmptyPage(frame, speaking.Inset(theme.Px(40), theme.Px(32)), "mic_off",
                  say::kNoRoomForVoice);
  } else {
    DrawVoicePanel(frame, speaking.Inset(theme.Px(40), theme.Px(32)), voice_,
                   WhoHears(Choice(), say::CountyName(*parts_.state.station)));
  }
  if (!voice_.Busy()) voice_unfinished_ = false;
  if (!PrimaryButton(frame, done, say::kWriteupThat)) return false;
  camera_missing_ = false;
  // Nobody is cut short: they end it themselves and see that it is kept.
  voice_unfinished_ = voice_.Busy() && voice_.step() != VoiceStep::kPlaying;
  if (!voice_unfinished_) Stop();
  return !voice_unfinished_;
}

void WriteupAddedPage::DrawPhotos(Frame& frame, const Rect& row) {
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

std::string_view WriteupAddedPage::Problem() const {
  if (voice_unfinished_) return say::kWriteupVoiceFirst;
  if (camera_missing_) return say::kNoCamera;
  return {};
}

bool WriteupAddedPage::HasCamera() const {
  return parts_.ways.camera != nullptr && parts_.ways.camera->Present();
}

void WriteupAddedPage::AskForPhoto() {
  Stop();
  camera_missing_ = !HasCamera();
  if (camera_missing_) return;
  parts_.navigator.Push(std::make_unique<PhotoScreen>(
      parts_, Choice(), [&flow = flow_](Photo photo) { flow.AddPhoto(std::move(photo)); }));
}

SenderChoice WriteupAddedPage::Choice() const {
  SenderChoice choice;
  choice.kind = RecordKind::kActivity;
  return choice;
}

}  // namespace studio

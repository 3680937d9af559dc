#include "ui/screens/desk/desk_request_added.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/photo_thumb.h"
#include "ui/screens/parts/picture_screen.h"
#include "ui/words/staff/desk_request_strings.h"

namespace studio {
namespace {

constexpr float kAddedThumb = 144, kAddedGap = 16, kPlayedBar = 12, kPlayedGap = 10;

TextStyle GoneStyle(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kBold);
  style.line_spacing = 1.3f;
  return style;
}

}  // namespace

void DeskRequestAdded::Stop() {
  if (Busy()) things_.voice().Stop();
}

std::string DeskRequestAdded::Problem() const {
  const bool voice = things_.has_voice() && things_.voice_gone();
  const std::string gone = say::GoneLine(voice, things_.GonePhotos(), *parts_.state.station);
  if (!gone.empty()) return gone;
  if (things_.voice().problem() == VoiceProblem::kNotPlayed)
    return std::string(say::kVoiceNotPlayed);
  return {};
}

bool DeskRequestAdded::HasRow() const {
  const bool voice = things_.has_voice() && !things_.voice_gone();
  return voice || things_.GonePhotos() < static_cast<int>(things_.photos().size());
}

float DeskRequestAdded::RowHeight(const Frame& frame) const {
  const Theme& theme = frame.theme;
  return std::max(theme.Px(kAddedThumb),
                  theme.size.button_height + theme.Px(kPlayedGap + kPlayedBar));
}

// As wide as DrawProblem has it.
float DeskRequestAdded::ProblemHeight(const Frame& frame, const std::string& words,
                                      float width) const {
  const Theme& theme = frame.theme;
  return MeasureWrapped(frame, words, width - theme.Px(142), GoneStyle(theme)) + theme.Px(32);
}

float DeskRequestAdded::Height(const Frame& frame, float width) const {
  const std::string problem = Problem();
  float height = HasRow() ? RowHeight(frame) : 0;
  if (!problem.empty())
    height += ProblemHeight(frame, problem, width) + (height > 0 ? frame.theme.Px(kAddedGap) : 0);
  return height;
}

void DeskRequestAdded::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const float gap = theme.Px(kAddedGap);
  if (const std::string problem = Problem(); !problem.empty())
    DrawProblem(frame, area.TakeBottom(ProblemHeight(frame, problem, area.w), gap), problem);
  if (!HasRow()) return;
  Rect row = area.TakeTop(RowHeight(frame));
  if (things_.has_voice() && !things_.voice_gone())
    DrawVoice(frame, row.TakeLeft(theme.size.button * 6 + theme.Px(150), gap));
  const auto photos = static_cast<float>(things_.photos().size());
  if (photos < 1) return;
  const float side = std::min(row.h, (row.w - (photos - 1) * gap) / photos);
  for (std::size_t i = 0; i < things_.photos().size(); ++i) {
    if (!things_.photos()[i].gone) DrawPhoto(frame, row.TakeLeft(side, gap).Centred(side, side), i);
  }
}

void DeskRequestAdded::DrawVoice(Frame& frame, Rect place) {
  const Theme& theme = frame.theme;
  VoiceNote& voice = things_.voice();
  const bool playing = voice.Busy();
  const std::string time = say::ClockOf(playing ? voice.elapsed_ms() : voice.length_ms());
  const std::string label =
      say::Fill(playing ? say::kVoiceStopAt : say::kVoiceHear, {{"time", time}}) + "###hear";
  place = place.Centred(
      place.w, theme.size.button_height + (playing ? theme.Px(kPlayedGap + kPlayedBar) : 0));
  const Rect button = place.TakeTop(theme.size.button_height);
  if (SecondaryButton(frame, button, label, {playing ? "stop" : "play_arrow"}))
    return playing ? voice.Stop() : voice.Listen();
  if (!playing) return;
  const float length = std::max(1.f, static_cast<float>(voice.length_ms()));
  DrawProgress(frame, place.TakeBottom(theme.Px(kPlayedBar)),
               static_cast<float>(voice.elapsed_ms()) / length, theme.colour.jade);
}

void DeskRequestAdded::DrawPhoto(Frame& frame, const Rect& thumb, std::size_t index) {
  const Theme& theme = frame.theme;
  const PicturePtr& picture = things_.photos()[index].picture;
  const std::string label =
      say::Fill(say::kPhotoAdded, {{"n", say::Number(static_cast<std::int64_t>(index + 1))}});
  const Press press = PressArea(frame, thumb, label, picture != nullptr);
  DrawPhotoThumb(frame, thumb, {nullptr, picture}, theme.colour.paper);
  if (press.tapped) Enlarge(index);
}

void DeskRequestAdded::Enlarge(std::size_t index) {
  std::vector<PicturePtr> pictures;
  std::size_t first = 0;
  for (std::size_t i = 0; i < things_.photos().size(); ++i) {
    if (i == index) first = pictures.size();
    if (things_.photos()[i].picture) pictures.push_back(things_.photos()[i].picture);
  }
  parts_.navigator.Push(std::make_unique<PictureScreen>(parts_, std::move(pictures), first));
}

}  // namespace studio

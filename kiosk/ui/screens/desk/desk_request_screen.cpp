#include "ui/screens/desk/desk_request_screen.h"

#include <string>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/desk/draft_card.h"
#include "ui/screens/desk/reply_screen.h"
#include "ui/screens/parts/paged_words.h"
#include "ui/words/staff/desk_request_strings.h"

namespace studio {
namespace {

constexpr float kFactsPad = 26, kFactsGap = 10;

TextStyle FactsTitle(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.section_title, Weight::kBold);
  style.line_spacing = 1.3f;
  return style;
}
TextStyle FactsLine(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  style.line_spacing = 1.3f;
  return style;
}

}  // namespace

void DeskRequestScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const DeskRequest* request = flow_->Find(record_);
  if (Header(frame, area, say::kDeskRequests)) return parts_.navigator.Pop();
  Rect note = area;
  note = TakeDeskFoot(frame, note).ends;  // beside the step, lying down
  Rect step = TakeDeskStep(frame, area);
  const bool answers = request != nullptr;
  const bool draft = flow_->DraftOf(record_) != nullptr;
  Rect reply;
  // Not above the foot: there the answer is filed.
  if (answers && !frame.wide) {
    const float gap = theme.size.gap;
    reply = step.TakeRight(draft ? (step.w * 2 - gap) / 3 : (step.w - gap) / 2, gap);
  }
  if (SecondaryButton(frame, step, say::kBack)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (!answers) {
    if (flow_->state() == RequestsState::kReading)
      return DrawWaitingPage(frame, area, "hourglass_top", say::kRequestsReading);
    return DrawEmptyPage(frame, area, "undo", say::kRequestGone);
  }
  if (frame.wide) {
    Rect left = area.TakeLeft(area.w * 0.44f, theme.size.gap);
    reply = left.TakeBottom(theme.size.button_height, theme.size.gap);
    DrawFacts(frame, left, *request);
  } else {
    if (draft) note = area.TakeBottom(DraftNoteHeight(theme), theme.size.gap);
    DrawFacts(frame, area.TakeTop(FactsHeight(frame, *request, area.w), theme.size.gap), *request);
  }
  added_.Show(request->body);
  if (const float height = added_.Height(frame, area.w); height > 0)
    added_.Draw(frame, area.TakeTop(height, theme.size.gap));
  DrawCard(frame, area);
  TextStyle words = TextStyle::Of(theme.size.button);
  words.line_spacing = 1.45f;
  DrawPagedWords(
      frame, area.Inset(theme.Px(36), theme.Px(28)),
      say::DeskRequestWords(*request, *parts_.state.station, parts_.state.CountyMs(frame.now)),
      words, page_);
  DrawReply(frame, reply, note, *request);
}

void DeskRequestScreen::DrawReply(Frame& frame, const Rect& place, const Rect& note,
                                  const DeskRequest& request) {
  const MemberReplyDraft* draft = flow_->DraftOf(record_);
  if (draft == nullptr) {
    const std::string_view label = request.replies.empty() ? say::kReplyNow : say::kReplyMore;
    if (PrimaryButton(frame, place, label, {"reply"})) Answer(request, nullptr);
    return;
  }
  const std::string what = say::ReplyDraftLine(*draft, *parts_.state.station);
  DrawDraftNote(frame, note, what);
  switch (DrawDraftButtons(frame, place)) {
    case DraftTap::kNone:
      return;
    case DraftTap::kDrop:
      return flow_->DropDraft(record_);
    case DraftTap::kGoOn:
      return Answer(request, draft);
  }
}

void DeskRequestScreen::Answer(const DeskRequest& request, const MemberReplyDraft* draft) {
  parts_.navigator.Push(std::make_unique<ReplyScreen>(parts_, flow_->session(), request, draft));
}

float DeskRequestScreen::FactsHeight(const Frame& frame, const DeskRequest& request,
                                     float width) const {
  const Theme& theme = frame.theme;
  const float inside = width - theme.Px(72);
  const std::string who = say::DeskRequestWho(request, parts_.state.CountyMs(frame.now));
  return 2 * theme.Px(kFactsPad) + 3 * theme.Px(kFactsGap) + theme.size.chip_height +
         MeasureWrapped(frame, say::DeskRequestTitle(request), inside, FactsTitle(theme)) +
         MeasureWrapped(frame, who, inside, FactsLine(theme)) + theme.size.chip_height + 2;
}

void DeskRequestScreen::DrawFacts(Frame& frame, Rect card, const DeskRequest& request) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  card = card.Inset(theme.Px(36), theme.Px(kFactsPad));
  const float gap = theme.Px(kFactsGap);
  const std::string title = say::DeskRequestTitle(request);
  const std::string who = say::DeskRequestWho(request, parts_.state.CountyMs(frame.now));
  const bool overdue = flow_->IsOverdue(request);
  const Tone tone = overdue ? Tone::kRed : request.Answered() ? Tone::kJade : Tone::kAmber;
  const Rect pill = card.TakeTop(theme.size.chip_height, gap);
  StatusPill(frame, pill.x, pill.y, say::DeskRequestState(request, overdue),
             request.Answered() && !overdue ? "check_circle" : "schedule", tone,
             theme.size.chip_height * 0.8f);
  DrawWrapped(frame, card.TakeTop(MeasureWrapped(frame, title, card.w, FactsTitle(theme)) + 1, gap),
              title, FactsTitle(theme));
  DrawWrapped(frame, card.TakeTop(MeasureWrapped(frame, who, card.w, FactsLine(theme)) + 1, gap),
              who, FactsLine(theme));
  Rect line = card.TakeTop(theme.size.chip_height);
  const auto number = ReceiptNumber::Parse(request.body.receipt);
  const std::string named = say::Fill(
      say::kRequestNumber, {{"number", number ? number->Grouped() : request.body.receipt}});
  if (parts_.printing.Available()) {
    const std::string_view label = printing_ == Printing::kRunning  ? say::kPrintingNumber
                                   : printing_ == Printing::kDone   ? say::kNumberPrinted
                                   : printing_ == Printing::kFailed ? say::kNumberNotPrinted
                                                                    : say::kPrintNumber;
    const Rect chip = line.TakeRight(PillWidth(frame, label, true), theme.Px(16));
    const bool can = printing_ != Printing::kRunning && printing_ != Printing::kDone;
    if (Chip(frame, chip, std::string(label) + "###print-number", {"print", false, can}) && can)
      Print(request);
  }
  const TextStyle bold = TextStyle::Of(theme.size.body, Weight::kBold);
  DrawText(frame, line, named, Fitted(frame, named, bold, line.w));
}

void DeskRequestScreen::Print(const DeskRequest& request) {
  const auto number = ReceiptNumber::Parse(request.body.receipt);
  if (!number) return;
  printing_ = Printing::kRunning;
  const Station& station = *parts_.state.station;
  const SlipToPrint slip{station.studio.name,
                         std::string(say::CountyName(station)),
                         station.county.phone,
                         *number,
                         std::nullopt,
                         request.made_at_ms,
                         {}};
  parts_.printing.Print(slip, visit_.Guard<Result<bool>>([this](const Result<bool>& printed) {
    printing_ = printed ? Printing::kDone : Printing::kFailed;
  }));
}

}  // namespace studio

#include "ui/screens/year/review_screen.h"

#include <algorithm>
#include <memory>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/year/reason_screen.h"
#include "ui/screens/year/review_deed_screen.h"
#include "ui/words/staff/desk_file_strings.h"
#include "ui/words/staff/manage_strings.h"

namespace studio {
namespace {

float ReviewTextHeight(const Theme& theme) {
  return theme.size.section_title * 1.35f + theme.size.small * 1.4f;
}

const std::string& SectorOf(const Station& station, const Deed& deed) {
  static const std::string none;
  const std::string& who = WriterOf(deed);
  for (const Member& one : station.members) {
    if (one.id == who) return one.sector;
  }
  return none;
}

std::string Many(std::string_view none, std::string_view many, std::size_t n) {
  return n == 0 ? std::string(none)
                : say::Fill(many, {{"n", say::Number(static_cast<std::int64_t>(n))}});
}

}  // namespace

void ReviewScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const bool there = flow_->state() == YearState::kThere;
  const std::vector<const Deed*> waiting = InOrder();
  const std::string count =
      say::Fill(say::kReviewCount, {{"n", say::Number(static_cast<std::int64_t>(waiting.size()))}});
  HeaderLook look;
  if (there) look.step = count;
  if (Header(frame, area, say::kReview, look)) return parts_.navigator.Pop();
  const bool some = there && !waiting.empty();
  const DeskFoot foot =
      some ? TakeDeskFoot(frame, area) : DeskFoot{TakeDeskStep(frame, area), Rect{}};
  const bool back = SecondaryButton(frame, foot.step, say::kBack);
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (back) return parts_.navigator.Pop();
  if (!IsYearThere(frame, area, *flow_, *parts_.state.station)) return;
  if (flow_->save_failed())
    DrawProblem(frame, area.TakeTop(theme.Px(110), theme.Px(16)), say::kReviewFailed);
  if (!some) {
    const auto late = static_cast<std::int64_t>(flow_->WaitingClosed());
    if (late == 0) return DrawEmptyPage(frame, area, "task_alt", say::kReviewNothing);
    return DrawEmptyPage(frame, area, "lock",
                         say::Fill(say::kReviewLate, {{"n", say::Number(late)}}));
  }
  const auto open = std::count_if(waiting.begin(), waiting.end(),
                                  [&](const Deed* deed) { return flow_->MayReview(*deed); });
  DrawChips(frame, area, static_cast<std::size_t>(open));
  DrawRows(frame, area, waiting);
  DrawEnds(frame, foot.ends);
}

std::vector<const Deed*> ReviewScreen::InOrder() const {
  std::vector<const Deed*> waiting = flow_->Waiting();
  if (!by_sector_) return waiting;
  const Station& station = *parts_.state.station;
  std::stable_sort(waiting.begin(), waiting.end(), [&](const Deed* a, const Deed* b) {
    return SectorOf(station, *a) < SectorOf(station, *b);
  });
  return waiting;
}

void ReviewScreen::DrawChips(Frame& frame, Rect& area, std::size_t open) {
  const Theme& theme = frame.theme;
  Rect strip = area.TakeTop(theme.size.chip_height, theme.Px(18));
  const bool all = open > 0 && flow_->picked() >= std::min(open, kMaxReviewed);
  const std::string_view pick = all ? say::kReviewNone : say::kReviewAll;
  ChipLook look{"done_all"};
  look.enabled = open > 0;
  const Rect first = strip.TakeLeft(PillWidth(frame, say::kReviewNone, true), theme.Px(18));
  if (Chip(frame, first, std::string(pick) + "###all", look)) {
    all ? flow_->PickNone() : flow_->PickAll();
  }
  const float width = PillWidth(frame, say::kReviewBySector, true);
  if (Chip(frame, strip.TakeRight(width), say::kReviewBySector, {"group", by_sector_}))
    by_sector_ = !by_sector_;
}

void ReviewScreen::DrawRows(Frame& frame, const Rect& area,
                            const std::vector<const Deed*>& waiting) {
  const Theme& theme = frame.theme;
  const Deed* tapped = nullptr;
  {
    PagedList list(frame, area, "waiting", scroll_, static_cast<int>(waiting.size()),
                   ReviewTextHeight(theme) + theme.Px(36), theme.Px(14));
    for (int i = list.First(); i < list.End(); ++i) {
      const Deed& deed = *waiting[static_cast<std::size_t>(i)];
      if (DrawRow(frame, list.Row(i), deed)) tapped = &deed;
    }
  }
  if (tapped == nullptr) return;
  flow_->Open(*tapped);
  parts_.navigator.Push(std::make_unique<ReviewDeedScreen>(parts_, flow_, *tapped));
}

bool ReviewScreen::DrawRow(Frame& frame, Rect row, const Deed& deed) {
  const Theme& theme = frame.theme;
  const std::string id = "##" + deed.id;
  const float width = std::max(theme.Px(150), OptionWidth(frame, say::kReviewPicked));
  const bool own = !flow_->MayReview(deed);
  if (!own) {
    const bool picked = flow_->IsPicked(deed);
    const std::string_view pick = picked ? say::kReviewPicked : say::kReviewPick;
    if (Option(frame, row.TakeRight(width, theme.Px(14)), std::string(pick) + id, {"", picked}))
      flow_->Toggle(deed);
  }
  const Station& station = *parts_.state.station;
  const std::string title = say::DeedTitle(deed, station);
  const std::string line = say::ReviewLine(deed, station, flow_->Today());
  const Press press = PressArea(frame, row, title + id);
  DrawCard(frame, row, theme.size.radius, press.down ? theme.colour.pressed : theme.colour.card);
  row = row.Inset(theme.Px(28), theme.Px(14));
  if (own) {
    const float pill = PillWidth(frame, say::kReviewOwn, false);
    const Rect place = row.TakeRight(pill, theme.Px(16));
    StatusPill(frame, place.x, place.y + (place.h - theme.size.small * 1.8f) / 2, say::kReviewOwn,
               {}, Tone::kSand);
  }
  const TextStyle bold = TextStyle::Of(theme.size.section_title, Weight::kBold);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  row = row.Centred(row.w, ReviewTextHeight(theme));
  DrawText(frame, row.TakeTop(bold.size * 1.35f), title, Fitted(frame, title, bold, row.w));
  DrawText(frame, row, line, Fitted(frame, line, soft, row.w));
  return press.tapped;
}

void ReviewScreen::DrawEnds(Frame& frame, const Rect& ends) {
  const std::size_t n = flow_->picked();
  const std::vector<Rect> both = ends.SplitColumns(2, frame.theme.size.gap);
  ButtonLook back, confirm;
  back.enabled = confirm.enabled = n > 0 && !flow_->saving();
  confirm.ends = true;
  const std::string no = Many(say::kReviewBack, say::kReviewBackMany, n) + "###back";
  const std::string yes =
      flow_->saving() ? std::string(say::kReviewSaving) + "###confirm"
                      : Many(say::kReviewConfirm, say::kReviewConfirmMany, n) + "###confirm";
  if (SecondaryButton(frame, both[0], no, back)) {
    return parts_.navigator.Push(MakeSendBackScreen(parts_, flow_));
  }
  if (PrimaryButton(frame, both[1], yes, confirm)) flow_->Confirm();
}

}  // namespace studio

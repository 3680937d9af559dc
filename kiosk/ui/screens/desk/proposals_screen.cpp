#include "ui/screens/desk/proposals_screen.h"

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/staff/proposal_strings.h"

namespace studio {

void ProposalsScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kProposals)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
  area.TakeTop(theme.Px(16));
  area = area.Inset(theme.size.margin, 0);
  const std::vector<Proposal>& all = flow_->proposals();
  if (all.empty()) {
    return DrawEmptyPage(frame, area, "description",
                         flow_->reading()  ? say::kProposalsReading
                         : flow_->failed() ? say::kProposalsFailed
                                           : say::kProposalsNone);
  }
  std::string tapped;
  {
    const float height = theme.size.card_title * 1.3f + theme.size.small * 1.4f + theme.Px(44);
    PagedList list(frame, area, "proposals", scroll_, static_cast<int>(all.size()), height,
                   theme.Px(18));
    for (int i = list.First(); i < list.End(); ++i) {
      const Proposal& one = all[static_cast<std::size_t>(i)];
      const std::string hint = say::ProposalHint(*flow_, one);
      const Tone tone = flow_->WaitsForThem(one) ? Tone::kRed : Tone::kSand;
      if (RowTile(frame, list.Row(i), one.title + "##" + one.number,
                  {say::ProposalStepIcon(one.step()), hint, tone}))
        tapped = one.number;
    }
  }
  if (!tapped.empty())
    parts_.navigator.Push(std::make_unique<ProposalScreen>(parts_, flow_, tapped));
}

Patience ProposalScreen::TimeOut() const {
  return flow_->saving() ? Patience::kNever : Patience::kWriting;
}

void ProposalScreen::GoBack() {
  switch (page_) {
    case Page::kLook:
    case Page::kDone:
      return parts_.navigator.Pop();
    case Page::kHow:
      page_ = Page::kLook;
      return;
    case Page::kWhy:
      page_ = Page::kHow;
      return;
    case Page::kCheck:
      page_ = AsksWhy() ? Page::kWhy : Page::kHow;
      return;
  }
}

void ProposalScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  if (std::exchange(sent_, sent_ && flow_->saving()) && !flow_->saving() && !flow_->save_failed())
    page_ = Page::kDone;
  HeaderLook look;
  look.back = !flow_->saving();
  if (Header(frame, area, say::kProposals, look)) return GoBack();
  const Proposal* proposal = flow_->Find(number_);
  // The county may take it back while somebody reads.
  if (proposal == nullptr) return parts_.navigator.Pop();
  switch (page_) {
    case Page::kLook:
      return DrawLook(frame, area, *proposal);
    case Page::kHow:
      return DrawHow(frame, area);
    case Page::kWhy:
      return DrawWhy(frame, area);
    case Page::kCheck:
      return DrawCheck(frame, area);
    case Page::kDone:
      return DrawDone(frame, area);
  }
}

void ProposalScreen::DrawLook(Frame& frame, Rect area, const Proposal& proposal) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  if (flow_->WaitsForThem(proposal)) {
    const Rect back = footer.TakeLeft((footer.w - theme.size.gap) / 2, theme.size.gap);
    if (SecondaryButton(frame, back, say::kBack)) return GoBack();
    if (PrimaryButton(frame, footer, say::kProposalRate, {"rate_review"})) page_ = Page::kHow;
  } else if (SecondaryButton(frame, footer, say::kBack)) {
    return GoBack();
  }
  area.TakeTop(theme.Px(20));
  Article out;
  ArticleHead head;
  head.title = proposal.title;
  head.pills = {{std::string(say::ProposalStepName(proposal.step())),
                 say::ProposalStepIcon(proposal.step()), Tone::kSand}};
  head.lines = say::ProposalLines(proposal, *parts_.state.station);
  out.AddBlock(HeadBlock(std::move(head)));
  if (proposal.both) {
    out.AddText(std::string(say::kProposalOwnWord), say::AuthorsWordLine(proposal.both->author));
    out.AddText(std::string(say::kProposalUnitsWord), say::UnitsWordLine(proposal.both->unit));
  } else {
    out.AddText(std::string(say::kProposalWordsTitle), say::ProposalWordsLine(*flow_, proposal));
  }
  out.AddText(std::string(say::kProposalCourseTitle), say::ProposalCourse(proposal));
  out.Draw(frame, area.Inset(theme.size.margin, 0), read_);
}

}  // namespace studio

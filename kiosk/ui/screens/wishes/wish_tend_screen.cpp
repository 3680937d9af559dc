#include "ui/screens/wishes/wish_tend_screen.h"

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/wish_strings.h"

namespace studio {

Patience WishTendScreen::TimeOut() const {
  if (tending_.step() == TendStep::kSaving) return Patience::kNever;
  return tending_.step() == TendStep::kDone ? Patience::kDone : Patience::kNormal;
}

void WishTendScreen::Draw(Frame& frame) {
  if (tending_.step() == TendStep::kCard) {
    card_page_.Begin(frame);
    tending_.Next();
  }
  if (tending_.step() != TendStep::kCard) card_page_.Stop();
  Rect area = frame.area;
  if (tending_.step() == TendStep::kDone) return DrawDone(frame, area);
  HeaderLook look;
  look.back = tending_.step() != TendStep::kSaving;
  if (Header(frame, area, Claims() ? say::kClaimTitle : say::kGrantTitle, look)) {
    return parts_.navigator.Pop();
  }
  switch (tending_.step()) {
    case TendStep::kCard:
      return DrawCardPage(frame, area);
    case TendStep::kCheck:
      return DrawCheck(frame, area);
    case TendStep::kSaving:
      return DrawEmptyPage(frame, area, "edit_note", say::kSaving);
    case TendStep::kDone:
      return;
  }
}

void WishTendScreen::DrawCardPage(Frame& frame, Rect area) {
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
  card_page_.Draw(
      frame, area,
      {say::kShowClaimCard, say::kShowClaimCardHint, say::kScanClaimCard, say::kShowClaimCardHint});
}

void WishTendScreen::DrawCheck(Frame& frame, Rect area) {
  const std::string problem = say::TendLine(tending_, *parts_.state.station);
  const TendProblem kind = tending_.problem();
  const bool may = kind == TendProblem::kNone || kind == TendProblem::kStorageFull ||
                   kind == TendProblem::kStorageFailed;
  Rect footer = TakeFooter(frame, area);
  const std::vector<Rect> pair = footer.SplitColumns(2, frame.theme.size.gap);
  if (tending_.knows_member()) {
    if (SecondaryButton(frame, pair[0], say::kBack)) return parts_.navigator.Pop();
  } else if (SecondaryButton(frame, pair[0], say::kAnotherCard)) {
    tending_.AnotherCard();
  }
  if (may) {
    if (PrimaryButton(frame, TakeEndRow(frame, area), Claims() ? say::kClaimYes : say::kGrantYes,
                      {.icon = "check", .ends = true})) {
      tending_.Confirm();
    }
  } else if (!tending_.knows_member() && SecondaryButton(frame, pair[1], say::kToWall)) {
    ToWall();
  }
  if (tending_.step() == TendStep::kCard) return;
  const std::string question =
      say::Fill(Claims() ? say::kAskClaim : say::kAskGrant, {{"name", tending_.member_name()}});
  const std::string hint = say::Fill(Claims() ? say::kAskClaimHint : say::kAskGrantHint,
                                     {{"county", say::CountyName(*parts_.state.station)}});
  // Lying down, large letters leave no room for the wish under the question.
  Rect wish = area;
  if (frame.wide) {
    area = wish.TakeLeft(wish.w * 0.48f);
    wish.TakeTop(frame.theme.Px(28));
    wish.TakeRight(frame.theme.size.margin);
  }
  Question(frame, area, question, problem.empty() ? hint : std::string());
  area = area.Inset(frame.theme.size.margin, 0);
  if (!problem.empty()) {
    DrawProblem(frame, area.TakeTop(frame.theme.Px(frame.wide ? 130 : 160), frame.theme.size.gap),
                problem);
  }
  DrawWish(frame, frame.wide ? wish : area);
}

// Takes this page and the wish's off.
void WishTendScreen::ToWall() {
  parts_.navigator.Pop();
  parts_.navigator.Pop();
}

void WishTendScreen::DrawWish(Frame& frame, const Rect& area) {
  ArticleHead head;
  head.title = tending_.wish().text;
  head.lines.push_back(tending_.wish().village);
  if (tending_.wish().for_child) {
    head.pills.push_back({std::string(say::kForAChild), "child_care", Tone::kSand});
  }
  HeadBlock(std::move(head))(frame, area, true);
}

void WishTendScreen::DrawDone(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const Rect footer = TakeFooter(frame, area);
  if (tending_.knows_member()) {
    if (PrimaryButton(frame, footer, say::kToDeskWishes)) parts_.navigator.Pop();
  } else {
    const std::vector<Rect> buttons = footer.SplitColumns(2, theme.size.gap);
    if (SecondaryButton(frame, buttons[0], say::kToWall)) ToWall();
    if (PrimaryButton(frame, buttons[1], say::kDone, {.ends = true})) parts_.navigator.Finish();
  }
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(28));
  DrawCountdown(frame, area.TakeTop(theme.size.small * 1.5f, theme.Px(20)), parts_.timer);
  const std::string hint = say::Fill(Claims() ? say::kClaimedHint : say::kGrantedHint,
                                     {{"county", say::CountyName(*parts_.state.station)}});
  DrawOutcome(frame, area, {"check", Claims() ? say::kClaimed : say::kGranted, hint, Tone::kJade});
  DrawWish(frame, area);
}

}  // namespace studio

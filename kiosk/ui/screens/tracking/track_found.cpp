#include <algorithm>

#include "app/base/scanner_input.h"  // before writing/keys.h, whose Key() hides its Key
#include "app/tracking/outcome_word.h"
#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/paged_words.h"
#include "ui/screens/pieces/course.h"
#include "ui/screens/tracking/rating_screen.h"
#include "ui/screens/tracking/track_screen.h"
#include "ui/words/track_strings.h"

namespace studio {
namespace {

struct OutcomeLook {
  std::string_view icon;
  Tone tone;
};

OutcomeLook LookOf(CaseOutcome outcome) {
  switch (outcome) {
    case CaseOutcome::kSolved:
      return {"task_alt", Tone::kJade};
    case CaseOutcome::kSolving:
      return {"engineering", Tone::kAmber};
    case CaseOutcome::kPlanned:
      return {"event", Tone::kAmber};
    case CaseOutcome::kNotNow:
      return {"hourglass_bottom", Tone::kSand};
    default:
      return {"bookmark_border", Tone::kSand};
  }
}

TextStyle ReplyStyle(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.button);
  style.line_spacing = 1.45f;
  return style;
}

TextStyle SoftBody(const Theme& theme) {
  return TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
}

float StripHeight(const Frame& frame, std::string_view words, float width) {
  TextStyle style = TextStyle::Of(frame.theme.size.body, Weight::kBold);
  style.line_spacing = 1.3f;
  return std::max(
      frame.theme.Px(100),
      MeasureWrapped(frame, words, width - frame.theme.Px(142), style) + frame.theme.Px(24));
}

}  // namespace

void TrackScreen::DrawFound(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const TrackedCase& found = *flow_.found();
  const auto steps = CourseOf(found, *parts_.state.station, parts_.state.CountyMs(frame.now));
  const bool replied = !RepliesOf(found).empty();
  // Landscape has no height to spare: a long course stands beside all the rest.
  const bool beside = frame.wide && (replied || steps.size() > kMostAcross);
  if (beside) {
    Rect course = area.TakeLeft(area.w * 0.45f);
    course.TakeLeft(theme.size.margin);
    course.TakeTop(theme.Px(20));
    course.TakeBottom(theme.size.margin);
    DrawCourse(frame, course, steps, &course_scroll_);
  }
  DrawFoundFooter(frame, TakeFooter(frame, area));
  std::string under = say::CaseNumber(found);
  if (frame.wide && !beside) {
    under += " · " + say::AsOfLine(found, parts_.state);
  } else {
    DrawAsOf(frame, area);
  }
  DrawTold(frame, area, under);
  if (const std::string problem = say::FoundLine(flow_, *parts_.state.station); !problem.empty())
    DrawProblem(frame, area.TakeTop(StripHeight(frame, problem, area.w), theme.size.gap), problem);
  if (!beside) {
    const float most = replied ? area.h * 0.56f : area.h;
    const float least = replied ? CourseHeight(frame, area.w, steps) : area.h;
    DrawCourse(frame, area.TakeTop(std::min(least, most), theme.size.gap), steps, &course_scroll_);
  }
  if (replied) DrawReplyCard(frame, area);
}

// How far it is, of which number, and what came out; `area` has its margins then.
void TrackScreen::DrawTold(Frame& frame, Rect& area, const std::string& under) {
  const Theme& theme = frame.theme;
  const TrackedCase& found = *flow_.found();
  const std::string title = say::CaseTitle(found, *parts_.state.station);
  const float top = area.y + theme.Px(44), line = theme.size.page_title * 1.3f;
  Question(frame, area, title, under);
  area = area.Inset(theme.size.margin, 0);
  const CaseOutcome outcome = found.answer ? found.answer->outcome : CaseOutcome::kNone;
  if (outcome == CaseOutcome::kNone) return;
  const std::string_view word = OutcomeWord(outcome);
  const OutcomeLook look = LookOf(outcome);
  const float width = PillWidth(frame, word, true), height = theme.size.chip_height;
  const float words =
      MeasureText(frame, title, TextStyle::Of(theme.size.page_title, Weight::kBold));
  Rect pill{area.Right() - width, top + (line - height) / 2, width, height};
  if (words + width + theme.size.gap > area.w) pill = area.TakeTop(height, theme.size.gap);
  StatusPill(frame, pill.x, pill.y, word, look.icon, look.tone, height);
}

void TrackScreen::DrawAsOf(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const std::string line = say::AsOfLine(*flow_.found(), parts_.state);
  const float icon = theme.size.small * 1.2f, gap = theme.Px(14);
  const float width = area.w - 2 * theme.size.margin - icon - gap;
  const float height = MeasureWrapped(frame, line, width, SoftBody(theme));
  Rect row = area.TakeBottom(height, theme.Px(20)).Inset(theme.size.margin, 0);
  DrawIcon(frame, row.TakeLeft(icon, gap).TakeTop(theme.size.small * 1.4f), "schedule", icon,
           theme.colour.icon);
  DrawWrapped(frame, row, line, SoftBody(theme));
}

void TrackScreen::DrawReplyCard(Frame& frame, Rect card) {
  const Theme& theme = frame.theme;
  const std::vector<CaseReply> replies = RepliesOf(*flow_.found());
  const CaseReply& reply = replies.back();
  const std::string said = say::ReplyWords(reply, *parts_.state.station);
  const std::string by = reply.said ? say::MemberTitle(*reply.said) : reply.unit;
  const TextStyle style = ReplyStyle(theme);
  const float pad = theme.Px(30), below = theme.Px(12);
  const float head_height = std::max(theme.size.chip_height, theme.size.touch_floor);
  // A pixel more, because what is taken off and added again is not quite the same.
  const float words = MeasureWrapped(frame, said, card.w - 2 * theme.size.pad, style) + 1;
  const bool fits = 2 * pad + head_height + below + words <= card.h;
  if (fits) card.h = 2 * pad + head_height + below + words;
  DrawCard(frame, card);
  Rect inside = card.Inset(theme.size.pad, pad);
  Rect head = inside.TakeTop(head_height, below);
  const TextStyle bold = TextStyle::Of(theme.size.section_title, Weight::kBold);
  DrawText(frame, head.TakeLeft(MeasureText(frame, say::kReplyTitle, bold) + 1, theme.Px(24)),
           say::kReplyTitle, bold);
  if (!fits || replies.size() > 1) {
    const std::string_view label = replies.size() > 1 ? say::kReadReplies : say::kReadWholeReply;
    const TextStyle button = TextStyle::Of(theme.size.button, Weight::kBold);
    const Rect place =
        head.TakeRight(MeasureText(frame, label, button) + theme.Px(150), theme.Px(24));
    if (SecondaryButton(frame, place, label, {"menu_book"})) {
      reading_ = true;
      reply_ = replies.size() - 1;
      reply_page_ = 0;
    }
  }
  const TextStyle soft = SoftBody(theme);
  if (MeasureText(frame, by, soft) <= head.w) DrawText(frame, head, by, soft);
  if (inside.h >= style.size * style.line_spacing) DrawFirstWords(frame, inside, said, style);
}

void TrackScreen::Rate() {
  const TrackedCase& found = *flow_.found();
  parts_.navigator.Push(std::make_unique<RatingScreen>(parts_, found.number, *found.answer,
                                                       [this] { flow_.OnRated(); }));
}

void TrackScreen::DrawFoundFooter(Frame& frame, Rect footer) {
  const Theme& theme = frame.theme;
  const bool rate = flow_.CanRate(), wish = flow_.CanSayWhether();
  if (flow_.CanWithdraw()) {
    const float width = theme.size.button * 2 + theme.Px(rate || wish ? 64 : 180);
    if (SecondaryButton(frame, footer.TakeLeft(width, theme.size.gap), say::kWithdraw,
                        {rate || wish ? "" : "undo"}))
      asking_withdraw_ = true;
  }
  if (!rate && !wish) {
    if (SecondaryButton(frame, footer, say::kHome, {"home"})) parts_.navigator.GoHome();
    return;
  }
  const std::vector<Rect> buttons = footer.SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kHome)) parts_.navigator.GoHome();
  if (!PrimaryButton(frame, buttons[1], rate ? say::kRateNow : say::kWhetherCame)) return;
  if (rate) {
    Rate();
  } else {
    asking_wish_ = true;
  }
}

}  // namespace studio

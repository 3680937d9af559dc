#include <algorithm>

#include "app/scanner_input.h"  // before writing/keys.h, whose Key() hides its Key
#include "ui/screens/course.h"
#include "ui/screens/page_pieces.h"
#include "ui/screens/paged_words.h"
#include "ui/screens/rating_screen.h"
#include "ui/screens/track_screen.h"
#include "ui/shapes.h"
#include "ui/track_strings.h"
#include "ui/widgets.h"

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

TextStyle Soft(const Theme& theme) {
  return TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
}

// A jade strip: something was kept.
void DrawKeptStrip(Frame& frame, Rect strip, std::string_view words) {
  const Theme& theme = frame.theme;
  const Tint& tint = theme.colour.jade_tint;
  FillRounded(frame, strip, theme.size.small_radius, tint.back);
  if (theme.colour.outline_everything)
    OutlineRounded(frame, strip, theme.size.small_radius, theme.Px(4), tint.ink);
  strip = strip.Inset(theme.Px(30), theme.Px(8));
  DrawIcon(frame, strip.TakeLeft(theme.Px(60), theme.Px(22)), "check_circle", theme.Px(56),
           tint.ink);
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kBold, tint.ink);
  style.line_spacing = 1.3f;
  DrawWrapped(frame, strip.Centred(strip.w, MeasureWrapped(frame, words, strip.w, style)), words,
              style);
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
  const Station& station = *parts_.state.station;
  DrawFoundFooter(frame, TakeFooter(frame, area));
  const std::string title = say::CaseTitle(found, station);
  std::string under = say::CaseNumber(found);
  if (frame.wide) {
    under += " · " + say::AsOfLine(found, parts_.state);
  } else {
    DrawAsOf(frame, area);
  }
  const CaseOutcome outcome = found.answer ? found.answer->outcome : CaseOutcome::kNone;
  const float top = area.y;
  Question(frame, area, title, under);
  area = area.Inset(theme.size.margin, 0);
  if (outcome != CaseOutcome::kNone) {
    const std::string_view word = say::OutcomeName(outcome);
    const OutcomeLook look = LookOf(outcome);
    const float width = PillWidth(frame, word, true);
    const float words =
        MeasureText(frame, title, TextStyle::Of(theme.size.page_title, Weight::kBold));
    if (words + width + theme.size.gap <= area.w) {
      const float line = theme.size.page_title * 1.3f;
      StatusPill(frame, area.Right() - width,
                 top + theme.Px(44) + (line - theme.size.chip_height) / 2, word, look.icon,
                 look.tone, theme.size.chip_height);
    } else {
      const Rect row = area.TakeTop(theme.size.chip_height, theme.size.gap);
      StatusPill(frame, row.x, row.y, word, look.icon, look.tone, theme.size.chip_height);
    }
  }
  DrawStrips(frame, area);
  const auto steps = CourseOf(found, station, parts_.state.CountyMs(frame.now));
  if (!found.answer || RepliesOf(*found.answer).empty())
    return DrawCourse(frame, area, steps, &course_scroll_);
  if (frame.wide) {
    DrawCourse(frame, area.TakeLeft(area.w * 0.46f, theme.size.gap), steps, &course_scroll_);
  } else {
    const float course = std::min(CourseHeight(frame, area.w, steps), area.h * 0.56f);
    DrawCourse(frame, area.TakeTop(course, theme.size.gap), steps, &course_scroll_);
  }
  DrawReplyCard(frame, area);
}

// What stands in the way, what is asked, and what was kept just now.
void TrackScreen::DrawStrips(Frame& frame, Rect& area) {
  const float gap = frame.theme.size.gap;
  const TrackedCase& found = *flow_.found();
  const std::string county(say::CountyName(*parts_.state.station));
  const std::string problem = asking_withdraw_ && flow_.CanWithdraw()
                                  ? std::string(say::kWithdrawAsk)
                                  : say::TrackLine(flow_);
  if (!problem.empty()) {
    DrawProblem(frame, area.TakeTop(StripHeight(frame, problem, area.w), gap), problem);
  } else if (found.said_here || found.confirmed_here) {
    const std::string kept =
        say::Fill(found.said_here ? say::kSaidHere : say::kConfirmedHere, {{"county", county}});
    DrawKeptStrip(frame, area.TakeTop(StripHeight(frame, kept, area.w), gap), kept);
  }
}

void TrackScreen::DrawAsOf(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const std::string line = say::AsOfLine(*flow_.found(), parts_.state);
  const float icon = theme.size.small * 1.2f, gap = theme.Px(14);
  const float width = area.w - 2 * theme.size.margin - icon - gap;
  const float height = MeasureWrapped(frame, line, width, Soft(theme));
  Rect row = area.TakeBottom(height, theme.Px(20)).Inset(theme.size.margin, 0);
  DrawIcon(frame, row.TakeLeft(icon, gap).TakeTop(theme.size.small * 1.4f), "schedule", icon,
           theme.colour.icon);
  DrawWrapped(frame, row, line, Soft(theme));
}

void TrackScreen::DrawReplyCard(Frame& frame, const Rect& card) {
  const Theme& theme = frame.theme;
  const std::vector<CaseReply> replies = RepliesOf(*flow_.found()->answer);
  const CaseReply& reply = replies.back();
  DrawCard(frame, card);
  Rect inside = card.Inset(theme.size.pad, theme.Px(30));
  Rect head = inside.TakeTop(theme.size.section_title * 1.4f, theme.Px(8));
  const TextStyle bold = TextStyle::Of(theme.size.section_title, Weight::kBold);
  DrawText(frame, head.TakeLeft(MeasureText(frame, say::kReplyTitle, bold) + 1, theme.Px(24)),
           say::kReplyTitle, bold);
  if (!reply.unit.empty() && MeasureText(frame, reply.unit, Soft(theme)) <= head.w)
    DrawText(frame, head, reply.unit, Soft(theme));
  const TextStyle style = ReplyStyle(theme);
  const bool fits = MeasureWrapped(frame, reply.text, inside.w, style) <= inside.h;
  if (fits && replies.size() == 1) {
    DrawWrapped(frame, inside, reply.text, style);
    return;
  }
  const Rect button = inside.TakeBottom(theme.size.button_height, theme.Px(16));
  DrawFirstWords(frame, inside, reply.text, style);
  if (SecondaryButton(frame, button, replies.size() > 1 ? say::kReadReplies : say::kReadReply,
                      {"menu_book"})) {
    reading_ = true;
    reply_ = replies.size() - 1;
    reply_page_ = 0;
  }
}

void TrackScreen::Rate() {
  const TrackedCase& found = *flow_.found();
  parts_.navigator.Push(std::make_unique<RatingScreen>(parts_, found.number, *found.answer,
                                                       [this] { flow_.OnRated(); }));
}

void TrackScreen::DrawFoundFooter(Frame& frame, Rect footer) {
  const Theme& theme = frame.theme;
  if (asking_withdraw_ && flow_.CanWithdraw()) {
    const std::vector<Rect> buttons = footer.SplitColumns(2, theme.size.gap);
    if (SecondaryButton(frame, buttons[0], say::kWithdrawNo)) asking_withdraw_ = false;
    if (DangerButton(frame, buttons[1], say::kWithdrawYes, {"undo"})) {
      asking_withdraw_ = false;
      flow_.Withdraw();
    }
    return;
  }
  const bool rate = flow_.CanRate(), confirm = flow_.CanConfirm();
  if (flow_.CanWithdraw()) {
    const float width = theme.size.button * 2 + theme.Px(rate || confirm ? 64 : 180);
    if (SecondaryButton(frame, footer.TakeLeft(width, theme.size.gap), say::kWithdraw,
                        {rate || confirm ? "" : "undo"}))
      asking_withdraw_ = true;
  }
  if (!rate && !confirm) {
    if (PrimaryButton(frame, footer, say::kHome)) parts_.navigator.GoHome();
    return;
  }
  const std::vector<Rect> buttons = footer.SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kHome)) parts_.navigator.GoHome();
  if (PrimaryButton(frame, buttons[1], rate ? say::kRateNow : say::kWishCame)) {
    if (rate) {
      Rate();
    } else {
      flow_.Confirm();
    }
  }
}

}  // namespace studio

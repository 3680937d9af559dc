#include "ui/screens/pieces/course.h"

#include <algorithm>
#include <string>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"

namespace studio {
namespace {

constexpr float kMark = 58, kMarkGap = 36, kRail = 4;
constexpr float kSide = 48, kCoursePad = 30, kCourseBetween = 16;

struct MarkLook {
  std::string_view icon;
  Colour colour;
};

MarkLook LookOf(CourseStep::Mark mark, const Palette& colour) {
  switch (mark) {
    case CourseStep::Mark::kDone:
      return {"check_circle", colour.jade};
    case CourseStep::Mark::kGoesUp:
      return {"cloud_upload", colour.amber};
    case CourseStep::Mark::kNow:
      return {"pending", colour.amber};
    case CourseStep::Mark::kProblem:
      return {"error_outline", colour.red};
    case CourseStep::Mark::kAhead:
      break;
  }
  return {"radio_button_unchecked", colour.icon};
}

struct CourseStyles {
  TextStyle title, hint;
};

CourseStyles StylesOf(const Theme& theme, CourseStep::Mark mark, Align align) {
  const bool ahead = mark == CourseStep::Mark::kAhead;
  const Colour ink = ahead ? theme.colour.soft_ink : theme.colour.ink;
  const Weight weight = ahead ? Weight::kRegular : Weight::kBold;
  CourseStyles styles{
      TextStyle::Of(theme.size.button, weight, ink, align),
      TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink, align)};
  styles.title.line_spacing = styles.hint.line_spacing = 1.3f;
  return styles;
}

float WordsWidth(const Theme& theme, float inside) {
  return inside - theme.Px(kMark) - theme.Px(kMarkGap);
}

// On one line where it finds room there in letters large enough, else on more.
TextStyle TitleStyle(const Frame& frame, const CourseStep& step, float width) {
  return Fitted(frame, step.title, StylesOf(frame.theme, step.mark, Align::kLeft).title, width);
}

float TitleHeight(const Frame& frame, const CourseStep& step, float width) {
  const float one = StylesOf(frame.theme, step.mark, Align::kLeft).title.size * 1.3f;
  return std::max(one, MeasureWrapped(frame, step.title, width, TitleStyle(frame, step, width)));
}

float HintHeight(const Frame& frame, const CourseStep& step, float width) {
  if (step.hint.empty()) return 0;
  return MeasureWrapped(frame, step.hint, width,
                        StylesOf(frame.theme, step.mark, Align::kLeft).hint);
}

void DrawMark(Frame& frame, const Rect& place, CourseStep::Mark mark, float size) {
  const MarkLook look = LookOf(mark, frame.theme.colour);
  DrawIcon(frame, place, look.icon, size, look.colour);
}

void DrawRail(Frame& frame, const Rect& from, const Rect& to) {
  const Theme& theme = frame.theme;
  const float rail = theme.Px(kRail), clear = theme.Px(kMark) * 0.65f;
  const float top = from.CentreY() + clear, bottom = to.CentreY() - clear;
  if (bottom - top <= theme.Px(8)) return;
  FillRounded(frame, {to.CentreX() - rail / 2, top, rail, bottom - top}, rail / 2,
              theme.colour.outline);
}

// A step in the middle of its row; returns where its mark stands.
Rect DrawStep(Frame& frame, Rect row, const CourseStep& step, bool hinted) {
  const Theme& theme = frame.theme;
  const float width = WordsWidth(theme, row.w);
  const float title = TitleHeight(frame, step, width);
  const float words = title + (hinted ? HintHeight(frame, step, width) : 0);
  row = row.Centred(row.w, words);
  const Rect place = row.TakeLeft(theme.Px(kMark), theme.Px(kMarkGap));
  DrawMark(frame, place, step.mark, theme.Px(kMark));
  DrawWrapped(frame, row.TakeTop(title), step.title, TitleStyle(frame, step, width));
  if (hinted && !step.hint.empty())
    DrawWrapped(frame, row, step.hint, StylesOf(theme, step.mark, Align::kLeft).hint);
  return place;
}

// More steps than find room: pages of them, at first the newest.
void DrawPaged(Frame& frame, const Rect& inside, const std::vector<CourseStep>& steps,
               ScrollState& scroll) {
  const Theme& theme = frame.theme;
  float row = 0;
  const float width = WordsWidth(theme, inside.w);
  for (const CourseStep& step : steps)
    row = std::max(row, TitleHeight(frame, step, width) + HintHeight(frame, step, width));
  PagedList list(frame, inside, "course", scroll, static_cast<int>(steps.size()), row,
                 theme.Px(kCourseBetween));
  Rect last{};
  for (int i = list.First(); i < list.End(); ++i) {
    const Rect place = DrawStep(frame, list.Row(i), steps[static_cast<std::size_t>(i)], true);
    if (last.h > 0) DrawRail(frame, last, place);
    last = place;
  }
}

// One below the other, joined by a thin line.
void DrawDown(Frame& frame, Rect inside, const std::vector<CourseStep>& steps,
              ScrollState* scroll) {
  const Theme& theme = frame.theme;
  const float width = WordsWidth(theme, inside.w);
  const auto count = static_cast<float>(steps.size());
  float least = 0, all = 0;
  for (const CourseStep& step : steps) {
    const float title = TitleHeight(frame, step, width), hint = HintHeight(frame, step, width);
    least += title + (step.mark == CourseStep::Mark::kAhead ? 0 : hint);
    all += title + hint;
  }
  if (scroll && inside.h < least + (count - 1) * theme.Px(6))
    return DrawPaged(frame, inside, steps, *scroll);
  // Where it is crowded, what lies ahead is only named.
  const bool crowded = inside.h < all + count * theme.Px(kCourseBetween);
  const float spare = std::clamp((inside.h - (crowded ? least : all)) / count, 0.f, theme.Px(90));
  Rect last{};
  for (const CourseStep& step : steps) {
    const bool hinted = !crowded || step.mark != CourseStep::Mark::kAhead;
    const float words =
        TitleHeight(frame, step, width) + (hinted ? HintHeight(frame, step, width) : 0);
    const Rect place = DrawStep(frame, inside.TakeTop(words + spare), step, hinted);
    if (last.h > 0) DrawRail(frame, last, place);
    last = place;
  }
}

// From left to right, where there is more width than height.
void DrawAcross(Frame& frame, const Rect& inside, const std::vector<CourseStep>& steps) {
  const Theme& theme = frame.theme;
  const float mark = theme.Px(76), rail = theme.Px(kRail);
  const std::vector<Rect> cells =
      inside.SplitColumns(static_cast<int>(steps.size()), theme.size.gap);
  const float step_width = cells.size() > 1 ? cells[1].x - cells[0].x : 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const CourseStep& step = steps[i];
    CourseStyles styles = StylesOf(theme, step.mark, Align::kCentre);
    Rect cell = cells[i];
    const Rect place = cell.TakeTop(mark, theme.Px(24));
    if (i + 1 < steps.size()) {
      FillRounded(frame,
                  {place.CentreX() + mark * 0.65f, place.CentreY() - rail / 2,
                   step_width - mark * 1.3f, rail},
                  rail / 2, theme.colour.outline);
    }
    DrawMark(frame, place, step.mark, mark);
    styles.title = Fitted(frame, step.title, styles.title, cell.w);
    cell.TakeTop(DrawWrapped(frame, cell, step.title, styles.title), theme.Px(8));
    DrawWrapped(frame, cell, step.hint, styles.hint);
  }
}

}  // namespace

float CourseHeight(const Frame& frame, float width, const std::vector<CourseStep>& steps) {
  const Theme& theme = frame.theme;
  const float words = WordsWidth(theme, width - 2 * theme.Px(kSide));
  float height = 2 * theme.Px(kCoursePad);
  for (const CourseStep& step : steps) {
    height += TitleHeight(frame, step, words) + HintHeight(frame, step, words) +
              theme.Px(kCourseBetween + 4);
  }
  return height;
}

void DrawCourse(Frame& frame, Rect card, const std::vector<CourseStep>& steps,
                ScrollState* scroll) {
  const Theme& theme = frame.theme;
  const float pad = theme.Px(kCoursePad);
  const bool across = steps.size() <= kMostAcross && card.w > 2.4f * card.h;
  const float most = across ? theme.Px(360) * theme.size.body / theme.Px(40)
                            : theme.Px(190) * static_cast<float>(steps.size()) + 2 * pad;
  card.h = std::min(card.h, most);
  DrawCard(frame, card);
  if (across) {
    DrawAcross(frame, card.Inset(theme.Px(kSide), theme.Px(44)), steps);
  } else {
    DrawDown(frame, card.Inset(theme.Px(kSide), pad), steps, scroll);
  }
}

}  // namespace studio

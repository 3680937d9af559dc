#include "ui/screens/pieces/wall_pieces.h"

#include <algorithm>
#include <utility>

#include "ui/kit/canvas.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"

namespace studio {
namespace {

constexpr float kPicturePart = 0.6f;  // of a column's width, at most so high

Rect FitInto(const Rect& rect, const ColourPicture& picture) {
  const auto width = static_cast<float>(picture.width), height = static_cast<float>(picture.height);
  const float scale = std::min(rect.w / width, rect.h / height);
  return rect.Centred(width * scale, height * scale);
}

}  // namespace

void DrawFace(Frame& frame, const Rect& square, std::string_view name, int index,
              const PicturePtr& photo, Colour around) {
  if (!photo) return DrawMonogram(frame, square, name, index);
  const auto width = static_cast<float>(photo->width), height = static_cast<float>(photo->height);
  const float scale = std::max(square.w / width, square.h / height);
  // A face is in the upper part of a portrait.
  const Rect place{square.CentreX() - width * scale / 2, square.y, width * scale, height * scale};
  frame.canvas.PushClip(square);
  frame.canvas.Picture(photo, place);
  frame.canvas.PopClip();
  CutCorners(frame, square, square.w / 2, around);
}

Article::Block PictureBlock(PicturePtr picture) {
  return [picture = std::move(picture)](Frame& frame, const Rect& place, bool draw) {
    const Theme& theme = frame.theme;
    const float most = std::min(place.w * kPicturePart, place.h);
    Rect whole{place.x, place.y, place.w, most};
    if (picture) {
      whole.h = std::min(most, FitInto({0, 0, place.w, 100'000}, *picture).h);
      const Rect fitted = FitInto(whole, *picture);
      if (!draw) return whole.h;
      frame.canvas.Picture(picture, fitted);
      CutCorners(frame, fitted, theme.size.small_radius, theme.colour.paper);
    } else if (draw) {
      FillRounded(frame, whole, theme.size.small_radius, theme.colour.sand_tint.back);
      DrawIcon(frame, whole, "image", theme.Px(120), theme.colour.icon);
    }
    return whole.h;
  };
}

Pill LevelPill(const std::string& level) {
  if (level == "省") return {level, "stars", Tone::kRed};
  if (level == "市") return {level, "stars", Tone::kAmber};
  if (level == "县") return {level, "stars", Tone::kJade};
  return {level, "place", Tone::kSand};
}

float DrawPills(Frame& frame, const Rect& place, const std::vector<Pill>& pills, bool draw) {
  const Theme& theme = frame.theme;
  const float height = theme.size.chip_height * 0.78f, gap = theme.Px(18);
  float x = place.x, y = place.y;
  for (const Pill& pill : pills) {
    const float width = PillWidth(frame, pill.word, !pill.icon.empty());
    if (x > place.x && x + width > place.Right()) {
      x = place.x;
      y += height + gap;
    }
    if (draw) StatusPill(frame, x, y, pill.word, pill.icon, pill.tone, height);
    x += width + gap;
  }
  return pills.empty() ? 0 : y - place.y + height;
}

Article::Block HeadBlock(ArticleHead head) {
  return [head = std::move(head)](Frame& frame, const Rect& place, bool draw) {
    const Theme& theme = frame.theme;
    const float pad = theme.Px(44), after = theme.Px(22);
    TextStyle title = TextStyle::Of(theme.size.card_title, Weight::kBold);
    title.line_spacing = 1.3f;
    TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
    soft.line_spacing = 1.35f;
    const float width = place.w - 2 * pad;
    const Rect measure{0, 0, width, 0};
    float height = 2 * pad + MeasureWrapped(frame, head.title, width, title);
    const float pills = DrawPills(frame, measure, head.pills, false);
    if (pills > 0) height += after + pills;
    for (const std::string& line : head.lines) {
      height += MeasureWrapped(frame, line, width, soft);
    }
    if (!head.lines.empty()) height += after;
    if (!draw) return height;
    DrawCard(frame, {place.x, place.y, place.w, height});
    Rect inside = Rect{place.x, place.y, place.w, height}.Inset(pad);
    inside.TakeTop(DrawWrapped(frame, inside, head.title, title), after);
    if (pills > 0) {
      DrawPills(frame, inside, head.pills);
      inside.TakeTop(pills, after);
    }
    for (const std::string& line : head.lines) {
      inside.TakeTop(DrawWrapped(frame, inside, line, soft));
    }
    return height;
  };
}

Article::Block NoticeBlock(Tone tone, std::string_view icon, std::string heading,
                           std::string text) {
  return [tone, icon, heading = std::move(heading), text = std::move(text)](
             Frame& frame, const Rect& place, bool draw) {
    const Theme& theme = frame.theme;
    const Tint& tint = theme.colour.TintOf(tone);
    const float pad = theme.Px(36), side = theme.Px(72), gap = theme.Px(28);
    const float width = place.w - 2 * pad - side - gap;
    const TextStyle bold = TextStyle::Of(theme.size.section_title, Weight::kBold, tint.ink);
    const TextStyle body = TextStyle::Of(theme.size.body, Weight::kRegular, tint.ink);
    const float head = MeasureWrapped(frame, heading, width, bold);
    const float rest = text.empty() ? 0 : MeasureWrapped(frame, text, width, body);
    const Rect panel{place.x, place.y, place.w, std::max(side, head + rest) + 2 * theme.Px(28)};
    if (!draw) return panel.h;
    FillRounded(frame, panel, theme.size.small_radius, tint.back);
    if (theme.colour.outline_everything)
      OutlineRounded(frame, panel, theme.size.small_radius, theme.Px(4), tint.ink);
    Rect inside = panel.Inset(pad, 0);
    DrawIcon(frame, inside.TakeLeft(side, gap), icon, side, tint.ink);
    inside = inside.Centred(inside.w, head + rest);
    DrawWrapped(frame, inside.TakeTop(head), heading, bold);
    if (rest > 0) DrawWrapped(frame, inside, text, body);
    return panel.h;
  };
}

void LowerForReach(const Frame& frame, Rect& area) {
  if (!frame.wide) area.TakeTop(std::max(0.f, frame.area.y + frame.area.h / 3 - area.y));
}

FootTap DrawFoot(Frame& frame, Rect& area, const FootLook& look) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  const bool wide = frame.wide && !look.problem.empty();
  const Rect back = footer.TakeLeft(footer.w * (wide ? 0.2f : 0.36f), theme.size.gap);
  const Rect beside = wide ? footer.TakeLeft(footer.w * 0.58f, theme.size.gap) : Rect{};
  FootTap tapped = FootTap::kNone;
  if (SecondaryButton(frame, back, look.back)) tapped = FootTap::kBack;
  if (PrimaryButton(frame, footer, look.on, {look.on_icon})) tapped = FootTap::kOn;
  if (look.problem.empty()) return tapped;
  const Rect line =
      wide ? beside : area.TakeBottom(theme.Px(140), theme.Px(8)).Inset(theme.size.margin, 0);
  DrawProblem(frame, line, look.problem);
  return tapped;
}

EndingFoot DrawEndingFoot(Frame& frame, Rect& area, const FootLook& look, float share) {
  const Theme& theme = frame.theme;
  EndingFoot out;
  Rect footer = TakeFooter(frame, area);
  const Rect back = footer.TakeLeft(footer.w * (frame.wide ? 0.2f : 0.36f), theme.size.gap);
  if (SecondaryButton(frame, back, look.back)) out.tap = FootTap::kBack;
  if (frame.wide) {
    out.column = area.TakeRight(area.w * share, theme.Px(40) - theme.size.margin);
    out.column.TakeRight(theme.size.margin);
    out.column.TakeTop(theme.Px(44));
  }
  Rect upright = area.Inset(theme.size.margin, 0);
  if (EndButton(frame, frame.wide ? out.column : upright, look.on, {look.on_icon}))
    out.tap = FootTap::kOn;
  if (!frame.wide) area.h = upright.h;
  if (look.problem.empty()) return out;
  const Rect line =
      frame.wide ? footer : area.TakeBottom(theme.Px(140), theme.Px(8)).Inset(theme.size.margin, 0);
  DrawProblem(frame, line, look.problem);
  return out;
}

}  // namespace studio

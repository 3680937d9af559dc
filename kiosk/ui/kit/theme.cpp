#include "ui/kit/theme.h"

#include <algorithm>
#include <cmath>

namespace studio {
namespace {

constexpr float kExtraLarge = 1.25f;

Palette Warm() {
  Palette p;
  p.paper = Colour::Hex(0xFBF7EF);
  p.card = Colour::Hex(0xFFFFFF);
  p.well = Colour::Hex(0xFBF7EF);
  p.ink = Colour::Hex(0x2B211A);
  p.soft_ink = Colour::Hex(0x544840);
  p.icon = Colour::Hex(0x6B5844);
  p.red = Colour::Hex(0xA3201C);
  p.red_pressed = Colour::Hex(0x7F1512);
  p.red_tint_pressed = Colour::Hex(0xF5DED9);
  p.on_red = Colour::Hex(0xFFFFFF);
  p.jade = Colour::Hex(0x1E5E43);
  p.amber = Colour::Hex(0x7A4A00);
  p.outline = Colour::Hex(0x96866E);
  p.track = Colour::Hex(0xEFE6D6);
  p.pressed = Colour::Hex(0xF1E7D6);
  p.keyboard_bed = Colour::Hex(0xEFE6D6);
  p.dark_key = Colour::Hex(0xDCCFB8);
  p.shadow = Colour::Hex(0x5A4326).Alpha(30);
  p.foot = Colour::Hex(0xE9E0D0);
  p.sand_tint = {Colour::Hex(0xF1EADD), Colour::Hex(0x4B4038)};
  p.jade_tint = {Colour::Hex(0xE0EFE6), Colour::Hex(0x174A35)};
  p.amber_tint = {Colour::Hex(0xFBEBCF), Colour::Hex(0x643B00)};
  p.red_tint = {Colour::Hex(0xF8E3DF), Colour::Hex(0x8C1814)};
  return p;
}

Palette HighContrast() {
  Palette p = Warm();
  p.paper = p.well = Colour::Hex(0xFFFFFF);
  p.ink = p.soft_ink = p.icon = Colour::Hex(0x000000);
  p.red = Colour::Hex(0x7A0000);
  p.red_pressed = Colour::Hex(0x4A0000);
  p.red_tint_pressed = Colour::Hex(0xE0E0E0);
  p.jade = Colour::Hex(0x00391F);
  p.amber = Colour::Hex(0x4A2A00);
  p.outline = Colour::Hex(0x000000);
  p.track = Colour::Hex(0xBFBFBF);
  p.pressed = Colour::Hex(0xE0E0E0);
  p.shadow = p.shadow.Alpha(0);
  p.foot = Colour::Hex(0x000000);
  p.sand_tint = {Colour::Hex(0xF2F2F2), Colour::Hex(0x000000)};
  p.jade_tint = {Colour::Hex(0xFFFFFF), Colour::Hex(0x00391F)};
  p.amber_tint = {Colour::Hex(0xFFFFFF), Colour::Hex(0x4A2A00)};
  p.red_tint = {Colour::Hex(0xFFFFFF), Colour::Hex(0x7A0000)};
  p.outline_everything = true;
  return p;
}

}  // namespace

const Tint& Palette::TintOf(Tone tone) const {
  switch (tone) {
    case Tone::kJade:
      return jade_tint;
    case Tone::kAmber:
      return amber_tint;
    case Tone::kRed:
      return red_tint;
    default:
      return sand_tint;
  }
}

Colour Palette::Strong(Tone tone) const {
  switch (tone) {
    case Tone::kJade:
      return jade;
    case Tone::kAmber:
      return amber;
    case Tone::kRed:
      return red;
    default:
      return icon;
  }
}

Theme Theme::For(ThemeChoice choice, int width, int height) {
  Theme theme;
  theme.colour = choice.high_contrast ? HighContrast() : Warm();
  const auto [shorter, longer] = std::minmax(width, height);
  theme.scale = std::min(static_cast<float>(shorter) / 1080.f, static_cast<float>(longer) / 1920.f);
  const float text = theme.scale * (choice.extra_large ? kExtraLarge : 1.f);
  const auto type = [text](float figure) { return std::round(figure * text); };
  const auto room = [&theme](float figure) { return std::round(figure * theme.scale); };
  Sizes& s = theme.size;
  s.body = type(40);
  s.small = type(34);
  s.button = type(46);
  s.section_title = type(46);
  s.card_title = type(58);
  s.page_title = type(64);
  s.home_title = type(84);
  s.clock = type(76);
  s.digits = type(88);
  s.margin = room(48);
  s.gap = room(28);
  s.pad = room(44);
  s.radius = room(32);
  s.small_radius = room(24);
  s.button_height = std::max(room(120), type(112));
  s.chip_height = std::max(room(80), type(80));
  s.row_height = std::max(room(120), type(120));
  s.header_height = room(132);
  s.touch_floor = room(80);
  s.touch_gap = room(10);
  s.forgive = room(40);
  return theme;
}

}  // namespace studio

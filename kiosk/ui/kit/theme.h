// The one place for colours and sizes. Sizes are pixels of the drawing, already scaled for it.
#pragma once

#include <cstdint>

namespace studio {

struct Colour {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;

  static constexpr Colour Hex(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8 & 0xFF),
            static_cast<std::uint8_t>(rgb & 0xFF), 255};
  }
  constexpr Colour Alpha(int alpha) const { return {r, g, b, static_cast<std::uint8_t>(alpha)}; }
  bool operator==(const Colour&) const = default;
};

// A background with the ink to write on it; at least 7:1.
struct Tint {
  Colour back, ink;
};

enum class Tone { kSand, kJade, kAmber, kRed };

struct Palette {
  Colour paper, card, well;  // well: a panel inside a card
  Colour ink, soft_ink, icon;
  Colour red, red_pressed, on_red, red_tint_pressed;
  Colour jade, amber;
  Colour outline, track;  // 3:1 on paper and cards; the empty part of a bar
  Colour pressed;         // a card under a finger
  Colour keyboard_bed, dark_key;
  Colour shadow;  // its alpha at the darkest place
  Colour foot;    // the one-pixel darker edge under a card
  Tint sand_tint, jade_tint, amber_tint, red_tint;
  bool outline_everything = false;  // high contrast: cards, tints and keys too

  const Tint& TintOf(Tone tone) const;
  Colour Strong(Tone tone) const;  // for icons and bars on paper or a card
};

struct Sizes {
  float body, small, button, section_title, card_title, page_title, home_title, clock, digits;
  float margin, gap, radius, small_radius, pad;
  float button_height, chip_height, row_height, header_height;
  float touch_floor;  // no touch target is smaller, either way
  float touch_gap;    // nor closer to the next
  float forgive;      // how far a finger may roll off what it pressed
};

struct ThemeChoice {
  bool high_contrast = false;
  bool extra_large = false;
  bool operator==(const ThemeChoice&) const = default;
};

struct Theme {
  Palette colour;
  Sizes size;
  float scale = 1;  // so that 1080 × 1920, or 1920 × 1080, fits into the drawing

  // For a drawing of that many pixels.
  static Theme For(ThemeChoice choice, int width, int height);
  // A figure as measured at 1080 wide, in pixels of this drawing.
  float Px(float at_1080) const { return at_1080 * scale; }
};

}  // namespace studio

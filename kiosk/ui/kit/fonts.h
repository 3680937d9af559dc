// The faces that text and icons are drawn with: Noto Sans CJK SC in two weights and Material
// Icons, mapped from their files and rasterised glyph by glyph. Not thread-safe: one object a
// thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace studio {

struct FontFiles {
  std::string regular = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
  std::string bold = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc";
  std::string icons =
      "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";
};

enum class Weight { kRegular, kBold };
enum class FaceId { kRegular, kBold, kIcons };

// Coverage, one byte a pixel, row by row. `left` and `top` lead from the pen on the base line to
// the upper left corner, up being positive.
struct GlyphBitmap {
  int width = 0, height = 0, left = 0, top = 0;
  std::vector<std::uint8_t> coverage;
};

class Fonts {
 public:
  // kNotFound where a file is missing, kMalformed where it is no such font.
  static Result<std::unique_ptr<Fonts>> Open(const FontFiles& files);
  virtual ~Fonts() = default;

  // 0 where the face does not have it.
  virtual std::uint32_t GlyphOf(FaceId face, char32_t code) = 0;
  // By ligature name; 0 where there is no such icon.
  virtual std::uint32_t IconOf(std::string_view name) = 0;
  // In ems.
  virtual float Advance(FaceId face, std::uint32_t glyph) = 0;
  virtual GlyphBitmap Rasterise(FaceId face, int pixels, std::uint32_t glyph) = 0;
};

inline FaceId FaceOf(Weight weight) {
  return weight == Weight::kBold ? FaceId::kBold : FaceId::kRegular;
}

// What stands on a page for a character: itself; a space for a line break or tab within a line;
// "〓", the printer's mark of a missing one, for one of private use that the face does not have; 0,
// nothing, for what nobody can see and for pictographs and marks that the face does not have. A
// letter that it does not have stays itself and is drawn as MissingBox, so that nothing said is
// lost.
char32_t ShownAs(Fonts& fonts, Weight weight, char32_t code);
// The box drawn in place of a letter that no face has, with its number inside.
GlyphBitmap MissingBox(Fonts& fonts, int pixels, char32_t code);
// Width in pixels of what is shown for a character.
float AdvanceOf(Fonts& fonts, Weight weight, int pixels, char32_t code);

}  // namespace studio

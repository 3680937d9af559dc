// What shapes and texts are drawn on: one ImGui draw list of axis-aligned rectangles, plain or
// taken from the atlas, which every SDL renderer, the software one too, draws as fast fills and
// copies. The list is that of ImGui's current window, whose items are clipped with it. Lives for
// one frame.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "ui/kit/atlas.h"
#include "ui/kit/fonts.h"
#include "ui/kit/live_picture.h"
#include "ui/kit/qr.h"
#include "ui/kit/rect.h"
#include "ui/kit/theme.h"

struct ImDrawList;

namespace studio {

class Canvas {
 public:
  Canvas(ImDrawList& list, Atlas& atlas, LivePictures& pictures, QrCodes& codes, Fonts& fonts,
         const Rect& area);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  void Fill(const Rect& rect, Colour colour);
  // The sprite's part `from` (in its own pixels) onto `to`.
  void Copy(const Sprite& sprite, const Rect& from, const Rect& to);
  // A picture of the camera's, as large as `to`.
  void Picture(const PicturePtr& picture, const Rect& to);

  void PushClip(const Rect& rect);  // within the clip so far
  void PopClip();
  const Rect& Clip() const { return clips_.back(); }

  // The glyph of a character, or the box of one that is missing.
  const Sprite& Glyph(Weight weight, int pixels, char32_t code, Colour colour);
  const Sprite& Icon(std::string_view name, int pixels, Colour colour);
  // A shape by its kind and two figures.
  struct ShapeKey {
    int kind, a, b;
  };
  const Sprite& Shape(ShapeKey key, Colour colour, const std::function<GlyphBitmap()>& make);
  QrCodes& Codes() { return codes_; }
  Fonts& Faces() { return fonts_; }

 private:
  void Texture(void* texture);

  ImDrawList& list_;
  Atlas& atlas_;
  LivePictures& pictures_;
  QrCodes& codes_;
  Fonts& fonts_;
  std::vector<Rect> clips_;
  void* texture_ = nullptr;
};

// Texture ids of plain rectangles: opaque ones are filled without blending.
void* OpaqueTextureId();
void* BlendedTextureId();

}  // namespace studio

#include "ui/kit/canvas.h"

#include <imgui.h>

#include <cmath>

namespace studio {
namespace {

ImU32 Packed(Colour colour) { return IM_COL32(colour.r, colour.g, colour.b, colour.a); }

// Whole pixels: crisp edges, and the software renderer's fast paths.
Rect Snapped(const Rect& rect) {
  const float left = std::round(rect.x), top = std::round(rect.y);
  return {left, top, std::round(rect.Right()) - left, std::round(rect.Bottom()) - top};
}

std::uint64_t ShapeKeyOf(std::uint64_t kind, std::uint64_t a, std::uint64_t b) {
  return kind << 56 | a << 32 | b;
}

constexpr std::uint64_t kMissingKind = 0x10, kIconKind = 0x11, kShapeKind = 0x20;

char opaque_id, blended_id;

}  // namespace

void* OpaqueTextureId() { return &opaque_id; }
void* BlendedTextureId() { return &blended_id; }

Canvas::Canvas(ImDrawList& list, Atlas& atlas, LivePictures& pictures, QrCodes& codes, Fonts& fonts,
               const Rect& area)
    : list_(list), atlas_(atlas), pictures_(pictures), codes_(codes), fonts_(fonts) {
  clips_.push_back(area);
  ImGui::PushClipRect({area.x, area.y}, {area.Right(), area.Bottom()}, true);
  texture_ = OpaqueTextureId();
  list_.PushTextureID(texture_);
}

Canvas::~Canvas() {
  list_.PopTextureID();
  ImGui::PopClipRect();
}

void Canvas::Texture(void* texture) {
  if (texture == texture_) return;
  list_.PopTextureID();
  list_.PushTextureID(texture);
  texture_ = texture;
}

void Canvas::Fill(const Rect& rect, Colour colour) {
  const Rect r = Snapped(rect);
  if (r.Empty() || colour.a == 0 || r.Intersect(Clip()).Empty()) return;
  Texture(colour.a == 255 ? OpaqueTextureId() : BlendedTextureId());
  list_.PrimReserve(6, 4);
  list_.PrimRect({r.x, r.y}, {r.Right(), r.Bottom()}, Packed(colour));
}

void Canvas::Copy(const Sprite& sprite, const Rect& from, const Rect& to) {
  const Rect r = Snapped(to);
  if (sprite.page == nullptr || r.Empty() || r.Intersect(Clip()).Empty()) return;
  constexpr float kUnitX = 1.f / Atlas::kPageWidth, kUnitY = 1.f / Atlas::kPageHeight;
  const float u = (static_cast<float>(sprite.x) + from.x) * kUnitX;
  const float v = (static_cast<float>(sprite.y) + from.y) * kUnitY;
  Texture(sprite.page);
  list_.PrimReserve(6, 4);
  list_.PrimRectUV({r.x, r.y}, {r.Right(), r.Bottom()}, {u, v},
                   {u + from.w * kUnitX, v + from.h * kUnitY}, IM_COL32_WHITE);
}

void Canvas::Picture(const PicturePtr& picture, const Rect& to) {
  const Rect r = Snapped(to);
  SDL_Texture* const texture = pictures_.Get(picture);
  if (texture == nullptr || r.Empty()) return;
  Texture(texture);
  list_.PrimReserve(6, 4);
  list_.PrimRectUV({r.x, r.y}, {r.Right(), r.Bottom()}, {0, 0}, {1, 1}, IM_COL32_WHITE);
}

void Canvas::PushClip(const Rect& rect) {
  const Rect clip = Snapped(rect).Intersect(Clip());
  clips_.push_back(clip);
  ImGui::PushClipRect({clip.x, clip.y}, {clip.Right(), clip.Bottom()}, true);
}

void Canvas::PopClip() {
  clips_.pop_back();
  ImGui::PopClipRect();
}

const Sprite& Canvas::Glyph(Weight weight, int pixels, char32_t code, Colour colour) {
  const FaceId face = FaceOf(weight);
  const std::uint32_t glyph = fonts_.GlyphOf(face, code);
  const auto size = static_cast<std::uint64_t>(pixels);
  if (glyph == 0)
    return atlas_.Get(ShapeKeyOf(kMissingKind, size, code), colour,
                      [&] { return MissingBox(fonts_, pixels, code); });
  return atlas_.Get(ShapeKeyOf(static_cast<std::uint64_t>(face), size, glyph), colour,
                    [&] { return fonts_.Rasterise(face, pixels, glyph); });
}

const Sprite& Canvas::Icon(std::string_view name, int pixels, Colour colour) {
  const std::uint32_t glyph = fonts_.IconOf(name);
  static const Sprite kNone;
  if (glyph == 0) return kNone;
  return atlas_.Get(ShapeKeyOf(kIconKind, static_cast<std::uint64_t>(pixels), glyph), colour,
                    [&] { return fonts_.Rasterise(FaceId::kIcons, pixels, glyph); });
}

const Sprite& Canvas::Shape(ShapeKey key, Colour colour, const std::function<GlyphBitmap()>& make) {
  return atlas_.Get(
      ShapeKeyOf(kShapeKind + static_cast<std::uint64_t>(key.kind),
                 static_cast<std::uint64_t>(key.a), static_cast<std::uint64_t>(key.b)),
      colour, make);
}

}  // namespace studio

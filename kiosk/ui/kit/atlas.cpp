#include "ui/kit/atlas.h"

#include <SDL.h>

#include <algorithm>

namespace studio {
namespace {

constexpr int kGap = 1;  // keeps neighbours apart when a renderer filters

}  // namespace

Atlas::~Atlas() {
  for (const Page& page : pages_) SDL_DestroyTexture(page.texture);
}

void Atlas::BeginFrame() {
  if (pages_.size() <= kPages) return;
  for (const Page& page : pages_) SDL_DestroyTexture(page.texture);
  pages_.clear();
  sprites_.clear();
}

const Sprite& Atlas::Get(std::uint64_t key, Colour colour,
                         const std::function<GlyphBitmap()>& make) {
  const std::uint32_t rgb = std::uint32_t{colour.r} << 16 | std::uint32_t{colour.g} << 8 | colour.b;
  const auto [found, fresh] = sprites_.try_emplace(Key{key, std::uint32_t{colour.a} << 24 | rgb});
  Sprite& sprite = found->second;
  if (!fresh) return sprite;
  const GlyphBitmap bitmap = make();
  sprite.left = bitmap.left;
  sprite.top = bitmap.top;
  if (bitmap.coverage.empty()) return sprite;
  Page* page = Place(bitmap.width, bitmap.height, sprite.x, sprite.y);
  if (page == nullptr) return sprite;
  sprite.page = page->texture;
  sprite.w = bitmap.width;
  sprite.h = bitmap.height;
  std::vector<std::uint32_t> pixels(bitmap.coverage.size());
  std::transform(bitmap.coverage.begin(), bitmap.coverage.end(), pixels.begin(),
                 [rgb, strength = std::uint32_t{colour.a}](std::uint8_t coverage) {
                   return (coverage * strength + 127) / 255 << 24 | rgb;
                 });
  const SDL_Rect rect{sprite.x, sprite.y, sprite.w, sprite.h};
  SDL_UpdateTexture(sprite.page, &rect, pixels.data(), sprite.w * 4);
  return sprite;
}

Atlas::Page* Atlas::Place(int width, int height, int& x, int& y) {
  if (width > kPageWidth || height > kPageHeight) return nullptr;
  for (int attempt = 0; attempt < 2; ++attempt) {
    for (Page& page : pages_) {
      const bool on_shelf = page.next_x + width <= kPageWidth && height <= page.shelf_h;
      if (!on_shelf) {
        // A taller picture may still stretch the lowest shelf while nothing lies below it.
        const bool stretch =
            page.next_x + width <= kPageWidth && page.shelf_y + height <= kPageHeight;
        const int below = page.shelf_y + page.shelf_h + kGap;
        if (stretch) {
          page.shelf_h = std::max(page.shelf_h, height);
        } else if (below + height <= kPageHeight) {
          page.shelf_y = below;
          page.shelf_h = height;
          page.next_x = 0;
        } else {
          continue;
        }
      }
      x = page.next_x;
      y = page.shelf_y;
      page.next_x += width + kGap;
      return &page;
    }
    if (!AddPage()) return nullptr;
  }
  return nullptr;
}

bool Atlas::AddPage() {
  Page page;
  page.texture = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC,
                                   kPageWidth, kPageHeight);
  if (page.texture == nullptr) return false;
  SDL_SetTextureBlendMode(page.texture, SDL_BLENDMODE_BLEND);
  SDL_SetTextureScaleMode(page.texture, SDL_ScaleModeNearest);
  // References to pages are not kept over this: sprites hold the texture.
  pages_.push_back(page);
  return true;
}

}  // namespace studio

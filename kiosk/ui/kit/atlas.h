// Glyphs, corners and shadows in their colours, made when first needed and kept on a few texture
// pages. When the pages are full, everything is dropped between two frames and made again as
// needed. The colour is baked in because SDL's software renderer tints at a third of the speed at
// which it copies (measured: 7.7 against 2.8 ms a megapixel). Main thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

#include "ui/kit/fonts.h"
#include "ui/kit/theme.h"

struct SDL_Renderer;
struct SDL_Texture;

namespace studio {

struct Sprite {
  SDL_Texture* page = nullptr;  // null: nothing to draw
  int x = 0, y = 0, w = 0, h = 0;
  int left = 0, top = 0;  // as in GlyphBitmap
};

class Atlas {
 public:
  static constexpr int kPageWidth = 1024, kPageHeight = 1280;
  // 5 MB each. Home fits on one: changing pages within a frame costs time.
  static constexpr std::size_t kPages = 2;

  explicit Atlas(SDL_Renderer* renderer) : renderer_(renderer) {}
  ~Atlas();
  Atlas(const Atlas&) = delete;
  Atlas& operator=(const Atlas&) = delete;

  // The picture kept under `key` in that colour, made by `make` where it is not there. Valid for
  // this frame.
  const Sprite& Get(std::uint64_t key, Colour colour, const std::function<GlyphBitmap()>& make);
  // Between frames: drops everything where a page too many was needed.
  void BeginFrame();
  std::size_t Pages() const { return pages_.size(); }

 private:
  struct Page {
    SDL_Texture* texture = nullptr;
    int shelf_y = 0, shelf_h = 0, next_x = 0;
  };
  // Finds room, upper left corner in x and y; null where it fits no page at all.
  Page* Place(int width, int height, int& x, int& y);
  bool AddPage();

  SDL_Renderer* renderer_;
  std::vector<Page> pages_;
  struct Key {
    std::uint64_t picture;
    std::uint32_t colour;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return std::hash<std::uint64_t>()(key.picture * 0x9E3779B97F4A7C15u ^ key.colour);
    }
  };
  std::unordered_map<Key, Sprite, KeyHash> sprites_;
};

}  // namespace studio

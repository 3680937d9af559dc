#include "ui/kit/live_picture.h"

#include <SDL.h>

#include <algorithm>

namespace studio {
namespace {

constexpr int kKeptFrames = 30;  // that a texture waits to be wanted again

}  // namespace

LivePictures::~LivePictures() {
  for (const Kept& kept : kept_) SDL_DestroyTexture(kept.texture);
}

SDL_Texture* LivePictures::Get(const PicturePtr& picture) {
  if (!picture || picture->width <= 0 || picture->height <= 0) return nullptr;
  Kept* kept = Find(picture);
  if (kept == nullptr) {
    kept = Reuse(picture->width, picture->height);
    if (kept == nullptr) return nullptr;
    SDL_UpdateTexture(kept->texture, nullptr, picture->pixels.data(), picture->width * 4);
    kept->picture = picture;
  }
  kept->unused = 0;
  return kept->texture;
}

LivePictures::Kept* LivePictures::Find(const PicturePtr& picture) {
  const auto found = std::find_if(kept_.begin(), kept_.end(),
                                  [&](const Kept& kept) { return kept.picture.lock() == picture; });
  return found == kept_.end() ? nullptr : &*found;
}

LivePictures::Kept* LivePictures::Reuse(int width, int height) {
  for (Kept& kept : kept_) {
    if (kept.unused > 0 && kept.width == width && kept.height == height) return &kept;
  }
  Kept fresh;
  fresh.texture = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STREAMING,
                                    width, height);
  if (fresh.texture == nullptr) return nullptr;
  SDL_SetTextureBlendMode(fresh.texture, SDL_BLENDMODE_NONE);
  SDL_SetTextureScaleMode(fresh.texture, SDL_ScaleModeLinear);
  fresh.width = width;
  fresh.height = height;
  kept_.push_back(fresh);
  return &kept_.back();
}

bool LivePictures::Fading() const {
  const bool drawn =
      std::any_of(kept_.begin(), kept_.end(), [](const Kept& kept) { return kept.unused == 0; });
  return !drawn && std::any_of(kept_.begin(), kept_.end(),
                               [](const Kept& kept) { return kept.picture.expired(); });
}

void LivePictures::BeginFrame() {
  for (Kept& kept : kept_) ++kept.unused;
  std::erase_if(kept_, [](const Kept& kept) {
    // A face must not stay in memory longer than whoever showed it.
    const bool gone = kept.picture.expired() ? kept.unused > 2 : kept.unused > kKeptFrames;
    if (gone) SDL_DestroyTexture(kept.texture);
    return gone;
  });
}

}  // namespace studio

#include "ui/host/metrics.h"

#include <SDL.h>
#include <imgui.h>

namespace studio {

void Metrics::TextureDeleter::operator()(SDL_Texture* texture) const {
  SDL_DestroyTexture(texture);
}

Metrics::Metrics(SDL_Renderer* renderer) : renderer_(renderer) {}

Metrics::~Metrics() = default;

#ifdef NDEBUG

void Metrics::Toggle() {}
void Metrics::Draw() {}

#else

void Metrics::Toggle() {
  shown_ = !shown_;
  if (letters_) return;
  // Of ImGui's own letters, which no page draws.
  ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  fonts.GetTexDataAsRGBA32(&pixels, &width, &height);
  letters_.reset(SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC,
                                   width, height));
  SDL_UpdateTexture(letters_.get(), nullptr, pixels, width * 4);
  fonts.SetTexID(letters_.get());
}

void Metrics::Draw() {
  if (shown_) ImGui::ShowMetricsWindow(&shown_);
}

#endif

}  // namespace studio

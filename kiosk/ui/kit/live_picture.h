// Pictures of the camera's as textures. A picture keeps its texture while it is drawn; one that a
// frame did not draw gives its texture to the next picture of that size, so that a running camera
// uses two, and those of pictures long gone are freed. Owned by the UiHost, main thread.
#pragma once

#include <vector>

#include "app/saying/camera.h"

struct SDL_Renderer;
struct SDL_Texture;

namespace studio {

class LivePictures {
 public:
  explicit LivePictures(SDL_Renderer* renderer) : renderer_(renderer) {}
  ~LivePictures();
  LivePictures(const LivePictures&) = delete;
  LivePictures& operator=(const LivePictures&) = delete;

  // The texture of the picture, opaque. Null where there is none. Valid for this frame.
  SDL_Texture* Get(const PicturePtr& picture);
  // A picture is gone, nothing took its texture, and no frame may come that frees it.
  bool Fading() const;
  // Between frames: frees what was not drawn lately.
  void BeginFrame();
  std::size_t size() const { return kept_.size(); }

 private:
  struct Kept {
    SDL_Texture* texture = nullptr;
    int width = 0, height = 0;
    std::weak_ptr<const ColourPicture> picture;
    int unused = 0;  // frames since it was drawn
  };
  Kept* Find(const PicturePtr& picture);
  Kept* Reuse(int width, int height);

  SDL_Renderer* renderer_;
  std::vector<Kept> kept_;
};

}  // namespace studio

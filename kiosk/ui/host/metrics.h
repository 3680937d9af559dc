// What Dear ImGui knows of a page (its window of metrics: items, ids, draw commands), with F12, in
// a debug build; in any other it is nothing. Main thread.
#pragma once

#include <memory>

struct SDL_Renderer;
struct SDL_Texture;

namespace studio {

class Metrics {
 public:
  explicit Metrics(SDL_Renderer* renderer);  // which outlives it
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  void Toggle();
  void Draw();  // within ImGui's frame, after the page

 private:
  struct TextureDeleter {
    void operator()(SDL_Texture* texture) const;
  };
  SDL_Renderer* renderer_;
  bool shown_ = false;
  std::unique_ptr<SDL_Texture, TextureDeleter> letters_;
};

}  // namespace studio

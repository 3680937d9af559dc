#include "ui/host/ui_host.h"

#include <SDL.h>
#include <imgui.h>
#include <stb_image_write.h>

#include <iterator>
#include <list>
#include <utility>

#include "app/base/scanner_input.h"
#include "ui/host/metrics.h"
#include "ui/kit/atlas.h"
#include "ui/kit/canvas.h"
#include "ui/kit/live_picture.h"
#include "ui/kit/renderer.h"
#include "ui/press/key_ring.h"
#include "ui/press/press_items.h"
#include "ui/press/shown_targets.h"
#include "ui/press/touch.h"

namespace studio {
namespace {

struct SurfaceDeleter {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
struct RendererDeleter {
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
};
struct ImGuiDeleter {
  void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};
using SurfacePtr = std::unique_ptr<SDL_Surface, SurfaceDeleter>;
using RendererPtr = std::unique_ptr<SDL_Renderer, RendererDeleter>;

Error SdlError(const char* what) {
  return {ErrorKind::kUnavailable, std::string(what) + ": " + SDL_GetError()};
}

class SdlUiHost : public UiHost {
 public:
  SdlUiHost(SurfacePtr surface, RendererPtr renderer, std::unique_ptr<Fonts> fonts, Paints paints)
      : paints_(paints),
        surface_(std::move(surface)),
        renderer_(std::move(renderer)),
        fonts_(std::move(fonts)),
        atlas_(std::make_unique<Atlas>(renderer_.get())),
        pictures_(std::make_unique<LivePictures>(renderer_.get())),
        imgui_(ImGui::CreateContext()),
        metrics_(renderer_.get()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    // ImGui wants a font before it starts; none of its text is ever drawn.
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    io.Fonts->Build();
    TakeSize();
  }

  void Feed(const std::vector<InputEvent>& events) override {
    fed_.insert(fed_.end(), events.begin(), events.end());
  }

  bool WantsFrame(std::int64_t monotonic_ms) const override {
    return dirty_ || !fed_.empty() || !events_.empty() ||
           (redraw_at_ >= 0 && monotonic_ms >= redraw_at_);
  }
  std::int64_t NextRedrawAt() const override { return redraw_at_; }
  void Invalidate() override { dirty_ = true; }
  bool HoldsTyping() const override { return scanner_.Holds(); }

  void DrawFrame(const Clock& clock, const std::function<void(Frame&)>& draw) override {
    const Moment now = clock.Now();
    TakeSize();
    // By what the frame before showed.
    touch_.BeginFrame();
    std::string typed;
    std::vector<Key> keys;
    PassScanner(now.monotonic_ms);
    std::optional<ScannedCode> scanned = scanner_.Code();
    const bool had_events = !events_.empty() || scanned;
    TakeEvents(now.monotonic_ms, typed, keys);

    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width_), static_cast<float>(height_)};
    io.DeltaTime = 1.f / 60;
    atlas_->BeginFrame();
    pictures_->BeginFrame();
    screen_text_.Clear();
    shown_.BeginFrame();
    GiveFinger(touch_);
    ImGui::NewFrame();
    {
      const Rect area{0, 0, io.DisplaySize.x, io.DisplaySize.y};
      PressWindow window(area, touch_);
      Canvas canvas(window.List(), *atlas_, *pictures_, codes_, *fonts_, area);
      Frame frame{canvas,
                  screen_text_,
                  shown_,
                  touch_,
                  theme_,
                  now,
                  area,
                  width_ > height_,
                  std::move(typed),
                  std::move(keys),
                  std::move(scanned),
                  ring_.Shown(),
                  {}};
      draw(frame);
      ring_.Draw(frame, shown_.Page());
      if (const std::int64_t at = scanner_.NextCallAt(); at >= 0) frame.RequestRedrawAt(at);
      redraw_at_ = frame.redraw_at_ms;
    }
    metrics_.Draw();
    ImGui::Render();
    if (paints_ == Paints::kFrames) {
      RenderNow();
      SDL_RenderPresent(renderer_.get());
    }
    codes_.EndFrame();
    shown_.EndFrame(screen_text_, clock.Now().monotonic_ms);
    // What an event changed after its place on the page was drawn shows on the next frame.
    dirty_ = had_events || !events_.empty() || shown_.Settling() || pictures_->Fading();
  }

  void CancelTouch() override {
    touch_.Cancel();
    dirty_ = true;
  }

  void SetSwitch(std::int64_t step_ms) override { ring_.SetSwitch(step_ms); }
  void HideRing() override {
    dirty_ |= ring_.Shown();
    ring_.Forget();
  }
  std::int64_t RingRoundMs() const override { return ring_.RoundMs(screen_text_); }

  void SetTheme(ThemeChoice choice) override {
    choice_ = choice;
    theme_ = Theme::For(choice_, width_, height_);
    dirty_ = true;
  }
  ThemeChoice CurrentTheme() const override { return choice_; }
  const ScreenText& Screen() const override { return screen_text_; }
  int Width() const override { return width_; }
  int Height() const override { return height_; }

  Result<bool> Shot(const std::filesystem::path& path) override {
    if (ImGui::GetDrawData() == nullptr) return Fail(ErrorKind::kNotFound, "no frame drawn yet");
    RenderNow();  // a presented back buffer may be gone
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width_ * height_) * 3);
    if (SDL_RenderReadPixels(renderer_.get(), nullptr, SDL_PIXELFORMAT_RGB24, pixels.data(),
                             width_ * 3) != 0)
      return tl::unexpected(SdlError("cannot read the picture"));
    if (stbi_write_png(path.c_str(), width_, height_, 3, pixels.data(), width_ * 3) == 0)
      return Fail(ErrorKind::kStorage, "cannot write " + path.string());
    return true;
  }

 private:
  void TakeSize() {
    int width = 0, height = 0;
    SDL_GetRendererOutputSize(renderer_.get(), &width, &height);
    if (width == width_ && height == height_) return;
    width_ = width;
    height_ = height;
    theme_ = Theme::For(choice_, width_, height_);
  }

  // Before any page sees it.
  void PassScanner(std::int64_t now_ms) {
    std::vector<InputEvent> on;
    scanner_.Take(std::exchange(fed_, {}), now_ms, on);
    std::move(on.begin(), on.end(), std::back_inserter(events_));
  }

  void TakeEvents(std::int64_t now_ms, std::string& typed, std::vector<Key>& keys) {
    while (!events_.empty()) {
      const InputEvent& event = events_.front();
      // Text after a key waits, so that what was typed keeps its order.
      if (event.kind == InputEvent::Kind::kText && !keys.empty()) return;
      if (event.kind == InputEvent::Kind::kDown && shown_.Settling()) return;
      const bool key =
          event.kind == InputEvent::Kind::kText || event.kind == InputEvent::Kind::kKey;
      if (key && ring_.Shown() && shown_.Settling()) return;
      if (!touch_.Take(event, now_ms)) return;
      if (event.kind == InputEvent::Kind::kKey && event.key == Key::kF12) metrics_.Toggle();
      const KeyRing::Did did = ring_.Take(event, screen_text_, now_ms);
      if (did == KeyRing::Did::kNothing) {
        if (event.kind == InputEvent::Kind::kText) typed += event.text;
        if (event.kind == InputEvent::Kind::kKey) keys.push_back(event.key);
      }
      const std::int64_t came_ms = event.came_ms;
      events_.pop_front();
      if (did == KeyRing::Did::kPresses) PressInRing(came_ms, now_ms);
    }
  }

  // As a finger does, which leaves the glass with the next frame.
  void PressInRing(std::int64_t came_ms, std::int64_t now_ms) {
    const KeyRing::Place place = ring_.Presses(screen_text_);
    InputEvent finger = EventAt(InputEvent::Kind::kDown, place.x, place.y);
    finger.came_ms = came_ms;
    if (touch_.Down() || !touch_.Take(finger, now_ms)) return;
    finger.kind = InputEvent::Kind::kUp;
    events_.push_front(std::move(finger));
  }

  void RenderNow() {
    const Colour paper = theme_.colour.paper;
    SDL_SetRenderDrawColor(renderer_.get(), paper.r, paper.g, paper.b, 255);
    SDL_RenderClear(renderer_.get());
    RenderDrawData(renderer_.get(), *ImGui::GetDrawData());
  }

  const Paints paints_;
  SurfacePtr surface_;  // outlives the renderer
  RendererPtr renderer_;
  std::unique_ptr<Fonts> fonts_;
  std::unique_ptr<Atlas> atlas_;
  std::unique_ptr<LivePictures> pictures_;
  QrCodes codes_;
  std::unique_ptr<ImGuiContext, ImGuiDeleter> imgui_;
  Metrics metrics_;
  int width_ = 0, height_ = 0;
  ThemeChoice choice_;
  Theme theme_;
  Touch touch_;
  ShownTargets shown_;
  KeyRing ring_;
  ScreenText screen_text_;
  std::vector<InputEvent> fed_;  // not yet looked at by the scanner's reader
  ScannerInput scanner_;
  std::list<InputEvent> events_;  // given back one by one: a PIN stands in the node itself
  std::int64_t redraw_at_ = -1;
  bool dirty_ = true;
};

// Without a graphics card, OpenGL would be computed by the processor too, at the price of a
// compiler in memory; SDL's own software renderer is smaller and quicker for flat pages.
bool HasGraphicsCard() {
  std::error_code error;
  return std::filesystem::exists("/dev/dri/renderD128", error);
}

}  // namespace

Result<std::unique_ptr<UiHost>> UiHost::Headless(int width, int height, const FontFiles& files,
                                                 Paints paints) {
  auto fonts = Fonts::Open(files);
  if (!fonts) return tl::unexpected(fonts.error());
  SurfacePtr surface(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888));
  if (!surface) return tl::unexpected(SdlError("cannot make a surface"));
  RendererPtr renderer(SDL_CreateSoftwareRenderer(surface.get()));
  if (!renderer) return tl::unexpected(SdlError("cannot draw on a surface"));
  return std::make_unique<SdlUiHost>(std::move(surface), std::move(renderer), std::move(*fonts),
                                     paints);
}

Result<std::unique_ptr<UiHost>> UiHost::InWindow(SDL_Window* window, const FontFiles& files) {
  auto fonts = Fonts::Open(files);
  if (!fonts) return tl::unexpected(fonts.error());
  RendererPtr renderer;
  if (HasGraphicsCard())
    renderer.reset(
        SDL_CreateRenderer(window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC));
  if (!renderer) renderer.reset(SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE));
  if (!renderer) return tl::unexpected(SdlError("cannot draw in the window"));
  return std::make_unique<SdlUiHost>(nullptr, std::move(renderer), std::move(*fonts),
                                     Paints::kFrames);
}

}  // namespace studio

#include "ui/renderer.h"

#include <SDL.h>
#include <imgui.h>

#include <algorithm>
#include <cstddef>

#include "ui/canvas.h"

namespace studio {
namespace {

void DrawCommand(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command) {
  const SDL_Rect clip{
      static_cast<int>(command.ClipRect.x), static_cast<int>(command.ClipRect.y),
      std::max(0, static_cast<int>(command.ClipRect.z) - static_cast<int>(command.ClipRect.x)),
      std::max(0, static_cast<int>(command.ClipRect.w) - static_cast<int>(command.ClipRect.y))};
  if (clip.w == 0 || clip.h == 0) return;
  SDL_RenderSetClipRect(renderer, &clip);

  void* const id = command.GetTexID();
  const bool plain = id == OpaqueTextureId() || id == BlendedTextureId();
  SDL_SetRenderDrawBlendMode(renderer,
                             id == OpaqueTextureId() ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);

  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
  const int vertex_count = list.VtxBuffer.Size - static_cast<int>(command.VtxOffset);
  constexpr int kStride = sizeof(ImDrawVert);
  SDL_RenderGeometryRaw(renderer, plain ? nullptr : static_cast<SDL_Texture*>(id), &vertices->pos.x,
                        kStride, reinterpret_cast<const SDL_Color*>(&vertices->col), kStride,
                        &vertices->uv.x, kStride, vertex_count, indices,
                        static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
}

}  // namespace

void RenderDrawData(SDL_Renderer* renderer, const ImDrawData& data) {
  for (int i = 0; i < data.CmdListsCount; ++i) {
    const ImDrawList& list = *data.CmdLists[i];
    for (const ImDrawCmd& command : list.CmdBuffer)
      if (command.ElemCount > 0) DrawCommand(renderer, list, command);
  }
  SDL_RenderSetClipRect(renderer, nullptr);
}

}  // namespace studio

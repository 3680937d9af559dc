#include "ui/kit/renderer.h"

#include <SDL.h>
#include <imgui.h>

#include <cstddef>

#include "ui/kit/canvas.h"

namespace studio {
namespace {

// Rectangles of one command, four vertices each: as geometry the software renderer would blend
// them, at six times the price.
void FillOpaque(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command) {
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
  SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_NONE);
  for (unsigned i = 0; i + 6 <= command.ElemCount; i += 6) {
    const ImDrawVert& from = vertices[indices[i]];
    const ImDrawVert& to = vertices[indices[i + 2]];
    const SDL_FRect rect{from.pos.x, from.pos.y, to.pos.x - from.pos.x, to.pos.y - from.pos.y};
    SDL_SetRenderDrawColor(renderer, from.col >> IM_COL32_R_SHIFT & 0xFF,
                           from.col >> IM_COL32_G_SHIFT & 0xFF, from.col >> IM_COL32_B_SHIFT & 0xFF,
                           255);
    SDL_RenderFillRectF(renderer, &rect);
  }
}

void DrawGeometry(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command,
                  SDL_Texture* texture) {
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
  const int vertex_count = list.VtxBuffer.Size - static_cast<int>(command.VtxOffset);
  constexpr int kStride = sizeof(ImDrawVert);
  SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
  SDL_RenderGeometryRaw(renderer, texture, &vertices->pos.x, kStride,
                        reinterpret_cast<const SDL_Color*>(&vertices->col), kStride,
                        &vertices->uv.x, kStride, vertex_count, indices,
                        static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
}

void DrawCommand(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command) {
  const int left = static_cast<int>(command.ClipRect.x), top = static_cast<int>(command.ClipRect.y);
  const SDL_Rect clip{left, top, static_cast<int>(command.ClipRect.z) - left,
                      static_cast<int>(command.ClipRect.w) - top};
  if (clip.w <= 0 || clip.h <= 0) return;
  SDL_RenderSetClipRect(renderer, &clip);
  void* const id = command.GetTexID();
  if (id == OpaqueTextureId()) {
    FillOpaque(renderer, list, command);
  } else {
    DrawGeometry(renderer, list, command,
                 id == BlendedTextureId() ? nullptr : static_cast<SDL_Texture*>(id));
  }
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

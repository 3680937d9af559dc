// ImGui's draw lists onto an SDL renderer, with SDL_RenderGeometryRaw: Debian 12's ImGui has no
// such backend. Main thread.
#pragma once

struct ImDrawData;
struct SDL_Renderer;

namespace studio {

// Texture ids are SDL_Texture*, or those of ui/kit/canvas for plain rectangles.
void RenderDrawData(SDL_Renderer* renderer, const ImDrawData& data);

}  // namespace studio

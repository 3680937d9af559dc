#include "ui/press/press_items.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cfloat>

#include "ui/press/touch.h"

namespace studio {
namespace {

constexpr ImGuiWindowFlags kWindow = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoNav |
                                     ImGuiWindowFlags_NoBringToFrontOnFocus;

ImRect BoxOf(const Rect& rect) { return {rect.x, rect.y, rect.Right(), rect.Bottom()}; }

}  // namespace

void GiveFinger(const Touch& touch) {
  ImGuiIO& io = ImGui::GetIO();
  // A target is looked for where the finger came down, however far it went within that frame.
  if (touch.Pressed()) {
    io.MousePos = {touch.OriginX(), touch.OriginY()};
  } else if (touch.Down()) {
    io.MousePos = {touch.X(), touch.Y()};
  } else {
    io.MousePos = {-FLT_MAX, -FLT_MAX};
  }
  io.MouseDown[0] = touch.Down() && !touch.Released();
}

PressWindow::PressWindow(const Rect& area, const Touch& touch) {
  if (!touch.Down() || touch.Pressed()) LetGoOfItems();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::SetNextWindowPos({area.x, area.y});
  ImGui::SetNextWindowSize({area.w, area.h});
  ImGui::Begin("page", nullptr, kWindow);
  ImGui::PopStyleVar(2);
}

PressWindow::~PressWindow() { ImGui::End(); }

ImDrawList& PressWindow::List() { return *ImGui::GetWindowDrawList(); }

PageItems::PageItems(std::string_view tag) { ImGui::PushID(tag.data(), tag.data() + tag.size()); }

PageItems::~PageItems() { ImGui::PopID(); }

std::uint32_t PressId(std::string_view label) {
  const ImGuiID id = ImGui::GetID(label.data(), label.data() + label.size());
  return id == 0 ? 1 : id;
}

PressItem AddPressItem(std::uint32_t id, const Rect& target, float forgive, bool takes) {
  ImGuiWindow& window = *ImGui::GetCurrentWindow();
  const bool active = ImGui::GetActiveID() == id;
  const ImRect box = BoxOf(active ? target.Grown(forgive) : target);
  // A finger may roll over the edge of a list, too.
  const ImRect clip = window.ClipRect;
  if (active) window.ClipRect = window.Rect();
  if (!takes) ImGui::BeginDisabled();
  PressItem item;
  if (ImGui::ItemAdd(box, id)) {
    bool over = false, held = false;
    item.tapped = ImGui::ButtonBehavior(box, id, &over, &held);
    item.down = (over && held) || item.tapped;
    item.held = active || ImGui::GetActiveID() == id;
  }
  if (!takes) ImGui::EndDisabled();
  window.ClipRect = clip;
  return item;
}

void LetGoOfItems() { ImGui::ClearActiveID(); }

}  // namespace studio

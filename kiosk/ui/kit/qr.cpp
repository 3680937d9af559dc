#define ZX_USE_UTF8 1
#include "ui/kit/qr.h"

#include <BitMatrix.h>
#include <MultiFormatWriter.h>

#include <exception>
#include <string>

#include "ui/kit/canvas.h"
#include "ui/kit/shapes.h"

namespace studio {

QrModules MakeQr(std::string_view content) {
  QrModules out;
  if (content.empty()) return out;
  try {
    constexpr int kLevelQ = 6;  // of 0 to 8
    const ZXing::BitMatrix matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                        .setEncoding(ZXing::CharacterSet::UTF8)
                                        .setEccLevel(kLevelQ)
                                        .setMargin(0)
                                        .encode(std::string(content), 0, 0);
    out.side = matrix.width();
    out.dark.reserve(static_cast<std::size_t>(out.side * out.side));
    for (int y = 0; y < out.side; ++y)
      for (int x = 0; x < out.side; ++x) out.dark.push_back(matrix.get(x, y));
  } catch (const std::exception&) {
    return {};
  }
  return out;
}

void QrCodes::EndFrame() {
  std::erase_if(kept_, [](const auto& kept) { return !kept.second.drawn; });
  for (auto& [content, kept] : kept_) kept.drawn = false;
}

const QrModules& QrCodes::Get(std::string_view content) {
  auto kept = kept_.find(content);
  if (kept == kept_.end()) kept = kept_.emplace(content, Kept{MakeQr(content), false}).first;
  kept->second.drawn = true;
  return kept->second.modules;
}

void DrawQr(Frame& frame, const Rect& rect, std::string_view content) {
  const QrModules& modules = frame.canvas.Codes().Get(content);
  if (modules.side == 0) return;
  const int room = static_cast<int>(rect.w < rect.h ? rect.w : rect.h);
  const int module = room / (modules.side + 2 * kQrQuietZone);
  if (module == 0) return;
  const auto size = static_cast<float>(module);
  const float side = size * static_cast<float>(modules.side);
  const Rect whole = rect.Centred(side + 2 * kQrQuietZone * size, side + 2 * kQrQuietZone * size);
  frame.canvas.Fill(whole, Colour::Hex(0xFFFFFF));
  for (int y = 0; y < modules.side; ++y)
    for (int x = 0; x < modules.side; ++x) {
      int run = x;
      while (run < modules.side && modules.Dark(run, y)) ++run;
      if (run == x) continue;
      frame.canvas.Fill({whole.x + static_cast<float>(x + kQrQuietZone) * size,
                         whole.y + static_cast<float>(y + kQrQuietZone) * size,
                         static_cast<float>(run - x) * size, size},
                        Colour::Hex(0x000000));
      x = run;
    }
}

}  // namespace studio

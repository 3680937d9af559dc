// QR codes. MakeQr is called on any thread.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace studio {

struct QrModules {
  int side = 0;            // modules, quiet zone not counted; 0: too long for a code
  std::vector<bool> dark;  // side * side, row by row
  bool Dark(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
};

inline constexpr int kQrQuietZone = 4;  // modules on every side (ISO/IEC 18004)

// Error correction level Q: a quarter may be worn or glare; `content` is UTF-8.
QrModules MakeQr(std::string_view content);

// The codes on the screen: made once, and forgotten at the end of the first frame that does
// without.
class QrCodes {
 public:
  void EndFrame();
  const QrModules& Get(std::string_view content);  // until the end of the frame
  std::size_t size() const { return kept_.size(); }

 private:
  struct Kept {
    QrModules modules;
    bool drawn = false;
  };
  std::map<std::string, Kept, std::less<>> kept_;
};

}  // namespace studio

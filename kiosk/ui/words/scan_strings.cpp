#include "ui/words/scan_strings.h"

namespace studio::say {

View ScannedLine(CodeKind kind) {
  switch (kind) {
    case CodeKind::kCard:
      return "刚才扫到委员二维码，没有填到这里。要签到，请先办完这件事，再回首页扫。";
    case CodeKind::kSlip:
      return "刚才扫到登记单，没有填到这里。要查进度，请先办完这件事，再回首页扫。";
    case CodeKind::kCut:
      return "刚才的码没有扫全，什么也没有记。请对准了再扫一次。";
    case CodeKind::kOther:
      break;
  }
  return "刚才扫的不是委员二维码，也不是登记单。什么也没有记。";
}

}  // namespace studio::say

#include "ui/screens/keys/card_page.h"

#include "ui/press/page_pieces.h"
#include "ui/words/staff/unlock_strings.h"

namespace studio {

bool CardPage::OnCode(const ScannedCode& code) {
  if (code.kind == CodeKind::kSlip || code.kind == CodeKind::kCut) return false;
  asking_.OnCodes(code.texts);
  return true;
}

void CardPage::Begin(Frame& frame) { camera_.DrawLamp(frame); }

void CardPage::Draw(Frame& frame, Rect area, const CodeCamera::Words& words) {
  const Theme& theme = frame.theme;
  if (const std::string problem = say::CardLine(asking_.problem(), asking_.verdict());
      !problem.empty()) {
    const Rect line = area.TakeBottom(theme.Px(frame.wide ? 110 : 150), theme.size.gap);
    DrawProblem(frame, line.Inset(theme.size.margin, 0), problem);
  }
  camera_.Draw(frame, area, words);
}

}  // namespace studio

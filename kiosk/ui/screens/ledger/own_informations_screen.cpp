#include "ui/screens/ledger/own_informations_screen.h"

#include <algorithm>
#include <string>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/ledger/own_information_screen.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/words/staff/ledger_strings.h"
#include "ui/words/wall_strings.h"

namespace studio {

void OwnInformationsScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kLedgerOwn)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  const auto own = flow_->Own();
  if (own.empty()) return DrawEmptyPage(frame, area, "description", say::kOwnInformationsNone);
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  const DeskInformation* tapped = nullptr;
  {
    PagedList list(
        frame, area, "own", scroll_, static_cast<int>(own.size()),
        std::max(theme.Px(176), theme.size.section_title * 1.4f + theme.size.small * 3.4f),
        theme.Px(16));
    for (int i = list.First(); i < list.End(); ++i) {
      const DeskInformation& one = *own[static_cast<std::size_t>(i)];
      std::string hint =
          say::DateOf(one.body.date, today) + "，" + say::CourseLine(one, *parts_.state.station);
      if (one.body.handed_in_as != HandedInAs::kInformation)
        hint = std::string(say::HandedInAsName(one.body.handed_in_as)) + "，" + hint;
      const CourseLook look = LookOf(one);
      if (RowTile(frame, list.Row(i), say::InformationTitle(one) + "##" + one.id,
                  {look.icon, hint, look.tone}))
        tapped = &one;
    }
  }
  if (tapped != nullptr)
    parts_.navigator.Push(std::make_unique<OwnInformationScreen>(parts_, flow_, tapped->id));
}

}  // namespace studio

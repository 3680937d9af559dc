// Where the rows of an information are answered.
#include <algorithm>
#include <string>
#include <vector>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/ledger/information_screen.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/parts/named_options.h"
#include "ui/screens/parts/paged_words.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/ledger_strings.h"

namespace studio {

void InformationScreen::DrawEditor(Frame& frame, Rect area) {
  switch (editing_) {
    case Editing::kWords:
      return DrawWords(frame, area);
    case Editing::kJoint:
      return DrawJoint(frame, area);
    case Editing::kAs:
      return DrawAs(frame, area);
    case Editing::kLines:
      return DrawLines(frame, area);
    case Editing::kNothing:
      return;
  }
}

void InformationScreen::DrawWords(Frame& frame, const Rect& area) {
  const bool title = part_ == InformationPart::kTitle;
  const std::string count = title ? std::string() : say::CharactersLine(flow_);
  const WordsAsked asked{.question = say::PartAsk(part_),
                         .placeholder = say::PartPlaceholder(part_),
                         .lines = !title,
                         .note = count,
                         .keep = [this] { flow_.Keep(); }};
  if (words_page_.Draw(frame, area, flow_.words(part_), asked) && !flow_.StopsAt(part_))
    Edit(Editing::kNothing);
}

void InformationScreen::DrawJoint(Frame& frame, Rect area) {
  if (PrimaryButton(frame, TakeDeskStep(frame, area), say::kWriteupThat))
    return Edit(Editing::kNothing);
  Question(frame, area, say::kInformationJointAsk, say::kInformationJointHint);
  area = area.Inset(frame.theme.size.margin, 0);
  const std::vector<const Member*> others = flow_.Others();
  if (others.empty()) return DrawEmptyPage(frame, area, "group", say::kInformationNobodyElse);
  std::vector<NamedOption> options;
  for (const Member* one : others) options.push_back({one->name, flow_.IsJoint(one->id)});
  const int tapped = DrawNamedOptions(frame, area, "members", list_scroll_, options);
  if (tapped >= 0) flow_.ToggleJoint(others[static_cast<std::size_t>(tapped)]->id);
}

void InformationScreen::DrawAs(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return Edit(Editing::kNothing);
  Question(frame, area, say::kInformationAsAsk);
  area = area.Inset(theme.size.margin, 0);
  std::optional<HandedInAs> tapped;
  {
    PagedList list(frame, area, "as", list_scroll_, static_cast<int>(kHandedInAsChoices.size()),
                   std::max(theme.Px(150), theme.size.section_title + theme.size.small * 3),
                   theme.Px(18));
    for (int i = list.First(); i < list.End(); ++i) {
      const HandedInAs as = kHandedInAsChoices[static_cast<std::size_t>(i)];
      if (ChoiceRow(frame, list.Row(i), say::HandedInAsName(as),
                    say::HandedInAsHint(as, flow_.station()), as == flow_.handed_in_as()))
        tapped = as;
    }
  }
  if (!tapped) return;
  flow_.ChooseHandedInAs(*tapped);
  Edit(Editing::kNothing);
}

void InformationScreen::DrawLines(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return Edit(Editing::kNothing);
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  const auto lines = flow_.Lines();
  if (lines.empty()) return DrawEmptyPage(frame, area, "forum", say::kInformationNoLinesHere);
  DrawCard(frame, area);
  TextStyle words = TextStyle::Of(theme.size.button);
  words.line_spacing = 1.45f;
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  DrawPagedWords(frame, area.Inset(theme.Px(36), theme.Px(28)),
                 say::LinesWords(lines, flow_.station(), today), words, page_);
}

}  // namespace studio

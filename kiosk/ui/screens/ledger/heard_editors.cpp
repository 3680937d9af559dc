// Where the rows of what was heard are answered.
#include <vector>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/ledger/heard_screen.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/parts/named_options.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/ledger_strings.h"

namespace studio {

void HeardScreen::DrawEditor(Frame& frame, Rect area) {
  switch (editing_) {
    case Editing::kWay:
      return DrawWay(frame, area);
    case Editing::kWho:
      return DrawWho(frame, area);
    case Editing::kVillage:
      return DrawVillage(frame, area);
    case Editing::kCategory:
      return DrawCategory(frame, area);
    case Editing::kWords:
      return DrawWords(frame, area);
    case Editing::kNothing:
      return;
  }
}

void HeardScreen::DrawWay(Frame& frame, Rect area) {
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return Edit(Editing::kNothing);
  Question(frame, area, say::kHeardHow);
  area = area.Inset(frame.theme.size.margin, 0);
  constexpr HeardBy kWays[] = {HeardBy::kPhone, HeardBy::kWordOfMouth};
  std::vector<NamedOption> options;
  for (const HeardBy way : kWays) options.push_back({say::HeardByName(way), way == flow_.way()});
  const int tapped = DrawNamedOptions(frame, area, "ways", list_scroll_, options);
  if (tapped < 0) return;
  flow_.ChooseWay(kWays[tapped]);
  Edit(Editing::kNothing);
}

void HeardScreen::DrawVillage(Frame& frame, Rect area) {
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return Edit(Editing::kNothing);
  Question(frame, area, say::kHeardVillageAsk);
  area = area.Inset(frame.theme.size.margin, 0);
  const std::vector<Village>& villages = flow_.station().villages;
  std::vector<NamedOption> options;
  for (const Village& one : villages) options.push_back({one.name, &one == flow_.village()});
  const int tapped = DrawNamedOptions(frame, area, "villages", list_scroll_, options);
  if (tapped < 0) return;
  flow_.ChooseVillage(villages[static_cast<std::size_t>(tapped)]);
  Edit(Editing::kNothing);
}

void HeardScreen::DrawCategory(Frame& frame, Rect area) {
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return Edit(Editing::kNothing);
  Question(frame, area, say::kHeardCategoryAsk);
  area = area.Inset(frame.theme.size.margin, 0);
  const std::vector<Category>& categories = flow_.station().categories;
  std::vector<NamedOption> options;
  for (const Category& one : categories) options.push_back({one.name, &one == flow_.category()});
  const int tapped = DrawNamedOptions(frame, area, "categories", list_scroll_, options);
  if (tapped < 0) return;
  flow_.ChooseCategory(categories[static_cast<std::size_t>(tapped)]);
  Edit(Editing::kNothing);
}

void HeardScreen::DrawWho(Frame& frame, const Rect& area) {
  const WordsAsked asked{.question = say::kHeardWhoAsk,
                         .placeholder = say::kHeardWhoPlaceholder,
                         .lines = false,
                         .keep = [this] { flow_.Keep(); }};
  if (name_page_.Draw(frame, area, flow_.who(), asked)) Edit(Editing::kNothing);
}

void HeardScreen::DrawWords(Frame& frame, const Rect& area) {
  const WordsAsked asked{.question = say::kHeardWordsAsk,
                         .placeholder = say::kHeardWordsPlaceholder,
                         .keep = [this] { flow_.Keep(); }};
  if (words_page_.Draw(frame, area, flow_.words(), asked) && !flow_.StopsAtWords())
    Edit(Editing::kNothing);
}

}  // namespace studio

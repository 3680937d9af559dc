#include "ui/screens/walls/rules_screen.h"

#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/wall_strings.h"

namespace studio {

void RulesScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  const auto& rules = parts_.state.station->rules;
  const auto open =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == open_; });
  const bool reading = open != rules.end();
  if (Header(frame, area, say::kRules)) {
    if (!reading) return parts_.navigator.GoHome();
    open_.clear();
    return;
  }
  Rect footer = TakeFooter(frame, area);
  if (reading) {
    const Rect back = footer.TakeLeft((footer.w - frame.theme.size.gap) / 2, frame.theme.size.gap);
    if (SecondaryButton(frame, back, say::kBack)) open_.clear();
  }
  if (SecondaryButton(frame, footer, say::kHome, {"home"})) return parts_.navigator.GoHome();
  area.TakeTop(frame.theme.Px(20));
  area = area.Inset(frame.theme.size.margin, 0);
  if (rules.empty())
    return DrawEmptyPage(frame, area, "gavel", say::EmptyLine(say::kRulesEmpty, parts_.state));
  if (!reading) return DrawList(frame, area);
  Article article;
  ArticleHead head;
  head.title = open->title;
  article.AddBlock(HeadBlock(std::move(head)));
  article.AddText({}, open->text);
  article.Draw(frame, area, read_);
}

void RulesScreen::DrawList(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const auto& rules = parts_.state.station->rules;
  PagedList list(frame, area, "rules", scroll_, static_cast<int>(rules.size()),
                 std::max(theme.Px(150), theme.size.section_title * 2.2f), theme.size.gap);
  for (int i = list.First(); i < list.End(); ++i) {
    const Rule& rule = rules[static_cast<std::size_t>(i)];
    if (!RowTile(frame, list.Row(i), rule.title + "##" + rule.id, {"gavel", "", Tone::kSand}))
      continue;
    open_ = rule.id;
    read_ = {};
  }
}

}  // namespace studio

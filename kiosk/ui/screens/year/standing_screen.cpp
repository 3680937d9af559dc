#include "ui/screens/year/standing_screen.h"

#include <memory>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/owed_screen.h"
#include "ui/screens/desk/points_screen.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/parts/facts_card.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/manage_strings.h"

namespace studio {

void StandingScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::Fill(say::kDeskMember, {{"name", member_.name}})))
    return parts_.navigator.Pop();
  Rect step = TakeDeskStep(frame, area), points;
  if (!frame.wide) points = step.TakeRight((step.w - theme.size.gap) * 0.6f, theme.size.gap);
  const bool back = SecondaryButton(frame, step, say::kBack);
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  Rect aside = frame.wide ? area.TakeLeft(area.w * 0.36f, theme.size.gap) : area;
  if (frame.wide) points = aside.TakeBottom(theme.size.button_height, theme.size.gap);
  FactsCard facts{};
  const std::string grade = say::GradeNowLine(*account_);
  facts.state = grade.empty() ? say::kStandingGradeOpen : std::string_view(grade);
  facts.icon = "grade";
  facts.title = say::Fill(say::kStandingPoints, {{"n", account_->result.total.Text()}});
  facts.lines = {say::MemberFacts(member_)};
  for (const MemberPost& held : member_.posts) facts.lines.push_back(held.post);
  for (const ToldFact& fact : member_.facts) facts.lines.push_back(fact.title + "：" + fact.words);
  if (const std::string waits = say::PointsWaitingLine(*account_); !waits.empty())
    facts.lines.push_back(waits);
  const float high = FactsCardHeight(frame, facts, aside.w);
  DrawFactsCard(frame, aside.TakeTop(high, theme.size.gap), facts);
  DrawOwed(frame, frame.wide ? area : aside);
  if (PrimaryButton(frame, points, say::kMemberPoints, {"grade"}))
    return parts_.navigator.Push(std::make_unique<PointsScreen>(parts_, account_));
  if (back) parts_.navigator.Pop();
}

void StandingScreen::DrawOwed(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const std::vector<OwedNow> owed = OwedOn(*account_);
  if (owed.empty()) return DrawEmptyPage(frame, area, "checklist", say::kMemberNothingOwed);
  const OwedNow* tapped = nullptr;
  {
    const float height = theme.size.card_title * 1.3f + theme.size.small * 2.8f + theme.Px(28);
    PagedList list(frame, area, "owed", scroll_, static_cast<int>(owed.size()), height,
                   theme.Px(14));
    for (int i = list.First(); i < list.End(); ++i) {
      const OwedNow& one = owed[static_cast<std::size_t>(i)];
      const std::string hint =
          one.stretch->done.Text() + " / " + one.stretch->owed.Text() + "，" + say::OwedLine(one);
      const TileLook look{one.Met() ? "check_circle" : "pending", hint,
                          one.Met() ? Tone::kJade : Tone::kAmber};
      const std::string label = one.quota->title + "##" + std::to_string(i);
      if (RowTile(frame, list.Row(i), label, look)) tapped = &one;
    }
  }
  if (tapped != nullptr)
    parts_.navigator.Push(std::make_unique<OwedScreen>(parts_, account_, *tapped));
}

}  // namespace studio

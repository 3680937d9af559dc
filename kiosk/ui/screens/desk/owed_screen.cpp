#include "ui/screens/desk/owed_screen.h"

#include <string>
#include <utility>

#include "shared/mechanism_file/explaining.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/wall_strings.h"

namespace studio {

void OwedScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  if (Header(frame, area, say::kOwedTitle)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
  area.TakeTop(frame.theme.Px(20));
  area = area.Inset(frame.theme.size.margin, 0);
  ArticleHead head;
  head.title = owed_.quota->title;
  head.lines.push_back(say::OwedLine(owed_));
  Article article;
  article.AddBlock(HeadBlock(std::move(head)));
  article.AddText(std::string(say::kOwedDone), Stretches());
  article.AddText(std::string(say::kRowRule),
                  ExplainedQuota(*owed_.quota, NamesOf(parts_.state.station->mechanism)));
  article.Draw(frame, area, read_);
}

// Up to today: what is to come owes nothing yet.
std::string OwedScreen::Stretches() const {
  const std::string today = ToText(account_->today);
  const Mechanism& mechanism = parts_.state.station->mechanism;
  std::string lines;
  for (const QuotaState& state : account_->result.quotas) {
    if (state.quota != owed_.quota->id) continue;
    for (const OwedStretch& one : owed_.per == owed_.quota->per ? state.stretches : state.shorter) {
      if (one.days.first > account_->today) break;
      if (!lines.empty()) lines += "\n";
      lines += say::StretchLine(one, owed_.per);
      for (const std::string& id : one.deeds) {
        const auto deed = account_->deeds.find(id);
        if (deed == account_->deeds.end()) continue;
        lines += "\n  " + say::DateOf(ToText(deed->second.done), today) + " " +
                 say::KindTitle(mechanism, deed->second.kind);
      }
    }
  }
  return lines;
}

}  // namespace studio

#include <algorithm>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widget_press.h"
#include "ui/screens/pieces/wall_card.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/screens/walls/members_screen.h"
#include "ui/words/wall_strings.h"

namespace studio {
namespace {

float HonourLevelHeight(const Theme& theme) { return theme.size.chip_height * 0.78f; }

// A large face with the name beside it.
Article::Block FaceBlock(const Member& member, int index, PicturePtr photo) {
  return [member, index, photo = std::move(photo)](Frame& frame, const Rect& place, bool draw) {
    const Theme& theme = frame.theme;
    const float pad = theme.size.pad, side = theme.Px(260);
    const Rect card{place.x, place.y, place.w, side + 2 * pad};
    if (!draw) return card.h;
    DrawCard(frame, card);
    Rect inside = card.Inset(pad);
    DrawFace(frame, inside.TakeLeft(side, theme.Px(40)), member.name, index, photo,
             theme.colour.card);
    const std::string name = say::Fill(say::kMemberName, {{"name", member.name}});
    TextStyle bold = TextStyle::Of(theme.size.page_title, Weight::kBold);
    const TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
    const float line = bold.size * 1.4f, small = soft.size * 1.4f;
    inside = inside.Centred(inside.w, line + 2 * small);
    DrawText(frame, inside.TakeTop(line), name, Fitted(frame, name, bold, inside.w));
    DrawText(frame, inside.TakeTop(small), member.sector, soft);
    DrawText(frame, inside, member.group, soft);
    return card.h;
  };
}

}  // namespace

// Of somebody who is no member here any more it says nothing: it is not the studio's.
std::string MembersScreen::WhoseOf(const Honour& honour) const {
  if (honour.member.empty()) return std::string(say::kOfStudio);
  const auto& members = parts_.state.station->members;
  const auto whose = std::find_if(members.begin(), members.end(),
                                  [&](const Member& member) { return member.id == honour.member; });
  return whose == members.end() ? std::string()
                                : say::Fill(say::kMemberName, {{"name", whose->name}});
}

void MembersScreen::DrawOneMember(Frame& frame, const Rect& area, const Member& member, int index) {
  Article article;
  article.AddBlock(FaceBlock(member, index, parts_.pictures.Get(member.photo)));
  if (!member.intro.empty()) article.AddText(std::string(say::kIntro), member.intro);
  for (const ToldFact& fact : member.facts) article.AddText(fact.title, fact.words);
  for (const Liaison& liaison : parts_.state.station->liaisons) {
    if (liaison.member == member.id) article.AddText(liaison.title, liaison.with);
  }
  for (const Honour& honour : parts_.state.station->honours) {
    if (honour.member != member.id) continue;
    ArticleHead head;
    head.title = honour.title;
    if (!honour.level.empty()) head.pills.push_back(LevelPill(honour.level));
    head.lines.push_back(say::DateOf(honour.date, Today(frame)));
    article.AddBlock(HeadBlock(std::move(head)));
  }
  article.Draw(frame, area, read_);
}

void MembersScreen::DrawHonours(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const auto& honours = parts_.state.station->honours;
  if (honours.empty())
    return DrawEmptyPage(frame, area, "emoji_events",
                         say::EmptyLine(say::kHonoursEmpty, parts_.state));
  DrawText(frame, area.TakeTop(theme.size.body * 1.4f, theme.Px(16)), say::kHonoursConsent,
           TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
  DrawWall(frame, area, "honours", honours_scroll_, honours.size(),
           WallCardHeight(theme, HonourLevelHeight(theme)),
           [&](const Rect& card, std::size_t i) { DrawHonour(frame, card, honours[i]); });
}

void MembersScreen::DrawHonour(Frame& frame, Rect card, const Honour& honour) {
  const Theme& theme = frame.theme;
  const bool tapped = DrawWallCard(frame, card, honour.title, honour.id);
  if (!honour.level.empty()) {
    const Pill level = LevelPill(honour.level);
    const Rect pill = StatusPill(frame, card.x, card.y, level.word, level.icon, level.tone, card.h);
    card.TakeLeft(pill.w, theme.Px(24));
  }
  std::string whose = WhoseOf(honour);
  if (!whose.empty()) whose += "  ";
  whose += say::DateOf(honour.date, Today(frame));
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  DrawText(frame, card, whose, Fitted(frame, whose, soft, card.w));
  if (!tapped) return;
  page_ = Page::kHonour;
  open_ = honour.id;
  read_ = {};
}

void MembersScreen::DrawOneHonour(Frame& frame, const Rect& area, const Honour& honour) {
  Article article;
  ArticleHead head;
  head.title = honour.title;
  if (!honour.level.empty()) head.pills.push_back(LevelPill(honour.level));
  if (const std::string whose = WhoseOf(honour); !whose.empty()) head.lines.push_back(whose);
  if (!honour.date.empty()) head.lines.push_back(say::DateOf(honour.date, Today(frame)));
  article.AddBlock(HeadBlock(std::move(head)));
  if (!honour.picture.empty()) {
    article.AddBlock(PictureBlock(parts_.pictures.Get(honour.picture)));
  }
  if (!honour.text.empty()) article.AddText({}, honour.text);
  article.Draw(frame, area, read_);
}

}  // namespace studio

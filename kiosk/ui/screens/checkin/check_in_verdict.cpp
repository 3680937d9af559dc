#include <algorithm>

#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/checkin/check_in_screen.h"
#include "ui/screens/desk/desk_screen.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

struct VerdictLook {
  std::string_view icon;
  Tone tone;
};

VerdictLook LookOf(const CheckInFlow& flow) {
  if (flow.failed()) return {"error", Tone::kRed};
  if (flow.two_codes()) return {"group", Tone::kAmber};
  if (flow.step() == CheckInStep::kNoPin) return {"badge", Tone::kAmber};
  if (!flow.outing().empty() && flow.visiting()) return {"directions_walk", Tone::kJade};
  if (!flow.outing().empty()) return {"check_circle", Tone::kJade};
  switch (flow.answer().verdict) {
    case CheckInVerdict::kOnDuty:
      return {"check_circle", Tone::kJade};
    case CheckInVerdict::kLate:
      return {"schedule", Tone::kAmber};
    case CheckInVerdict::kStandingIn:
      return {"swap_horiz", Tone::kJade};
    case CheckInVerdict::kExtra:
    case CheckInVerdict::kOtherStudio:
      return {"event_busy", Tone::kAmber};
    case CheckInVerdict::kAlreadyIn:
      return {flow.visiting() ? "directions_walk" : "how_to_reg", Tone::kJade};
    case CheckInVerdict::kLeaving:
      return {"check_circle", Tone::kJade};
    case CheckInVerdict::kLeftEarly:
      return {"directions_run", Tone::kAmber};
    case CheckInVerdict::kAlreadyUsed:
      return {"replay", Tone::kAmber};
    case CheckInVerdict::kExpired:
      return {"timer_off", Tone::kAmber};
    case CheckInVerdict::kNotYetValid:
      return {"hourglass_empty", Tone::kAmber};
    case CheckInVerdict::kRevoked:
      return {"block", Tone::kRed};
    case CheckInVerdict::kForged:
      return {"gpp_bad", Tone::kRed};
    case CheckInVerdict::kNothingHeard:
      return {"hourglass_empty", Tone::kAmber};
    case CheckInVerdict::kOtherCounty:
      return {"wrong_location", Tone::kRed};
    case CheckInVerdict::kUnknownMember:
      return {"person_off", Tone::kRed};
    case CheckInVerdict::kNotABadge:
      return {"help_outline", Tone::kAmber};
  }
  return {};
}

std::string SectorOf(const Member& member) {
  if (member.group.empty()) return member.sector;
  return member.sector.empty() ? member.group : member.sector + " · " + member.group;
}

}  // namespace

float CheckInScreen::VerdictCard(Frame& frame, const Rect& place, bool draw) {
  const Theme& theme = frame.theme;
  const CheckInAnswer& answer = flow_.answer();
  const Member* member = flow_.two_codes() ? nullptr : answer.member;
  const VerdictLook look = LookOf(flow_);
  const Tint& tint = theme.colour.TintOf(look.tone);
  const float pad = theme.size.pad, inner = theme.Px(34), icon = theme.Px(112), gap = theme.Px(30);
  const float circle = theme.Px(150), edge = theme.Px(16), below = theme.Px(14);
  const float width = place.w - 2 * pad - 2 * inner - icon - gap;

  const std::string title = say::VerdictTitle(flow_);
  const std::string shift = flow_.failed() ? "" : say::ShiftLine(flow_);
  // Beside what the last shift left, what is done at the end can wait.
  const bool reading = flow_.step() == CheckInStep::kHandover;
  const std::string next = reading ? "" : say::VerdictNext(flow_, *parts_.state.station);
  TextStyle large = TextStyle::Of(theme.size.home_title, Weight::kBold, tint.ink);
  large.line_spacing = 1.3f;
  // On one line as far as that stays very large, else on two.
  const TextStyle fitted = Fitted(frame, title, large, width);
  large.size = std::max(fitted.size, theme.size.page_title * 0.85f);
  TextStyle body = TextStyle::Of(theme.size.body, Weight::kRegular, tint.ink);
  body.line_spacing = 1.35f;
  const float title_height = MeasureWrapped(frame, title, width, large);
  const TextStyle hours = Fitted(frame, shift, body, width);
  const float shift_height = shift.empty() ? 0 : MeasureWrapped(frame, shift, width, hours);
  const float words = title_height + shift_height;
  const float next_width = place.w - 2 * pad - 2 * inner;
  const float next_height =
      next.empty() ? 0 : below + MeasureWrapped(frame, next, next_width, body);
  const float head = std::max(icon, words);
  const float panel = head + next_height + 2 * inner;
  const float who = member ? circle + theme.Px(30) : 0;
  const Rect card{place.x, place.y, place.w, edge + pad + who + panel + pad};
  if (!draw) return card.h;

  // The colour of the verdict along the top, too.
  DrawCard(frame, card, theme.size.radius, theme.colour.Strong(look.tone));
  DrawCard(frame, {card.x, card.y + edge, card.w, card.h - edge});
  Rect inside = card;
  inside.TakeTop(edge);
  inside = inside.Inset(pad);
  if (member) {
    Rect row = inside.TakeTop(circle, theme.Px(30));
    DrawMonogram(frame, row.TakeLeft(circle, theme.Px(34)), member->name, 0);
    const std::string name = say::Fill(say::kMemberName, {{"name", member->name}});
    const TextStyle bold = TextStyle::Of(theme.size.page_title, Weight::kBold);
    const TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
    const std::string sector = SectorOf(*member);
    const float line = bold.size * 1.3f;
    row = row.Centred(row.w, line + (sector.empty() ? 0 : soft.size * 1.3f));
    DrawText(frame, row.TakeTop(line), name, Fitted(frame, name, bold, row.w));
    if (!sector.empty()) DrawText(frame, row, sector, Fitted(frame, sector, soft, row.w));
  }
  FillRounded(frame, inside, theme.size.small_radius, tint.back);
  if (theme.colour.outline_everything)
    OutlineRounded(frame, inside, theme.size.small_radius, theme.Px(4), tint.ink);
  inside = inside.Inset(inner);
  Rect top = inside.TakeTop(head, below);
  DrawIcon(frame, top.TakeLeft(icon, gap), look.icon, icon, tint.ink);
  top = top.Centred(top.w, words);
  DrawWrapped(frame, top.TakeTop(title_height), title, large);
  if (!shift.empty()) DrawWrapped(frame, top, shift, hours);
  if (!next.empty()) DrawWrapped(frame, inside, next, body);
  return card.h;
}

void CheckInScreen::DrawFlags(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const CheckInAnswer& answer = flow_.answer();
  if (flow_.failed() || !IsTaken(answer.verdict) || flow_.step() == CheckInStep::kNoPin) return;
  std::string what(answer.trust_stale ? say::kTrustStale : "");
  if (answer.clock_unsure) what += (what.empty() ? "" : "、") + std::string(say::kClockUnsure);
  if (what.empty()) return;
  const std::string words = say::Fill(say::kFlagged, {{"what", what}});
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const float icon = theme.Px(44), gap = theme.Px(18);
  const float height = MeasureWrapped(frame, words, area.w - icon - gap, soft);
  Rect row = area.TakeTop(std::max(icon, height), theme.Px(12));
  DrawIcon(frame, row.TakeLeft(icon, gap), "flag", icon, theme.colour.amber);
  DrawWrapped(frame, row.Centred(row.w, height), words, soft);
}

// The card with what is flagged under it; lying, it has the left side. Returns what is left of the
// page beside or below.
Rect CheckInScreen::DrawVerdict(Frame& frame, Rect& area, float below) {
  const Theme& theme = frame.theme;
  area.TakeTop(theme.Px(frame.wide ? 20 : 12));
  area = area.Inset(theme.size.margin, 0);
  // Alone on a lying page it stands in the middle.
  if (frame.wide && below == 0) area = area.Centred(area.w * 0.66f, area.h);
  const bool beside = frame.wide && below != 0;
  Rect left = beside ? area.TakeLeft(area.w * 0.55f, theme.size.gap) : area;
  const float height = VerdictCard(frame, left, false);
  // A page that has little else stands where the eye falls.
  if (below >= 0) {
    const float flags = theme.size.gap + theme.size.small * 1.4f;
    const float top = std::max(0.f, (left.h - height - (beside ? 0 : below) - flags) / 3);
    left.TakeTop(top);
    if (beside) area.TakeTop(top);
  }
  VerdictCard(frame, left, true);
  left.TakeTop(height, theme.size.gap);
  Rect& rest = beside ? area : left;
  DrawFlags(frame, rest);
  return rest;
}

void CheckInScreen::DrawRefused(Frame& frame, Rect area) {
  if (HomeFooter(frame, area)) return parts_.navigator.GoHome();
  Rect sheet = DrawVerdict(frame, area);
  if (!frame.wide) sheet = sheet.TakeTop(std::min(sheet.h, frame.theme.Px(760)));
  camera_.DrawSheet(frame, sheet);
}

void CheckInScreen::DrawVerdictAndAsk(Frame& frame, Rect area, std::string_view question) {
  const Theme& theme = frame.theme;
  const Rect rest = DrawVerdict(frame, area, theme.size.page_title * 2);
  Rect place{rest.x - theme.size.margin, rest.y, rest.w + 2 * theme.size.margin, rest.h};
  Question(frame, place, question);
}

// Already in, or not to be recorded: one question, or one way on.
void CheckInScreen::DrawAsking(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  if (flow_.failed()) {
    const Rect home = footer.TakeLeft(footer.w * 0.34f, theme.size.gap);
    if (SecondaryButton(frame, home, say::kHome)) return parts_.navigator.GoHome();
    if (PrimaryButton(frame, footer, say::kTryAgain, {"replay"})) return flow_.TryAgain();
    DrawVerdict(frame, area, 0);
    return;
  }
  const bool visiting = flow_.visiting();
  const bool may_leave = flow_.CanLeave();
  const std::string_view stay = !may_leave                   ? say::kDone
                                : flow_.answer().minutes > 0 ? say::kKeepOn
                                                             : say::kStay;
  const std::vector<Rect> buttons = footer.SplitColumns(may_leave ? 3 : 2, theme.size.gap);
  const bool icons =
      frame.wide || !parts_.modes.theme.extra_large;  // three and their marks have room
  const auto marked = [&](std::string_view icon) {
    return ButtonLook{.icon = icons ? icon : "", .ends = true};
  };
  if (SecondaryButton(frame, buttons[0], stay)) return parts_.navigator.GoHome();
  const bool move =
      visiting ? PrimaryButton(frame, buttons[1], say::kComeBack, marked("home_work"))
               : SecondaryButton(frame, buttons[1], say::kGoVisiting, marked("directions_walk"));
  bool leave = false;
  if (may_leave) {
    leave = visiting ? SecondaryButton(frame, buttons[2], say::kLeaveNow, marked("logout"))
                     : PrimaryButton(frame, buttons[2], say::kLeaveNow, marked("logout"));
    DrawVerdictAndAsk(frame, area, visiting ? say::kAskBack : say::kAskLeaving);
  } else {
    DrawVerdict(frame, area, 0);
  }
  if (leave) {
    flow_.Leave();
  } else if (move) {
    visiting ? flow_.ComeBack() : flow_.GoVisiting();
  }
}

void CheckInScreen::DrawStandIn(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool nobody = SecondaryButton(frame, TakeFooter(frame, area), say::kJustHere,
                                      {.icon = "event_seat", .ends = true});
  if (!frame.wide) TakeEndRow(frame, area);  // where the next page ends
  const Rect rest = DrawVerdict(frame, area);
  Rect question{rest.x - theme.size.margin, rest.y, rest.w + 2 * theme.size.margin, rest.h};
  Question(frame, question, say::kAskStandIn);
  const Rect place = question.Inset(theme.size.margin, 0);
  const std::vector<const Member*> waiting = flow_.Waiting();
  const Member* chosen = nullptr;
  {
    PagedList list(frame, place, "waiting", scroll_, static_cast<int>(waiting.size()),
                   theme.size.row_height, theme.Px(20));
    for (int i = list.First(); i < list.End(); ++i) {
      const Member* member = waiting[static_cast<std::size_t>(i)];
      if (RowTile(frame, list.Row(i), member->name, {"person", member->sector, Tone::kSand}))
        chosen = member;
    }
  }
  if (chosen) {
    flow_.StandInFor(chosen->id);
  } else if (nobody) {
    flow_.JustHere();
  }
}

void CheckInScreen::DrawArrived(Frame& frame, Rect area) {
  const Sizes& size = frame.theme.size;
  Rect row = TakeFooter(frame, area);
  // Upright not where the page before had its buttons: what to leave is asked above the foot.
  if (!frame.wide && !left_something_)
    row = area.TakeBottom(size.button_height, size.gap).Inset(size.margin, 0);
  bool visiting = false;
  if (flow_.CanGoVisiting()) {
    const Rect place = row.TakeLeft((row.w - size.gap) / 2, size.gap);
    visiting =
        SecondaryButton(frame, place, say::kGoVisiting, {.icon = "directions_walk", .ends = true});
  }
  if (PrimaryButton(frame, row, say::kDone, {.ends = true})) return parts_.navigator.Finish();
  const bool desk = parts_.state.station->studio.sealing_key != BoxPublicKey{};
  Rect rest = DrawVerdict(frame, area, desk ? size.row_height : 0);
  if (desk && RowTile(frame, rest.TakeTop(size.row_height), say::kDesk,
                      {"badge", say::kDeskHint, Tone::kJade})) {
    return parts_.navigator.Replace(WayToDesk(parts_));
  }
  if (visiting) flow_.GoVisiting();
}

}  // namespace studio

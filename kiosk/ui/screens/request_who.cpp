#include "ui/screens/request_screen.h"
#include "ui/strings.h"
#include "ui/typing.h"
#include "ui/widgets.h"

namespace studio {

void RequestScreen::DrawWho(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawFooter(frame, area, say::kNext);
  Question(frame, area, say::kAskWho, say::kAskWhoHint);
  area = area.Inset(theme.size.margin, 0);
  const bool identity = flow_.visibility() && *flow_.visibility() != Visibility::kAnonymous;
  Rect right;
  if (frame.wide) right = area.TakeRight(area.w * 0.46f, theme.Px(40));

  const std::string_view county = say::CountyName(flow_.station());
  const struct {
    Visibility value;
    std::string_view why;
  } choices[] = {{Visibility::kAnonymous, say::kAnonymousWhy},
                 {Visibility::kNamed, say::kNamedWhy},
                 {Visibility::kMembersOnly, say::kMembersOnlyWhy}};
  for (const auto& choice : choices) {
    const std::string why = say::Fill(choice.why, {{"county", county}});
    const Rect row = area.TakeTop(ChoiceRowHeight(frame, area.w, why), theme.Px(20));
    if (ChoiceRow(frame, row, say::VisibilityName(choice.value), why,
                  flow_.visibility() == choice.value)) {
      flow_.SetVisibility(choice.value);
    }
  }
  Rect rest = frame.wide ? right : area;
  if (flow_.visibility() != Visibility::kMembersOnly) {
    const std::string why = say::Fill(say::kMayReadWhy, {{"county", county}});
    const Rect row = rest.TakeTop(ChoiceRowHeight(frame, rest.w, why), theme.Px(20));
    if (ToggleRow(frame, row, say::kMayRead, why, flow_.members_may_read())) {
      flow_.SetMembersMayRead(!flow_.members_may_read());
    }
  }
  int people = flow_.head_count();
  if (Stepper(frame, rest.TakeTop(theme.Px(124), theme.Px(20)), say::kHeadCount, say::kPeople,
              people, 1, kMaxHeadCount)) {
    flow_.SetHeadCount(people);
  }
  if (identity) DrawIdentity(frame, rest);
}

void RequestScreen::DrawIdentity(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (writing_ == Writing::kRepresentatives && flow_.head_count() < 2) writing_ = Writing::kName;
  ApplyTyping(frame, writing_ == Writing::kName ? flow_.name() : flow_.representatives(), false);
  const float height = theme.Px(150);
  const std::vector<Rect> pair = area.TakeTop(height, theme.Px(20)).SplitColumns(2, theme.size.gap);
  if (Field(frame, pair[0], say::kName, flow_.name().text(),
            {say::kNamePlaceholder, writing_ == Writing::kName})) {
    writing_ = Writing::kName;
  }
  if (Field(frame, pair[1], say::kPhone, flow_.phone().text(), {say::kFillPhone})) {
    phone_pad_ = true;
  }
  if (flow_.head_count() >= 2 &&
      Field(frame, area.TakeTop(height), say::kRepresentatives, flow_.representatives().text(),
            {say::kRepresentativesPlaceholder, writing_ == Writing::kRepresentatives})) {
    writing_ = Writing::kRepresentatives;
  }
}

void RequestScreen::DrawPhonePad(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  if (PrimaryButton(frame, footer, say::kDone)) phone_pad_ = false;
  Question(frame, area, say::kPhone, say::kPhonePlaceholder);
  area = area.Inset(theme.size.margin, 0);
  Rect pad = frame.wide ? area.TakeRight(area.w * 0.52f, theme.Px(44))
                        : area.TakeBottom(theme.Px(640), theme.size.gap);
  if (!frame.wide) pad = pad.Centred(std::min(pad.w, theme.Px(900)), pad.h);
  Field(frame, area.TakeTop(theme.Px(150)), "##phone", flow_.phone().text(), {"", true});
  std::string digits = flow_.phone().text();
  if (NumberPad(frame, pad, digits, flow_.phone().limit())) flow_.phone().Set(digits);
}

}  // namespace studio

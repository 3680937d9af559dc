#include "shared/bodies/reader_words.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/number_field.h"
#include "ui/screens/request/request_screen.h"
#include "ui/words/strings.h"
#include "ui/writing/ink_pad.h"

namespace studio {

void RequestScreen::DrawWho(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawFooter(frame, area, say::kNext);
  Rect rest;
  if (frame.wide) {
    rest = area.TakeRight((area.w - 2 * theme.size.margin) * 0.46f + theme.size.margin,
                          theme.Px(40) - theme.size.margin);
    rest.TakeRight(theme.size.margin);
    rest.TakeTop(theme.Px(44));
  }
  // Large letters in landscape leave no room for everything that is said.
  const bool crowded = frame.wide && parts_.theme.extra_large;
  Question(frame, area, say::kAskWho, crowded ? std::string_view{} : say::kAskWhoHint);
  area = area.Inset(theme.size.margin, 0);
  DrawVisibility(frame, area, crowded);
  if (frame.wide) {
    DrawWhoReads(frame, rest, crowded);
  } else {
    rest = area;
  }

  int people = flow_.head_count();
  if (Stepper(frame, rest.TakeTop(theme.Px(128), theme.Px(20)), say::kHeadCount, say::kPeople,
              people, 1, kMaxHeadCount)) {
    flow_.SetHeadCount(people);
  }
  if (flow_.visibility() && *flow_.visibility() != Visibility::kAnonymous) {
    DrawIdentity(frame, rest);
  }
}

void RequestScreen::DrawVisibility(Frame& frame, Rect& area, bool crowded) {
  const std::string_view county = say::CountyName(flow_.station());
  for (const Visibility choice :
       {Visibility::kAnonymous, Visibility::kNamed, Visibility::kMembersOnly}) {
    const bool chosen = flow_.visibility() == choice;
    const SenderChoice as_chosen = flow_.ChoiceWith(choice);
    const std::string why = crowded      ? std::string()
                            : frame.wide ? WhatUnitReads(as_chosen)
                                         : WhoReads(as_chosen, county);
    const float height = crowded ? frame.theme.Px(120) : ChoiceRowHeight(frame, area.w, why);
    if (ChoiceRow(frame, area.TakeTop(height, frame.theme.Px(20)),
                  say::VisibilityName(choice, flow_.station()), why, chosen)) {
      flow_.SetVisibility(choice);
    }
  }
}

// Landscape has no height for it in each row: of what is chosen it stands beside them.
void RequestScreen::DrawWhoReads(Frame& frame, Rect& area, bool crowded) {
  if (!flow_.visibility()) return;
  const Theme& theme = frame.theme;
  const std::string who = WhoReads(flow_.Choice(), say::CountyName(flow_.station()));
  TextStyle style = TextStyle::Of(crowded ? theme.size.small : theme.size.body, Weight::kRegular,
                                  theme.colour.soft_ink);
  style.line_spacing = 1.3f;
  const float height = MeasureWrapped(frame, who, area.w, style);
  DrawWrapped(frame, area.TakeTop(height, theme.Px(24)), who, style);
}

void RequestScreen::DrawIdentity(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (writing_ == Writing::kRepresentatives && flow_.head_count() < 2) writing_ = Writing::kName;
  // A keyboard on the desk writes here without a page of its own.
  if (ApplyTyping(frame, writing_ == Writing::kName ? flow_.name() : flow_.representatives()))
    flow_.NoteWriting();
  const float height = theme.Px(150);
  const std::vector<Rect> pair = area.TakeTop(height, theme.Px(20)).SplitColumns(2, theme.size.gap);
  if (Field(frame, pair[0], say::kName, flow_.name().text(),
            {flow_.name_ink().empty() ? say::kNamePlaceholder : std::string_view{},
             writing_ == Writing::kName})) {
    OpenNamePage(Writing::kName);
  }
  Rect ink = pair[0].Inset(theme.size.pad, theme.Px(30));
  ink.TakeLeft(MeasureText(frame, flow_.name().text(), TextStyle::Of(theme.size.section_title)) +
               theme.Px(14));
  DrawInkName(frame, ink, flow_.name_ink());
  if (Field(frame, pair[1], say::kPhone, flow_.phone().text(), {say::kFillPhone})) {
    phone_pad_ = true;
  }
  if (flow_.head_count() < 2) return;
  const auto most = static_cast<std::int64_t>(flow_.MostRepresentatives());
  const std::string label = say::Fill(say::kRepresentatives, {{"n", say::Number(most)}});
  if (Field(frame, area.TakeTop(height), label, say::NumberedNames(flow_.Representatives()),
            {say::kRepresentativesPlaceholder, writing_ == Writing::kRepresentatives})) {
    OpenNamePage(Writing::kRepresentatives);
  }
}

void RequestScreen::DrawPhonePad(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  if (PrimaryButton(frame, footer, say::kDone)) phone_pad_ = false;
  Rect pad = frame.wide ? area.TakeRight(area.w * 0.5f, theme.Px(44))
                        : area.TakeBottom(theme.Px(820), theme.size.gap);
  pad = frame.wide ? pad.Inset(theme.size.margin, theme.Px(24)) : pad.Inset(theme.size.margin, 0);
  Question(frame, area, say::kPhone, say::kPhonePlaceholder);
  area = area.Inset(theme.size.margin, 0);
  std::string digits = flow_.phone().text();
  DrawNumberField(frame, area.TakeTop(theme.Px(200)), digits, {3, 4, 4});
  if (NumberPad(frame, pad, digits, flow_.phone().limit())) flow_.phone().Set(digits);
}

}  // namespace studio

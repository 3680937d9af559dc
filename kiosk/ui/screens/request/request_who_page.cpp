#include "ui/screens/request/request_who_page.h"

#include "shared/bodies/reader_words.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"
#include "ui/writing/ink_pad.h"

namespace studio {

RequestTap RequestWhoPage::Draw(Frame& frame, const Rect& area, WritingMode as_before) {
  if (name_page_.open()) {
    name_page_.Draw(frame, area);
  } else if (phone_page_.open()) {
    phone_page_.Draw(frame, area);
  } else {
    return DrawQuestions(frame, area, as_before);
  }
  return RequestTap::kNone;
}

bool RequestWhoPage::StepBack() {
  const bool open = name_page_.open() || phone_page_.open();
  name_page_.Close();
  phone_page_.Close();
  return open;
}

RequestTap RequestWhoPage::DrawQuestions(Frame& frame, Rect area, WritingMode as_before) {
  const Theme& theme = frame.theme;
  const RequestTap tap = DrawRequestFoot(frame, area, flow_);
  Rect rest;
  if (frame.wide) {
    rest = area.TakeRight((area.w - 2 * theme.size.margin) * 0.46f + theme.size.margin,
                          theme.Px(40) - theme.size.margin);
    rest.TakeRight(theme.size.margin);
    rest.TakeTop(theme.Px(44));
  }
  // Large letters leave no room for everything that is said in landscape, or on a squat screen.
  const bool squat = frame.area.h < 1.7f * frame.area.w;
  const bool crowded = theme_.extra_large && (frame.wide || squat);
  Question(frame, area, say::kAskWho, crowded ? std::string_view{} : say::kAskWhoHint);
  area = area.Inset(theme.size.margin, 0);
  DrawVisibility(frame, area, crowded);
  if (!frame.wide) rest = area;
  if (frame.wide || crowded) DrawWhoReads(frame, rest, crowded);

  int people = flow_.head_count();
  if (Stepper(frame, rest.TakeTop(theme.Px(128), theme.Px(20)), say::kHeadCount, say::kPeople,
              people, 1, kMaxHeadCount)) {
    flow_.SetHeadCount(people);
  }
  if (flow_.visibility() && *flow_.visibility() != Visibility::kAnonymous) {
    DrawIdentity(frame, rest, as_before);
  }
  return tap;
}

void RequestWhoPage::DrawVisibility(Frame& frame, Rect& area, bool crowded) {
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
void RequestWhoPage::DrawWhoReads(Frame& frame, Rect& area, bool crowded) {
  if (!flow_.visibility()) return;
  const Theme& theme = frame.theme;
  const std::string who = WhoReads(flow_.Choice(), say::CountyName(flow_.station()));
  TextStyle style = TextStyle::Of(crowded ? theme.size.small : theme.size.body, Weight::kRegular,
                                  theme.colour.soft_ink);
  style.line_spacing = 1.3f;
  const float height = MeasureWrapped(frame, who, area.w, style);
  DrawWrapped(frame, area.TakeTop(height, theme.Px(24)), who, style);
}

void RequestWhoPage::DrawIdentity(Frame& frame, Rect area, WritingMode as_before) {
  const Theme& theme = frame.theme;
  using Whose = RequestNamePage::Whose;
  if (flow_.head_count() < 2) name_page_.SetWhose(Whose::kSender);
  // A keyboard on the desk writes here without a page of its own.
  if (ApplyTyping(frame, name_page_.Draft())) flow_.NoteWriting();
  const float height = theme.Px(150);
  const std::vector<Rect> pair = area.TakeTop(height, theme.Px(20)).SplitColumns(2, theme.size.gap);
  if (Field(frame, pair[0], say::kName, flow_.name().text(),
            {flow_.name_ink().empty() ? say::kNamePlaceholder : std::string_view{},
             name_page_.whose() == Whose::kSender})) {
    name_page_.Open(Whose::kSender, as_before);
  }
  Rect ink = FieldLine(frame, pair[0]);
  ink.TakeLeft(MeasureText(frame, flow_.name().text(), TextStyle::Of(theme.size.section_title)) +
               theme.Px(14));
  DrawInkName(frame, ink, flow_.name_ink());
  if (Field(frame, pair[1], say::kPhone, flow_.phone().text(), {say::kFillPhone})) {
    phone_page_.Open();
  }
  if (flow_.head_count() < 2) return;
  const auto most = static_cast<std::int64_t>(flow_.MostRepresentatives());
  const std::string label = say::Fill(say::kRepresentatives, {{"n", say::Number(most)}});
  if (Field(frame, area.TakeTop(height), label, say::NumberedNames(flow_.Representatives()),
            {say::kRepresentativesPlaceholder, name_page_.whose() == Whose::kRepresentatives})) {
    name_page_.Open(Whose::kRepresentatives, as_before);
  }
}

}  // namespace studio

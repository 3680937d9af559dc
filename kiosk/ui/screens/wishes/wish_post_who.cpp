#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/consent_lines.h"
#include "ui/screens/parts/number_field.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/screens/wishes/wish_post_screen.h"
#include "ui/words/slip_strings.h"
#include "ui/words/wish_strings.h"

namespace studio {
namespace {

constexpr WritingMode kWishWhoModes[] = {WritingMode::kInk, WritingMode::kPinyin,
                                         WritingMode::kStroke, WritingMode::kDigits};

}  // namespace

void WishPostScreen::DrawFor(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawSteps(frame, area);
  const Rect aside = TakeAside(frame, area);
  if (frame.wide) {
    Rect question = aside;
    Question(frame, question, say::kAskFor, say::kAskForHint);
  } else {
    Question(frame, area, say::kAskFor, say::kAskForHint);
    area = area.Inset(theme.size.margin, 0);
    LowerForReach(frame, area);
  }
  const struct {
    bool child;
    std::string_view name, why;
  } choices[] = {{false, say::kForSelf, say::kForSelfWhy},
                 {true, say::kForChild, say::kForChildWhy}};
  for (const auto& choice : choices) {
    const float height = std::max(ChoiceRowHeight(frame, area.w, choice.why), theme.Px(180));
    if (ChoiceRow(frame, area.TakeTop(height, theme.size.gap), choice.name, choice.why,
                  flow_.for_child() == choice.child)) {
      flow_.ChooseFor(choice.child);
    }
  }
}

void WishPostScreen::DrawPlace(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawSteps(frame, area);
  Question(frame, area, say::kAskWishPlace, say::kAskWishPlaceHint);
  area = area.Inset(theme.size.margin, 0);
  const auto& villages = flow_.station().villages;
  std::vector<std::string_view> names;
  for (const Village& village : villages) names.push_back(village.name);
  const float gap = theme.Px(22);
  const int columns = FittingColumns(frame, names, area.w, gap, frame.wide ? 5 : 3);
  const int count = static_cast<int>(villages.size());
  const Village* chosen = flow_.village();
  PagedList list(frame, area, "villages", villages_scroll_, (count + columns - 1) / columns,
                 theme.Px(136), gap);
  for (int row = list.First(); row < list.End(); ++row) {
    const std::vector<Rect> cells = list.Row(row).SplitColumns(columns, gap);
    for (int column = 0; column < columns && row * columns + column < count; ++column) {
      const Village& village = villages[static_cast<std::size_t>(row * columns + column)];
      if (Option(frame, cells[static_cast<std::size_t>(column)], village.name,
                 {"", chosen == &village})) {
        flow_.ChooseVillage(village.id);
      }
    }
  }
}

void WishPostScreen::DrawContact(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool guardian = flow_.step() == WishStep::kGuardian;
  DrawSteps(frame, area);
  const County& county = flow_.station().county;
  const std::string hint = say::Fill(guardian ? say::kAskGuardianHint : say::kAskWishNameHint,
                                     {{"county", say::CountyName(flow_.station())},
                                      {"who", say::WhoReadsName(flow_)},
                                      {"days", say::Number(county.retention_days)}});
  Question(frame, area, guardian ? say::kAskGuardian : say::kAskWishName, hint);
  area = area.Inset(theme.size.margin, 0);
  // A keyboard on the desk writes here without a page of its own.
  if (ApplyTyping(frame, flow_.name())) flow_.NoteWriting();
  LowerForReach(frame, area);
  std::vector<Rect> fields;
  if (frame.wide) {
    fields = area.TakeTop(theme.Px(160)).SplitColumns(2, theme.size.gap);
  } else {
    fields = {area.TakeTop(theme.Px(160), theme.size.gap), area.TakeTop(theme.Px(160))};
  }
  if (Field(frame, fields[0], guardian ? say::kGuardian : say::kName, flow_.name().text(),
            {guardian ? say::kFillGuardian : say::kNamePlaceholder, true})) {
    name_page_ = true;
  }
  if (Field(frame, fields[1], guardian ? say::kGuardianPhone : say::kWishPhone,
            flow_.phone().text(), {guardian ? say::kFillGuardianPhone : say::kFillPhone})) {
    phone_pad_ = true;
  }
}

void WishPostScreen::DrawNamePage(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Keyboard& keyboard = name_keyboard_;
  ApplyTyping(frame, flow_.name(), keyboard, false);
  flow_.NoteWriting();
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page,
           flow_.step() == WishStep::kGuardian ? say::kWriteGuardian : say::kWriteName);
  page = page.Inset(theme.size.margin, 0);
  DrawTextArea(frame, page.TakeTop(theme.Px(200), theme.Px(20)), "##name", flow_.name(), name_area_,
               {say::kNamePlaceholder, keyboard.refused()});
  if (keyboard.asks_to_finish()) {
    DrawProblem(frame, page.TakeTop(theme.Px(112)), say::kFinishFirst);
  }
  DrawKeyboardPanel(frame, places, keyboard, flow_.name(), panel_, {kWishWhoModes, false});
  Rect footer = places.footer;
  if (SecondaryButton(frame, footer.TakeLeft(footer.w * 0.34f, theme.size.gap), say::kBack)) {
    name_page_ = false;
  }
  if (PrimaryButton(frame, footer, say::kWritten) && keyboard.MayLeave()) name_page_ = false;
}

void WishPostScreen::DrawPhonePad(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (PrimaryButton(frame, TakeFooter(frame, area), say::kWritten)) phone_pad_ = false;
  Rect pad = frame.wide ? area.TakeRight(area.w * 0.5f, theme.Px(44))
                        : area.TakeBottom(theme.Px(820), theme.size.gap);
  pad = pad.Inset(theme.size.margin, frame.wide ? theme.Px(24) : 0);
  Question(frame, area,
           flow_.step() == WishStep::kGuardian ? say::kGuardianPhone : say::kWishPhone);
  area = area.Inset(theme.size.margin, 0);
  std::string digits = flow_.phone().text();
  DrawNumberField(frame, area.TakeTop(theme.Px(200)), digits, {3, 4, 4});
  if (!NumberPad(frame, pad, digits, flow_.phone().limit())) return;
  flow_.phone().Set(digits);
  flow_.NoteWriting();
}

void WishPostScreen::DrawConsent(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const County& county = flow_.station().county;
  DrawSteps(frame, area);
  Question(frame, area, say::kConsentChildTitle);
  area = area.Inset(theme.size.margin, 0);
  const std::vector<ConsentLine> lines = {
      {"account_balance", say::kConsentWhoTitle, say::CountyAndPhone(flow_.station())},
      {"favorite", say::kConsentWhatForTitle, std::string(say::kConsentChildFor)},
      {"description", say::kConsentWhatTitle, say::KeptOfChild(flow_)},
      {"visibility", say::kConsentReadTitle, say::WhoReadsChild(flow_)},
      {"event", say::kConsentKeepTitle,
       say::Fill(say::kConsentKeep, {{"days", say::Number(county.retention_days)}})},
      {"undo", say::kConsentRightsTitle, std::string(say::kConsentChildRights)},
  };
  const float row = theme.Px(124);
  const Rect agree = frame.wide ? area.TakeRight(area.w * 0.4f, theme.Px(40)).TakeTop(row)
                                : area.TakeBottom(row, theme.size.gap);
  DrawCard(frame, area);
  DrawConsentLines(frame, area.Inset(theme.Px(40), theme.Px(22)), lines);
  if (CheckRow(frame, agree, say::kGuardianAgrees, "", flow_.agreed())) {
    flow_.SetAgreed(!flow_.agreed());
  }
}

}  // namespace studio

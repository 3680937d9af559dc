#include <algorithm>
#include <vector>

#include "ui/screens/request_screen.h"
#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {
namespace {

std::string WhatIsKept(const RequestFlow& flow) {
  std::string out = "您说的事和在哪个村";
  if (const std::string added = say::AddedLine(flow); !added.empty()) out += "、" + added;
  if (flow.visibility() == Visibility::kAnonymous) return out + ";不记姓名电话";
  out += "、姓名";
  if (!flow.phone().empty()) out += "、电话";
  return out;
}

struct ConsentLine {
  std::string_view icon, title;
  std::string text;
};

// Every line as high as its words, the rest shared out between them; smaller type where the page
// is too low for the usual one.
void DrawConsentLines(Frame& frame, Rect inside, const std::vector<ConsentLine>& lines) {
  const Theme& theme = frame.theme;
  const float icon = theme.Px(56), gap = theme.Px(22);
  const float title = theme.size.body * 3.4f;
  const float width = inside.w - icon - 2 * gap - title;
  TextStyle style = TextStyle::Of(theme.size.body);
  style.line_spacing = 1.3f;
  const auto height_of = [&](const ConsentLine& line) {
    return std::max(style.size * style.line_spacing,
                    MeasureWrapped(frame, line.text, width, style));
  };
  const auto total = [&] {
    float sum = 0;
    for (const ConsentLine& line : lines) sum += height_of(line);
    return sum;
  };
  if (total() > inside.h) style.size = theme.size.small;
  const float spare = std::max(0.f, inside.h - total()) / static_cast<float>(lines.size());
  for (const ConsentLine& line : lines) {
    const float height = height_of(line);
    Rect row = inside.TakeTop(height + spare);
    DrawIcon(frame, row.TakeLeft(icon, gap), line.icon, icon, theme.colour.red);
    DrawText(frame, row.TakeLeft(title, gap), line.title, TextStyle::Of(style.size, Weight::kBold));
    DrawWrapped(frame, row.Centred(row.w, height), line.text, style);
  }
}

}  // namespace

void RequestScreen::DrawConsent(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const County& county = flow_.station().county;
  const std::string_view name = say::CountyName(flow_.station());
  DrawFooter(frame, area, say::kNext);
  Question(frame, area, say::kConsentTitle);
  area = area.Inset(theme.size.margin, 0);

  const std::vector<ConsentLine> lines = {
      {"account_balance", say::kConsentWhoTitle,
       say::Fill(say::kConsentWho, {{"county", name}, {"phone", county.phone}})},
      {"task_alt", say::kConsentWhatForTitle, std::string(say::kConsentWhatFor)},
      {"description", say::kConsentWhatTitle, WhatIsKept(flow_)},
      {"visibility", say::kConsentReadTitle,
       say::Fill(flow_.members_may_read() ? say::kConsentReadStudio : say::kConsentReadCounty,
                 {{"county", name}})},
      {"event", say::kConsentKeepTitle,
       say::Fill(say::kConsentKeep, {{"days", say::Number(county.retention_days)}})},
      {"undo", say::kConsentRightsTitle, std::string(say::kConsentRights)},
  };

  const auto& sensitive = flow_.category()->sensitive;
  const float row = theme.Px(118);
  Rect agree;
  if (frame.wide) {
    agree = area.TakeRight(area.w * 0.42f, theme.Px(40));
  } else {
    const float rows = static_cast<float>(sensitive.size() + 1);
    agree = area.TakeBottom(rows * (row + theme.Px(20)) - theme.Px(20), theme.size.gap);
  }
  DrawCard(frame, area);
  DrawConsentLines(frame, area.Inset(theme.Px(40), theme.Px(22)), lines);

  for (const std::string& kind : sensitive) {
    if (CheckRow(frame, agree.TakeTop(row, theme.Px(20)), say::SensitiveLine(kind), "",
                 flow_.AgreedSensitive(kind))) {
      flow_.SetAgreedSensitive(kind, !flow_.AgreedSensitive(kind));
    }
  }
  if (CheckRow(frame, agree.TakeTop(row), say::kAgree, "", flow_.agreed())) {
    flow_.SetAgreed(!flow_.agreed());
  }
}

}  // namespace studio

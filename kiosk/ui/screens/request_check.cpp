#include "app/duty.h"
#include "ui/screens/request_screen.h"
#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {
namespace {

std::string WhoLine(const RequestFlow& flow) {
  std::string out;
  if (*flow.visibility() == Visibility::kAnonymous) {
    out = std::string(say::kAnonymous);
  } else {
    out = flow.name().text();
    if (!flow.phone().empty()) out += "  " + flow.phone().text();
    if (*flow.visibility() == Visibility::kMembersOnly)
      out += "\n" + std::string(say::kMembersOnly);
  }
  if (flow.head_count() > 1) out += "  一共 " + say::Number(flow.head_count()) + " 人";
  return out;
}

}  // namespace

void RequestScreen::DrawCheck(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawFooter(frame, area, say::kConfirm);
  Question(frame, area, say::kCheckTitle);
  area = area.Inset(theme.size.margin, 0);
  if (frame.wide) {
    DrawHelper(frame, area.TakeRight(area.w * 0.36f, theme.Px(40)));
  } else {
    DrawHelper(frame,
               area.TakeBottom(theme.Px(flow_.helper().empty() ? 150 : 300), theme.size.gap));
  }

  const float words_share = frame.wide ? 1.5f : 3.2f;
  const struct {
    std::string_view title;
    std::string text;
    RequestStep step;
    float share;
  } rows[] = {
      {say::kCheckCategory, flow_.category()->name, RequestStep::kCategory, 1},
      {say::kCheckPlace, flow_.village()->name + " " + flow_.group(), RequestStep::kPlace, 1},
      {say::kCheckWords, flow_.words().text(), RequestStep::kWords, words_share},
      {say::kCheckWho, WhoLine(flow_), RequestStep::kWho, 1.3f},
  };
  DrawCard(frame, area);
  if (flow_.danger()) {
    const float width = PillWidth(frame, say::kUrgent, true);
    StatusPill(frame, area.Right() - width - theme.Px(30), area.y - theme.size.chip_height * 0.7f,
               say::kUrgent, "priority_high", Tone::kRed);
  }
  Rect inside = area.Inset(theme.Px(40), theme.Px(14));
  const float unit = inside.h / (3.3f + words_share);
  bool divider = false;
  for (const auto& row : rows) {
    Rect line = inside.TakeTop(unit * row.share);
    if (divider) DrawDivider(frame, line.x, line.y, line.w);
    divider = true;
    const Rect change = line.TakeRight(theme.Px(140), theme.Px(20));
    const std::string label = std::string(say::kChange) + "##" + std::string(row.title);
    if (SecondaryButton(frame, change.Centred(change.w, theme.Px(92)), label)) {
      flow_.EditFromCheck(row.step);
    }
    const Rect title = line.TakeLeft(theme.size.body * 4.5f, theme.Px(10));
    DrawText(frame, title, row.title,
             TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
    TextStyle text = TextStyle::Of(theme.size.body, Weight::kBold);
    text.max_lines = std::max(1, static_cast<int>(line.h / (text.size * text.line_spacing)));
    const float height = MeasureWrapped(frame, row.text, line.w, text);
    DrawWrapped(frame, line.Centred(line.w, std::min(height, line.h)), row.text, text);
  }
}

void RequestScreen::DrawHelper(Frame& frame, Rect area) {
  const DutyToday duty = DutyOn(flow_.station(), frame.now.wall_ms);
  if (duty.lines.empty()) return;
  const Theme& theme = frame.theme;
  const bool helped = !flow_.helper().empty();
  const std::string_view why = helped ? std::string_view(flow_.helper()) : say::kHelpedWhy;
  const float height = ChoiceRowHeight(frame, area.w - theme.Px(40), why);
  if (ToggleRow(frame, area.TakeTop(height, theme.Px(18)), say::kHelped, why, helped)) {
    flow_.SetHelper(helped ? "" : duty.lines.front().member.name);
  }
  if (!helped) return;
  if (duty.lines.size() > 1) {
    const Rect names = frame.wide ? area.TakeTop(theme.size.chip_height, theme.Px(18)) : Rect{};
    float x = names.x;
    for (const DutyLine& line : duty.lines) {
      const float width = PillWidth(frame, line.member.name, false);
      if (names.Empty() || x + width > names.Right()) break;
      if (Chip(frame, {x, names.y, width, names.h}, line.member.name,
               {"", flow_.helper() == line.member.name})) {
        flow_.SetHelper(line.member.name);
      }
      x += width + theme.Px(20);
    }
  }
  if (CheckRow(frame, area.TakeTop(theme.Px(124)), say::kReadBack, "", flow_.read_back())) {
    flow_.SetReadBack(!flow_.read_back());
  }
}

}  // namespace studio

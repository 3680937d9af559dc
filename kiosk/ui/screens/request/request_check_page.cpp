#include "ui/screens/request/request_check_page.h"

#include <algorithm>

#include "ui/kit/canvas.h"
#include "ui/kit/text_layout.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/request/request_joined.h"
#include "ui/words/strings.h"
#include "ui/writing/ink_pad.h"

namespace studio {
namespace {

constexpr float kChangeHeight = 96, kCheckGap = 24;

float RequestChangeWidth(const Theme& theme) { return theme.size.button * 2 + theme.Px(54); }

float CheckTitleWidth(const Theme& theme) { return theme.size.body * 4.2f; }
float CheckTextWidth(const Frame& frame, float row) {
  return row - CheckTitleWidth(frame.theme) - RequestChangeWidth(frame.theme) -
         frame.theme.Px(2 * kCheckGap);
}
TextStyle CheckStyle(const Theme& theme, bool small = false) {
  return TextStyle::Of(small ? theme.size.small : theme.size.body, Weight::kBold);
}
float CheckRowHeight(const Frame& frame, std::string_view text, float width, float room,
                     bool small) {
  return std::max(frame.theme.Px(kChangeHeight),
                  MeasureWrapped(frame, text, width, CheckStyle(frame.theme, small))) +
         room;
}
Rect CheckCardInside(const Frame& frame, const Rect& card) {
  return card.Inset(frame.theme.Px(40), frame.theme.Px(10));
}

std::string WhoLine(const RequestFlow& flow) {
  std::string out;
  if (*flow.visibility() == Visibility::kAnonymous) {
    out = std::string(say::kAnonymous);
  } else {
    out = flow.name().text();
    if (out.empty()) out = say::kInkName;
    if (!flow.phone().empty()) out += "  " + flow.phone().text();
    if (*flow.visibility() == Visibility::kMembersOnly)
      out += "\n" + say::VisibilityName(Visibility::kMembersOnly, flow.station());
  }
  if (flow.head_count() > 1) out += "  一共 " + say::Number(flow.head_count()) + " 人";
  if (const auto names = flow.Representatives(); !names.empty())
    out += "\n" + say::Fill(say::kCheckRepresentatives, {{"names", say::NumberedNames(names)}});
  return out;
}

// The words, and on a line of their own what was said and photographed.
std::string WordsLine(const RequestFlow& flow) {
  std::string out = flow.FiledWords();
  for (const std::string& line : {say::AddedLine(flow), say::LeftOutLine(flow)}) {
    if (!line.empty()) out += (out.empty() ? "" : "\n") + line;
  }
  return out;
}

constexpr float kInkSheet = 88;

// Handwritten characters stand beside the text where there is room for them, else under it.
float InkBeside(const Frame& frame, std::string_view text, float width) {
  float widest = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    widest =
        std::max(widest, MeasureText(frame, text.substr(at, end - at), CheckStyle(frame.theme)));
    at = end + 1;
  }
  return width - widest - frame.theme.Px(20);
}

}  // namespace

struct RequestCheckPage::Line {
  std::string_view title;
  std::string text;
  RequestStep step;
  bool long_words = false;
  bool ink = false;    // handwritten characters of the name
  float under = 0;     // height for them, where it is not beside the text
  bool small = false;  // smaller letters, where the page is low
};

void RequestCheckPage::Begin(Frame& frame, bool shown) {
  if (helper_page_.open() && !shown) helper_page_.Close();
  if (helper_page_.open()) helper_page_.Begin(frame);
}

bool RequestCheckPage::StepBack() {
  if (!helper_page_.open()) return false;
  helper_page_.Close();
  return true;
}

RequestTap RequestCheckPage::Draw(Frame& frame, const Rect& area) {
  if (!helper_page_.open()) return DrawAnswers(frame, area);
  if (auto helper = helper_page_.Draw(frame, area)) flow_.SetHelper(std::move(*helper));
  return RequestTap::kNone;
}

RequestTap RequestCheckPage::DrawAnswers(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  const float part = frame.wide ? 0.2f : 0.34f;
  if (SecondaryButton(frame, footer.TakeLeft(footer.w * part, theme.size.gap), say::kBack))
    return RequestTap::kBack;
  Rect beside;
  if (frame.wide) {
    beside = area.TakeRight(area.w * 0.44f, theme.Px(40) - theme.size.margin);
    beside.TakeRight(theme.size.margin);
    beside.TakeTop(theme.Px(44));
  }
  Rect upright = area.Inset(theme.size.margin, 0);
  const bool confirm = EndButton(frame, frame.wide ? beside : upright, say::kConfirm, {"check"});
  if (!frame.wide) area.h = upright.h;
  if (const auto problem = flow_.problem()) {
    const Rect line = frame.wide
                          ? footer
                          : area.TakeBottom(theme.Px(130), theme.Px(8)).Inset(theme.size.margin, 0);
    DrawProblem(frame, line, say::ProblemLine(*problem));
  }
  // Large letters lying down leave the card no height to spare.
  const bool title_beside = frame.wide && theme_.extra_large;
  Rect title = title_beside ? beside.Inset(-theme.size.margin, -theme.Px(44)) : area;
  Question(frame, title, say::kCheckTitle);
  (title_beside ? beside : area).TakeTop(title.y - (title_beside ? beside : area).y);
  if (title_beside) area.TakeTop(theme.Px(44));
  if (flow_.danger()) {
    const float width = PillWidth(frame, say::kUrgent, true);
    StatusPill(frame, title.Right() - theme.size.margin - width,
               title.y - theme.size.gap - theme.size.chip_height, say::kUrgent, "priority_high",
               Tone::kRed, theme.size.chip_height);
  }
  area = area.Inset(theme.size.margin, 0);

  Line lines[] = {
      {say::kCheckCategory, flow_.category()->name, RequestStep::kCategory},
      {say::kCheckPlace, flow_.village()->name + " " + flow_.group(), RequestStep::kPlace},
      {say::kCheckWords, WordsLine(flow_), RequestStep::kWords},
      {say::kCheckWho, WhoLine(flow_), RequestStep::kWho},
  };
  const float helper =
      frame.wide ? 0 : HelperHeight(frame, area.w) + theme.size.gap + PanelHeight(frame, area.w);
  const bool named = *flow_.visibility() != Visibility::kAnonymous;
  const Rect inside = CheckCardInside(frame, area);
  lines[3].ink = named && !flow_.name_ink().empty();
  const float sheets = static_cast<float>(flow_.name_ink().size()) * theme.Px(kInkSheet);
  if (lines[3].ink && InkBeside(frame, lines[3].text, CheckTextWidth(frame, inside.w)) < sheets)
    lines[3].under = theme.Px(kInkSheet);
  const float most = inside.h - helper;
  // Every row as high as its words, closer together where the page is low; the villager's own
  // take what is left and page if need be.
  float heights[std::size(lines)], total = 0;
  const auto measure = [&](float room, bool small = false) {
    total = 0;
    for (std::size_t i = 0; i < std::size(lines); ++i) {
      lines[i].small = small;
      heights[i] =
          CheckRowHeight(frame, lines[i].text, CheckTextWidth(frame, inside.w), room, small) +
          lines[i].under;
      total += heights[i];
    }
    return total <= most;
  };
  const auto words_fit = [&] { return heights[2] - (total - most) >= theme.Px(kChangeHeight * 2); };
  if (!measure(theme.Px(32)) && !measure(theme.Px(14)) &&
      (words_fit() || !measure(theme.Px(14), true))) {
    heights[2] -= total - most;
    lines[2].long_words = true;
    total = most;
  }
  const float spare = std::min((most - total) / static_cast<float>(std::size(lines)),
                               theme.Px(frame.wide ? 12 : 60));
  total += spare * static_cast<float>(std::size(lines));
  DrawCard(frame, area.TakeTop(area.h - inside.h + total, theme.size.gap));
  Rect rows = inside;
  for (std::size_t i = 0; i < std::size(lines); ++i) {
    const Rect row = rows.TakeTop(heights[i] + spare);
    if (i > 0) DrawDivider(frame, row.x, row.y, row.w);
    DrawRow(frame, row, lines[i]);
  }
  Rect& rest = frame.wide ? beside : area;
  DrawPanel(frame, rest);
  DrawHelper(frame, rest);
  return confirm ? RequestTap::kOn : RequestTap::kNone;
}

void RequestCheckPage::DrawRow(Frame& frame, Rect row, const Line& line) {
  const Theme& theme = frame.theme;
  Rect change = row.TakeRight(RequestChangeWidth(theme), theme.Px(kCheckGap));
  if (line.long_words) change = LongWordsChange(frame, change, row);
  const std::string label = std::string(say::kChange) + "##" + std::string(line.title);
  if (SecondaryButton(frame, change.Centred(change.w, theme.Px(kChangeHeight)), label)) {
    flow_.EditFromCheck(line.step);
  }
  const Rect title = row.TakeLeft(CheckTitleWidth(theme), theme.Px(kCheckGap));
  DrawText(frame, title, line.title,
           TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
  const TextStyle style = CheckStyle(theme, line.small);
  if (line.long_words) return DrawLongWords(frame, row.Inset(0, theme.Px(10)), line.text, style);
  const float height = MeasureWrapped(frame, line.text, row.w, style);
  Rect block = row.Centred(row.w, height + line.under);
  const Rect words = block.TakeTop(height);
  DrawWrapped(frame, words, line.text, style);
  if (!line.ink) return;
  if (line.under == 0) {
    block = row.Centred(row.w, theme.Px(kInkSheet));
    block = block.TakeRight(InkBeside(frame, line.text, row.w));
  }
  DrawInkName(frame, block, flow_.name_ink());
}

void RequestCheckPage::DrawLongWords(Frame& frame, const Rect& area, std::string_view words,
                                     const TextStyle& style) {
  const std::vector<TextLine> lines = BreakLines(frame.canvas.Faces(), style.weight,
                                                 static_cast<int>(style.size), words, area.w, 0);
  const float height = style.size * style.line_spacing;
  const std::size_t shown = std::max<std::size_t>(1, static_cast<std::size_t>(area.h / height));
  if (words_page_ * shown >= lines.size()) words_page_ = 0;
  const std::size_t first = words_page_ * shown;
  const std::size_t end = std::min(lines.size(), first + shown);
  Rect rest = area.Centred(area.w, static_cast<float>(shown) * height);
  for (std::size_t i = first; i < end; ++i) {
    const TextLine& line = lines[i];
    DrawText(frame, rest.TakeTop(height), words.substr(line.begin, line.end - line.begin), style);
  }
}

// "改" above (or beside) the button that shows the next part of the words, round and round.
Rect RequestCheckPage::LongWordsChange(Frame& frame, const Rect& column, Rect& row) {
  const Theme& theme = frame.theme;
  const float height = theme.Px(kChangeHeight), gap = theme.Px(kCheckGap);
  const bool below = column.h >= 2 * height + gap + theme.Px(14);
  const Rect more = below ? column : row.TakeRight(column.w, gap);
  Rect pair = column.Centred(column.w, below ? 2 * height + gap : height);
  const Rect change = pair.TakeTop(height, gap);
  const Rect place = below ? pair : more.Centred(more.w, height);
  if (SecondaryButton(frame, place, say::kMoreWords, {.taps = Taps::kAgain})) ++words_page_;
  return change;
}

float RequestCheckPage::PanelHeight(const Frame& frame, float width) const {
  const Matter* matter = flow_.joined();
  return matter ? JoinedHeight(frame, *matter, width) + frame.theme.size.gap : 0;
}

void RequestCheckPage::DrawPanel(Frame& frame, Rect& area) {
  const Matter* matter = flow_.joined();
  if (!matter) return;
  const Rect panel = area.TakeTop(JoinedHeight(frame, *matter, area.w), frame.theme.size.gap);
  if (DrawJoined(frame, panel, *matter)) flow_.LeaveJoined();
}

float RequestCheckPage::HelperHeight(const Frame& frame, float width) const {
  if (!helper_page_.Offers(frame, flow_.helper())) return 0;
  const float row = helper_page_.RowHeight(frame, width, flow_.helper());
  return flow_.helper().empty() ? row : row + frame.theme.Px(18 + 124);
}

void RequestCheckPage::DrawHelper(Frame& frame, Rect area) {
  const Helper& helper = flow_.helper();
  if (!helper_page_.Offers(frame, helper)) return;
  const Theme& theme = frame.theme;
  const Rect row = area.TakeTop(helper_page_.RowHeight(frame, area.w, helper), theme.Px(18));
  const bool helped = !helper.empty();
  if (auto changed = helper_page_.DrawRow(frame, row, helper)) flow_.SetHelper(std::move(*changed));
  if (!helped) return;
  if (CheckRow(frame, area.TakeTop(theme.Px(124)), say::kReadBack, "", flow_.read_back())) {
    flow_.SetReadBack(!flow_.read_back());
  }
}

}  // namespace studio

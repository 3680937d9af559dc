#include "ui/screens/pieces/topic_pieces.h"

#include <algorithm>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/topic_strings.h"
#include "ui/words/wall_strings.h"

namespace studio {
namespace {

constexpr float kTopicPiecePad = 44;

struct StepLine {
  std::string name, date;
  bool reached = false, now = false;
};

std::vector<StepLine> StepLines(const Topic& topic, const Mechanism& mechanism) {
  std::vector<StepLine> out;
  const auto reached = [&](const std::string& name) {
    return std::find_if(topic.steps.begin(), topic.steps.end(),
                        [&](const Topic::Step& step) { return step.name == name; });
  };
  const auto add = [&](const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      const auto step = reached(name);
      const bool is = step != topic.steps.end();
      out.push_back({name, is ? step->date : std::string(), is, false});
    }
  };
  add(mechanism.topic_steps);
  if (topic.closed) add(mechanism.topic_after);
  // A step that the mechanism does not know of is shown where the topic stands.
  for (const Topic::Step& step : topic.steps) {
    const bool known = std::any_of(out.begin(), out.end(),
                                   [&](const StepLine& line) { return line.name == step.name; });
    if (!known) out.push_back({step.name, step.date, true, false});
  }
  if (!topic.steps.empty()) {
    for (StepLine& line : out) line.now = line.name == topic.steps.back().name;
  }
  return out;
}

TextStyle TopicHeading(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.section_title, Weight::kBold);
  style.line_spacing = 1.3f;
  return style;
}

void DrawStep(Frame& frame, Rect row, const StepLine& line, bool last, std::string_view today) {
  const Theme& theme = frame.theme;
  const float side = theme.Px(52);
  const Rect mark = row.TakeLeft(side, theme.Px(28));
  if (!last) {
    const float thick = theme.Px(6);
    FillRect(frame, {mark.CentreX() - thick / 2, mark.CentreY(), thick, row.h}, theme.colour.track);
  }
  if (line.now) {
    FillCircle(frame, mark.CentreX(), mark.CentreY(), side / 2, theme.colour.red);
    FillCircle(frame, mark.CentreX(), mark.CentreY(), side / 5, theme.colour.on_red);
  } else if (line.reached) {
    FillCircle(frame, mark.CentreX(), mark.CentreY(), side / 2, theme.colour.jade);
    DrawIcon(frame, mark, "check", side * 0.7f, theme.colour.on_red);
  } else {
    FillCircle(frame, mark.CentreX(), mark.CentreY(), side / 2, theme.colour.card);
    RingCircle(frame, mark.CentreX(), mark.CentreY(), side / 2, theme.Px(5), theme.colour.icon);
  }
  const std::string date = line.reached ? say::DateOf(line.date, today) : std::string(say::kNotYet);
  const TextStyle soft =
      TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink, Align::kRight);
  DrawText(frame, row.TakeRight(MeasureText(frame, date, soft) + 1, theme.Px(16)), date, soft);
  const TextStyle name = TextStyle::Of(
      theme.size.body, line.reached ? Weight::kBold : Weight::kRegular,
      line.now ? theme.colour.red : (line.reached ? theme.colour.ink : theme.colour.soft_ink));
  DrawText(frame, row, line.name, Fitted(frame, line.name, name, row.w));
}

constexpr Stance kStances[] = {Stance::kAgree, Stance::kDiffer, Stance::kSuggest};
constexpr std::string_view kOrigins[] = {"screen", "phone", "member"};

int CountOf(const Topic& topic, std::string_view origin, Stance stance) {
  int sum = 0;
  for (const TopicCount& count : topic.counts) {
    if (!origin.empty() && count.origin != origin) continue;
    sum += stance == Stance::kAgree    ? count.agree
           : stance == Stance::kDiffer ? count.differ
                                       : count.suggest;
  }
  return sum;
}

// One line of the table: a word, a figure for each origin and their sum.
void DrawCountLine(Frame& frame, Rect row, std::string_view word,
                   const std::vector<std::string>& cells, const TextStyle& style) {
  const float cell = row.w * 0.155f;
  TextStyle right = style;
  right.align = Align::kRight;
  for (auto at = cells.rbegin(); at != cells.rend(); ++at) {
    const Rect place = row.TakeRight(cell);
    DrawText(frame, place, *at, Fitted(frame, *at, right, place.w));
  }
  DrawText(frame, row, word, Fitted(frame, word, style, row.w));
}

float DrawCounts(Frame& frame, const Rect& place, const Topic& topic, const std::string& stale,
                 bool draw) {
  const Theme& theme = frame.theme;
  const float pad = theme.Px(kTopicPiecePad), width = place.w - 2 * pad;
  const TextStyle heading = TopicHeading(theme);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const TextStyle figure = TextStyle::Of(theme.size.body, Weight::kBold);
  int all = 0;
  for (const TopicCount& count : topic.counts) all += count.Sum();
  std::string title(say::kCounts);
  if (all > 0) title += " " + say::Fill(say::kPieces, {{"n", say::Number(all)}});
  const float title_height = MeasureWrapped(frame, title, width, heading);
  std::string what_counts(say::kCountsWhat);
  if (!stale.empty()) what_counts += "。" + stale;
  const float what = MeasureWrapped(frame, what_counts, width, soft);
  const float bar = theme.Px(16), after = theme.Px(22), head_line = soft.size * 1.5f;
  const float around = 2 * pad + title_height + what + theme.Px(20);
  // Closer together where the column is low.
  const float low = (place.h - around - head_line) / 3 - bar - after;
  const float line = std::clamp(low, figure.size * 1.25f, figure.size * 1.5f);
  const float rows = all == 0 ? line : head_line + 3 * (line + bar + after);
  const Rect card{place.x, place.y, place.w, around + rows};
  if (!draw) return card.h;
  DrawCard(frame, card);
  Rect inside = card.Inset(pad);
  DrawWrapped(frame, inside.TakeTop(title_height), title, heading);
  DrawWrapped(frame, inside.TakeTop(what, theme.Px(20)), what_counts, soft);
  if (all == 0) {
    DrawText(frame, inside, say::kCountsNone, TextStyle::Of(theme.size.body));
    return card.h;
  }
  std::vector<std::string> names;
  for (const std::string_view origin : kOrigins) names.emplace_back(say::OriginName(origin));
  names.emplace_back(say::kTogether);
  DrawCountLine(frame, inside.TakeTop(head_line), {}, names, soft);
  for (const Stance stance : kStances) {
    std::vector<std::string> cells;
    for (const std::string_view origin : kOrigins) {
      cells.push_back(say::Number(CountOf(topic, origin, stance)));
    }
    const int sum = CountOf(topic, {}, stance);
    cells.push_back(say::Number(sum));
    DrawCountLine(frame, inside.TakeTop(line), say::StanceName(stance), cells, figure);
    DrawProgress(frame, inside.TakeTop(bar, after),
                 static_cast<float>(sum) / static_cast<float>(all), theme.colour.jade);
  }
  return card.h;
}

}  // namespace

std::vector<Pill> PillsOfTopic(const Topic& topic, std::string_view today) {
  std::vector<Pill> out;
  if (topic.TakesOpinions(today)) {
    out.push_back(
        topic.closes.empty()
            ? Pill{std::string(say::kTopicOpen), "forum", Tone::kJade}
            : Pill{say::Fill(say::kClosesOn, {{"date", say::DateOf(topic.closes, today)}}),
                   "schedule", Tone::kJade});
  } else if (!topic.closed && !topic.opens.empty() && today < topic.opens) {
    out.push_back({say::Fill(say::kOpensOn, {{"date", say::DateOf(topic.opens, today)}}),
                   "schedule", Tone::kAmber});
  } else if (!topic.result.empty()) {
    out.push_back({std::string(say::kHasResult), "task_alt", Tone::kJade});
  } else {
    out.push_back({std::string(say::kTopicClosed), "event_available", Tone::kSand});
  }
  if (!topic.steps.empty()) out.push_back({topic.steps.back().name, "flag", Tone::kSand});
  return out;
}

void DrawFittingPills(Frame& frame, Rect row, const std::vector<Pill>& pills) {
  for (const Pill& pill : pills) {
    const float width = PillWidth(frame, pill.word, true);
    if (width > row.w) return;
    StatusPill(frame, row.x, row.y, pill.word, pill.icon, pill.tone, row.h);
    row.TakeLeft(width, frame.theme.Px(18));
  }
}

Article::Block StepsBlock(const Topic& topic, const Mechanism& mechanism, std::string today) {
  std::string heading(say::kSteps);
  if (!mechanism.topic_method.empty()) heading += " · " + mechanism.topic_method;
  return [lines = StepLines(topic, mechanism), heading = std::move(heading),
          today = std::move(today)](Frame& frame, const Rect& place, bool draw) {
    const Theme& theme = frame.theme;
    const float pad = theme.Px(kTopicPiecePad), after = theme.Px(16);
    const float head = MeasureWrapped(frame, heading, place.w - 2 * pad, TopicHeading(theme));
    const auto count = static_cast<float>(std::max<std::size_t>(lines.size(), 1));
    // Closer together where the column is low.
    const float low = (place.h - 2 * pad - head - after) / count;
    const float row = std::clamp(low, theme.size.body * 1.35f, theme.size.body * 1.75f);
    const Rect card{place.x, place.y, place.w,
                    2 * pad + head + after + static_cast<float>(lines.size()) * row};
    if (!draw) return card.h;
    DrawCard(frame, card);
    Rect inside = card.Inset(pad);
    DrawWrapped(frame, inside.TakeTop(head, after), heading, TopicHeading(theme));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      DrawStep(frame, inside.TakeTop(row), lines[i], i + 1 == lines.size(), today);
    }
    return card.h;
  };
}

Article::Block CountsBlock(const Topic& topic, std::string stale) {
  return [topic, stale = std::move(stale)](Frame& frame, const Rect& place, bool draw) {
    return DrawCounts(frame, place, topic, stale, draw);
  };
}

}  // namespace studio

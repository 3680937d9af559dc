#include "ui/host/script.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <sstream>

#include "shared/base/utf8.h"
#include "ui/press/widget_words.h"

namespace studio {
namespace {

constexpr std::chrono::seconds kTapPatience{5};

using Verb = ScriptCommand::Verb;

constexpr double kPatience = 10;  // seconds that wait-for waits

std::string_view Trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::optional<double> NumberOf(std::string_view word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

// Splits "文字 12" into the text and the number after it.
std::optional<double> TakeTrailingNumber(std::string& text) {
  const auto space = text.find_last_of(" \t");
  if (space == text.npos) return std::nullopt;
  const auto number = NumberOf(std::string_view(text).substr(space + 1));
  if (number) text = std::string(Trimmed(std::string_view(text).substr(0, space)));
  return number;
}

// What follows the command's word and one space, to the end of the line.
std::string_view CodeIn(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  line.remove_prefix(std::min(line.find_first_of(" \t") + 1, line.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct Grammar {
  std::string_view word;
  Verb verb;
  bool needs_text;
};
constexpr Grammar kGrammar[] = {
    {"tap", Verb::kTap, true},       {"tap-at", Verb::kTapAt, true},
    {"keys", Verb::kKeys, true},     {"ink", Verb::kInk, true},
    {"scan", Verb::kScan, true},     {"camera", Verb::kCamera, true},
    {"type", Verb::kType, true},     {"wait-for", Verb::kWaitFor, true},
    {"expect", Verb::kExpect, true}, {"absent", Verb::kAbsent, true},
    {"print", Verb::kPrint, false},  {"advance", Verb::kAdvance, true},
    {"key", Verb::kKey, true},       {"reach", Verb::kReach, true},
    {"shot", Verb::kShot, true},     {"quit", Verb::kQuit, false},
};

struct KeyName {
  std::string_view name;
  Key key;
};
constexpr KeyName kKeyNames[] = {
    {"Tab", Key::kTab},
    {"Shift-Tab", Key::kBackTab},
    {"Left", Key::kLeft},
    {"Right", Key::kRight},
    {"Up", Key::kUp},
    {"Down", Key::kDown},
    {"Enter", Key::kEnter},
    {"Space", Key::kNone},
    {"Backspace", Key::kBackspace},
    {"Escape", Key::kEscape},
};

// What is wrong with the line, or nothing.
std::string ParseArguments(ScriptCommand& command, const std::string& rest) {
  command.text = command.longer = rest;
  switch (command.verb) {
    case Verb::kTap:
    case Verb::kReach:
      if (const auto n = TakeTrailingNumber(command.text)) {
        if (*n < 1 || *n > 999 || *n != static_cast<int>(*n)) {
          command.text = rest;
          return {};
        }
        command.nth = static_cast<int>(*n);
      }
      if (command.text.size() > 2 && command.text.front() == '"' && command.text.back() == '"') {
        command.exact = true;
        command.text = command.longer = command.text.substr(1, command.text.size() - 2);
      }
      return {};
    case Verb::kTapAt: {
      const auto y = TakeTrailingNumber(command.text);
      const auto x = NumberOf(command.text);
      if (!x || !y) return "tap-at takes two numbers, X and Y";
      command.x = *x;
      command.y = *y;
      return {};
    }
    case Verb::kInk: {
      auto stroke = InkStrokeFromText(rest);
      if (!stroke) return "ink takes points \"X,Y X,Y ...\" from 0 to " + std::to_string(kInkSide);
      command.stroke = std::move(*stroke);
      return {};
    }
    case Verb::kKey: {
      const auto* const named = std::find_if(std::begin(kKeyNames), std::end(kKeyNames),
                                             [&](const KeyName& key) { return key.name == rest; });
      if (named == std::end(kKeyNames)) return "there is no key \"" + rest + "\"";
      command.key = named->key;
      return {};
    }
    case Verb::kKeys:
      return rest.find_first_of(" \t") == rest.npos ? "" : "keys takes keys without spaces";
    case Verb::kWaitFor: {
      const auto seconds = TakeTrailingNumber(command.text);
      command.seconds = seconds.value_or(kPatience);
      return command.seconds >= 0 ? "" : "the seconds must not be negative";
    }
    case Verb::kAdvance: {
      const auto seconds = NumberOf(rest);
      if (!seconds || *seconds < 0) return "advance takes a number of seconds";
      command.seconds = *seconds;
      return {};
    }
    case Verb::kShot:
      return rest.find('/') == rest.npos && rest != "." && rest != ".."
                 ? ""
                 : "a shot's name is not a path";
    default:
      return {};
  }
}

std::string Seen(const ScreenText& screen) {
  std::string out = "on the screen:\n" + screen.Print() + "to tap:\n";
  for (const Tappable& tappable : screen.Tappables())
    out += tappable.label + (tappable.enabled ? "\n" : " (not now)\n");
  return out;
}

struct Find {
  std::string label;
  int nth;
  int seen = 0;  // how many so labelled were met
  const Tappable* found = nullptr;

  bool Meet(const Tappable& tappable) {
    if (++seen == nth) found = &tappable;
    return found != nullptr;
  }
};

// Exactly so labelled, else with the label inside, else with a text inside that contains it.
const Tappable* FindTappable(const ScreenText& screen, const std::string& label, int nth,
                             bool exactly) {
  Find exact{label, nth}, part{label, nth}, text{label, nth};
  for (const Tappable& tappable : screen.Tappables())
    if (tappable.label == label && exact.Meet(tappable)) return exact.found;
  if (exact.seen > 0 || exactly) return nullptr;
  for (const Tappable& tappable : screen.Tappables())
    if (tappable.label.find(label) != std::string::npos && part.Meet(tappable)) return part.found;
  if (part.seen > 0) return nullptr;
  for (const VisibleText& visible : screen.Texts()) {
    if (visible.text.find(label) == std::string::npos) continue;
    for (const Tappable& tappable : screen.Tappables())
      if (tappable.rect.Contains(visible.rect.CentreX(), visible.rect.CentreY()) &&
          text.Meet(tappable))
        return text.found;
  }
  return nullptr;
}

const Tappable* FindToTap(const ScriptCommand& command, const ScreenText& screen) {
  const Tappable* found = FindTappable(screen, command.longer, 1, command.exact);
  return found != nullptr ? found : FindTappable(screen, command.text, command.nth, command.exact);
}

// Looks at it as long as a tap on it needs.
Rect Considered(const Tappable& found, ScriptTarget& target) {
  const Rect place = found.rect;
  target.WaitUntil(found.counts_from_ms);
  return place;
}

struct ToTap {
  const Tappable* found = nullptr;
  std::string wrong;
};

// As a person does: what another thread still works on is waited for.
ToTap WaitToTap(const ScriptCommand& command, ScriptTarget& target) {
  const auto deadline = std::chrono::steady_clock::now() + kTapPatience;
  target.Pump(0);
  const Tappable* found = FindToTap(command, target.Screen());
  while ((found == nullptr || !found->enabled) && std::chrono::steady_clock::now() < deadline) {
    target.Pump(20);
    found = FindToTap(command, target.Screen());
  }
  if (found == nullptr) return {nullptr, "nothing to tap is labelled \"" + command.longer + "\""};
  if (!found->enabled) return {nullptr, "\"" + found->label + "\" cannot be tapped now"};
  return {found, {}};
}

std::string Tap(const ScriptCommand& command, ScriptTarget& target) {
  const ToTap to = WaitToTap(command, target);
  if (to.found == nullptr) return to.wrong;
  const Rect place = Considered(*to.found, target);
  target.Tap(place.CentreX(), place.CentreY());
  return {};
}

constexpr double kMoment = 0.2;  // seconds: a Tab right after what was typed may be a scanner's

// With one switch time moves the ring, else Tab does; either key makes it appear.
void MoveRing(ScriptTarget& target) {
  const auto& ring = target.Screen().TheRing();
  if (!ring) target.Advance(kMoment);
  if (!ring || ring->moves_at_ms < 0) return target.Press(Key::kTab);
  target.WaitUntil(ring->moves_at_ms);
  target.Pump(0);
}

std::string Reach(const ScriptCommand& command, ScriptTarget& target) {
  const ToTap to = WaitToTap(command, target);
  if (to.found == nullptr) return to.wrong;
  const std::uint32_t id = to.found->id;
  const std::size_t once_around = target.Screen().Tappables().size() + 2;
  for (std::size_t i = 0; i <= once_around; ++i) {
    const auto& ring = target.Screen().TheRing();
    if (ring && ring->id == id && !ring->target.Empty()) {
      const std::int64_t stood_ms = ring->counts_from_ms;
      for (const Tappable& tappable : target.Screen().Tappables())
        if (tappable.id == id) target.WaitUntil(std::max(stood_ms, tappable.counts_from_ms));
      return {};
    }
    MoveRing(target);
  }
  return "the ring does not come to \"" + command.longer + "\"";
}

std::string PressKey(const ScriptCommand& command, ScriptTarget& target) {
  if (command.key != Key::kNone) {
    target.Press(command.key);
    return {};
  }
  target.Type(" ");
  target.Rest();
  return {};
}

const Tappable* FindKey(const ScreenText& screen, std::string_view label) {
  const auto& all = screen.Tappables();
  const auto it = std::find_if(all.begin(), all.end(), [label](const Tappable& tappable) {
    return tappable.label == label && tappable.enabled;
  });
  return it == all.end() ? nullptr : &*it;
}

std::string PressKeys(const ScriptCommand& command, ScriptTarget& target) {
  const std::string_view keys = command.text;
  for (std::size_t at = 0; at < keys.size();) {
    const std::size_t begin = at;
    NextCodePoint(keys, at);
    const std::string_view key = keys.substr(begin, at - begin);
    target.Pump(0);
    const Tappable* found = FindKey(target.Screen(), key);
    if (found == nullptr)
      return "no key \"" + std::string(key) + "\" is on the screen, after \"" +
             std::string(keys.substr(0, begin)) + "\"";
    const Rect place = Considered(*found, target);
    target.Tap(place.CentreX(), place.CentreY());
  }
  return {};
}

std::string DrawStroke(const ScriptCommand& command, ScriptTarget& target) {
  target.Pump(0);
  const Tappable* pad = FindKey(target.Screen(), widget_words::kInkPad);
  if (pad == nullptr) return "no pad to write on is on the screen";
  const Rect place = Considered(*pad, target);
  // The last pixel still belongs to the pad.
  const float w = (place.w - 1) / kInkSide, h = (place.h - 1) / kInkSide;
  std::vector<ScriptPoint> points;
  for (const InkPoint& point : command.stroke)
    points.push_back({place.x + point.x * w, place.y + point.y * h});
  target.Drag(points);
  return {};
}

std::string WaitFor(const ScriptCommand& command, ScriptTarget& target) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + std::chrono::duration<double>(command.seconds);
  target.Pump(0);
  while (!target.Screen().Shows(command.text) && !target.Screen().Shows(command.longer)) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return "\"" + command.text + "\" did not appear";
    target.Pump(static_cast<int>(std::min<std::int64_t>(left, 50)));
  }
  return {};
}

// What went wrong, or nothing.
std::string Run(const ScriptCommand& command, ScriptTarget& target) {
  switch (command.verb) {
    case Verb::kTap:
      return Tap(command, target);
    case Verb::kTapAt:
      target.Tap(static_cast<float>(command.x), static_cast<float>(command.y));
      return {};
    case Verb::kType:
      target.Type(command.text);
      target.Rest();
      return {};
    case Verb::kScan:
      target.Type(command.text);
      target.Press(Key::kEnter);
      return {};
    case Verb::kKeys:
      return PressKeys(command, target);
    case Verb::kKey:
      return PressKey(command, target);
    case Verb::kReach:
      return Reach(command, target);
    case Verb::kInk:
      return DrawStroke(command, target);
    case Verb::kCamera: {
      const auto held = target.HoldUp(command.text);
      return held ? "" : held.error().detail;
    }
    case Verb::kWaitFor:
      return WaitFor(command, target);
    case Verb::kExpect:
      target.Pump(0);
      return target.Screen().Shows(command.text) ? "" : "\"" + command.text + "\" is not shown";
    case Verb::kAbsent:
      target.Pump(0);
      return target.Screen().Shows(command.text) ? "\"" + command.text + "\" is shown" : "";
    case Verb::kPrint:
      target.Pump(0);
      target.Print(target.Screen().Print());
      return {};
    case Verb::kAdvance:
      target.Advance(command.seconds);
      target.Pump(0);
      return {};
    case Verb::kShot: {
      target.Pump(0);
      const auto done = target.Shot(command.text);
      return done ? "" : done.error().detail;
    }
    default:
      return {};
  }
}

}  // namespace

Result<std::list<ScriptCommand>> ParseScript(std::string_view text) {
  std::list<ScriptCommand> commands;
  std::string mistakes;
  std::istringstream lines{std::string(text)};
  std::string raw;
  for (int number = 1; std::getline(lines, raw); ++number) {
    const std::string_view line = Trimmed(raw);
    if (line.empty() || line.front() == '#') continue;
    const auto space = line.find_first_of(" \t");
    const std::string_view word = line.substr(0, space);
    const std::string rest(space == line.npos ? "" : Trimmed(line.substr(space)));
    const auto rule = std::find_if(std::begin(kGrammar), std::end(kGrammar),
                                   [word](const Grammar& g) { return g.word == word; });
    std::string mistake;
    ScriptCommand command;
    command.line = number;
    if (rule == std::end(kGrammar)) {
      mistake = "unknown command \"" + std::string(word) + "\"";
    } else {
      command.verb = rule->verb;
      if (rule->needs_text && rest.empty())
        mistake = std::string(word) + " needs something after it";
      else if (!rule->needs_text && !rest.empty())
        mistake = std::string(word) + " stands alone";
      else
        mistake = ParseArguments(command, rest);
    }
    // A code may end in a space.
    if (command.verb == Verb::kScan && mistake.empty()) command.text = std::string(CodeIn(raw));
    if (mistake.empty())
      commands.push_back(std::move(command));
    else
      mistakes += "line " + std::to_string(number) + ": " + mistake + "\n";
  }
  if (mistakes.empty()) return commands;
  mistakes.pop_back();
  return Fail(ErrorKind::kInvalid, mistakes);
}

ScriptOutcome RunScript(std::list<ScriptCommand> commands, ScriptTarget& target) {
  for (; !commands.empty(); commands.pop_front()) {
    const ScriptCommand& command = commands.front();
    if (command.verb == Verb::kQuit) break;
    const std::string wrong = Run(command, target);
    if (!wrong.empty())
      return {false, command.line,
              "line " + std::to_string(command.line) + ": " + wrong + "\n" + Seen(target.Screen())};
  }
  return {};
}

}  // namespace studio

#include "server/http/topic_page.h"

#include <algorithm>

#include "server/http/html_text.h"
#include "server/http/phone_strings.h"
#include "shared/base/calendar_date.h"
#include "shared/bodies/reader_words.h"

namespace county {

using studio::Stance;
using studio::Topic;
using studio::TopicCount;

namespace {

// Widths and gaps in pixels, type in rem: who asks for type of twice the size gets just that.
constexpr const char* kStyle = R"css(
*{box-sizing:border-box}
html{font-size:125%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#FBF7EF;color:#2B211A;line-height:1.65;overflow-wrap:anywhere;
font-family:"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
header{background:#A3201C;color:#fff;padding:10px 16px;font-size:.9rem}
main{max-width:640px;margin:0 auto;padding:16px 16px 40px}
h1{font-size:1.45rem;line-height:1.35;margin:10px 0 8px;text-wrap:balance}
h2{font-size:1.1rem;line-height:1.4;margin:0 0 10px}
h3{font-size:1rem;margin:14px 0 2px}
p{margin:0 0 10px}
.soft{color:#5C5048;font-size:.9rem}
.after{margin-top:16px}
.whole{white-space:nowrap}
.state{display:inline-block;margin:4px 0 0;padding:2px 12px;border-radius:8px;font-size:.9rem;
font-weight:bold;background:#E0EFE6;color:#174A35}
.over{background:#F1EADD;color:#4B4038}
.soon{background:#FBEBCF;color:#643B00}
section{background:#fff;border-radius:16px;padding:16px;margin:16px 0;
box-shadow:0 1px 0 #E9E0D0,0 6px 20px rgba(90,67,38,.1)}
section p:last-child{margin-bottom:0}
ol{list-style:none;margin:0;padding:0}
li{position:relative;padding:0 0 10px 30px}
li:last-child{padding-bottom:0}
li::before{content:"";position:absolute;left:4px;top:.5rem;width:14px;height:14px;
border-radius:50%;border:2px solid #CDBFA9;background:#fff}
li::after{content:"";position:absolute;left:12px;top:calc(.5rem + 18px);
bottom:calc(4px - .5rem);border-left:2px solid #CDBFA9}
li:last-child::after{display:none}
.done::before{background:#1E5E43;border-color:#1E5E43}
.now::before{background:#A3201C;border-color:#A3201C}
.now b{color:#A3201C}
.next{color:#5C5048}
li>span{display:block;font-size:.85rem;color:#5C5048;line-height:1.4}
fieldset{border:0;margin:0;padding:0}
.choice{display:flex;align-items:center;gap:12px;min-height:56px;padding:8px 14px;margin:0 0 10px;
border:2px solid #CDBFA9;border-radius:12px;font-size:1.1rem;font-weight:bold}
.choice:has(:checked){border-color:#A3201C;background:#F8E3DF}
input{flex:none;width:26px;height:26px;margin:0;accent-color:#A3201C}
.words{display:block;margin:6px 0}
textarea{display:block;width:100%;min-height:7.5rem;padding:10px 12px;border:2px solid #CDBFA9;
border-radius:12px;background:#FBF7EF;color:inherit;font:inherit}
button,.go{display:block;width:100%;min-height:60px;margin:14px 0 0;padding:10px 16px;border:0;
border-radius:14px;background:#A3201C;color:#fff;font:inherit;font-size:1.2rem;font-weight:bold;
text-align:center;text-decoration:none}
button:active,.go:active{background:#7F1512}
input:focus-visible,textarea:focus-visible,button:focus-visible,a:focus-visible{
outline:3px solid #7A4A00;outline-offset:2px}
.wrong,.note{padding:10px 14px;border-radius:12px;margin:0 0 12px}
.wrong{background:#F8E3DF;color:#8C1814;font-weight:bold}
.note{background:#FBEBCF;color:#643B00}
.good{background:#E0EFE6;color:#174A35}
.tally{display:flex;justify-content:space-between;gap:12px;flex-wrap:wrap}
progress{display:block;width:100%;height:14px;margin:0 0 10px;border:0;border-radius:7px;
background:#F1EADD;overflow:hidden;-webkit-appearance:none;appearance:none}
progress::-webkit-progress-bar{background:#F1EADD}
progress::-webkit-progress-value{background:#A3201C;border-radius:7px}
progress::-moz-progress-bar{background:#A3201C}
blockquote{margin:0 0 12px;padding:2px 0 2px 14px;border-left:4px solid #CDBFA9;white-space:pre-line}
)css";

constexpr Stance kStances[] = {Stance::kAgree, Stance::kDiffer, Stance::kSuggest};

const char* WordFor(Stance stance) {
  switch (stance) {
    case Stance::kAgree:
      return say::kAgree;
    case Stance::kDiffer:
      return say::kDiffer;
    case Stance::kSuggest:
      return say::kSuggest;
  }
  return "";
}

const char* WordFor(const std::string& origin) {
  if (origin == "screen") return say::kOnScreen;
  if (origin == "phone") return say::kOnPhone;
  return say::kByMember;
}

int Of(const TopicCount& count, Stance stance) {
  switch (stance) {
    case Stance::kAgree:
      return count.agree;
    case Stance::kDiffer:
      return count.differ;
    case Stance::kSuggest:
      return count.suggest;
  }
  return 0;
}

// "12月1日"; as it stands where it is no date.
std::string DayText(const std::string& date, const std::string& today) {
  const auto day = studio::ParseDate(date);
  if (!day) return date;
  const std::chrono::year_month_day parts = *day;
  const std::string year = std::to_string(static_cast<int>(parts.year()));
  return (today.starts_with(year) ? "" : year + "年") +
         std::to_string(static_cast<unsigned>(parts.month())) + "月" +
         std::to_string(static_cast<unsigned>(parts.day())) + "日";
}

std::string DaysLeft(const TopicView& view) {
  const auto today = studio::ParseDate(view.today), closes = studio::ParseDate(view.topic.closes);
  if (!today || !closes || !view.Open()) return {};
  const auto days = (std::chrono::sys_days(*closes) - std::chrono::sys_days(*today)).count();
  if (days == 0) return say::kLastDay;
  return say::kDaysBefore + std::to_string(days) + say::kDaysAfter;
}

std::string Whole(const PageVisit& visit, const std::string& county, std::string_view title,
                  const std::string& main) {
  return "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
         "<title>" +
         Html(title) + "</title><style nonce=\"" + visit.nonce + "\">" + kStyle +
         "</style></head>\n<body><header>" + Html(county.empty() ? "" : county + " · ") +
         say::kForum + "</header>\n<main>" + main + "</main></body></html>\n";
}

// No line ends inside it.
std::string Together(const std::string& html) {
  return "<span class=\"whole\">" + html + "</span>";
}

std::string Section(const std::string& heading, const std::string& inside) {
  return "\n<section><h2>" + heading + "</h2>" + inside + "</section>";
}

std::string Heading(const TopicView& view) {
  const Topic& topic = view.topic;
  std::string state = "<p class=\"state soon\">" + std::string(say::kNotYet);
  if (view.Open()) state = "<p class=\"state\">" + std::string(say::kOpen);
  if (view.Over()) state = "<p class=\"state over\">" + std::string(say::kClosed);
  std::string facts;
  if (!view.leading.empty()) facts += std::string(say::kLeading) + " " + Html(view.leading);
  if (!topic.closes.empty()) {
    facts += (facts.empty() ? "" : "<br>") + Html(DayText(topic.closes, view.today)) + say::kUntil;
    if (const std::string left = DaysLeft(view); !left.empty()) facts += "," + Together(left);
  }
  return state + "</p><h1>" + Html(topic.title) + "</h1><p class=\"soft\">" + facts + "</p>" +
         HtmlParagraphs(topic.summary);
}

const Topic::Step* Reached(const Topic& topic, const std::string& name) {
  const auto found = std::find_if(topic.steps.begin(), topic.steps.end(),
                                  [&](const Topic::Step& step) { return step.name == name; });
  return found == topic.steps.end() ? nullptr : &*found;
}

std::string StepLine(const TopicView& view, const std::string& name) {
  const Topic& topic = view.topic;
  const Topic::Step* reached = Reached(topic, name);
  const bool now = reached && reached == &topic.steps.back() && !topic.closed;
  const char* mark = !reached ? "next" : now ? "now" : "done";
  const char* word = !reached ? say::kStepNext : now ? say::kStepNow : say::kStepDone;
  const std::string day =
      reached && !reached->date.empty() ? Html(DayText(reached->date, view.today)) + " · " : "";
  return "<li class=\"" + std::string(mark) + "\"><b>" + Html(name) + "</b><span>" + day +
         Together(word) + "</span></li>";
}

std::string Steps(const TopicView& view) {
  std::string list;
  for (const std::string& name : view.steps) list += StepLine(view, name);
  // Those of a method that the county no longer has.
  for (const Topic::Step& step : view.topic.steps) {
    const bool known = std::count(view.steps.begin(), view.steps.end(), step.name) != 0;
    if (!known) list += StepLine(view, step.name);
  }
  return list.empty() ? "" : Section(say::kSteps, "<ol>" + list + "</ol>");
}

std::string Background(const Topic& topic) {
  std::string text;
  for (const Topic::Page& page : topic.background) {
    if (!page.title.empty()) text += "<h3>" + Html(page.title) + "</h3>";
    text += HtmlParagraphs(page.text);
  }
  return text.empty() ? "" : Section(say::kBackground, text);
}

std::string FormPart(const TopicView& view, const PageVisit& visit, const OpinionForm& form) {
  std::string text = "\n<section id=\"say\"><h2>" + std::string(say::kYourView) + "</h2>";
  if (!form.fault.empty()) {
    text += "<p class=\"wrong\" role=\"alert\">" + Html(form.fault) + "</p>";
  } else if (view.heard) {
    text += "<p class=\"note\">" + std::string(say::kHeard) + "</p>";
  }
  text += "<form method=\"post\" accept-charset=\"utf-8\" action=\"" +
          Html(LinkTo(view.topic.id, visit)) + "#say\"><fieldset>";
  for (const Stance stance : kStances) {
    text += "<label class=\"choice\"><input type=\"radio\" name=\"stance\" value=\"" +
            std::string(NameOf(stance)) + "\" required" +
            (form.stance == stance ? " checked" : "") + ">" + WordFor(stance) + "</label>";
  }
  // Right after <textarea> a browser drops one line end.
  text += "</fieldset><label class=\"words\" for=\"words\">" + std::string(say::kWords) +
          "</label><textarea id=\"words\" name=\"words\" rows=\"4\" maxlength=\"" +
          std::to_string(kMaxOpinionWords) + "\">\n" + Html(form.words) + "</textarea>" +
          "<p class=\"soft\">" + say::kDangerCalls + "</p>" +
          "<input type=\"hidden\" name=\"ballot\" value=\"" + Html(visit.ballot) + "\">" +
          "<button type=\"submit\">" + say::kSubmit + "</button></form>";
  const std::string who = studio::WhoReads({studio::RecordKind::kOpinion}, view.county);
  return text + "<p class=\"soft after\">" + Html(who) + "。" + say::kNoNameNeeded +
         "</p></section>";
}

std::string Counts(const TopicView& view) {
  TopicCount all;
  for (const TopicCount& count : view.topic.counts) {
    all.agree += count.agree;
    all.differ += count.differ;
    all.suggest += count.suggest;
  }
  std::string text;
  if (all.Sum() == 0) text += "<p>" + std::string(say::kNoBallots) + "</p>";
  for (const Stance stance : kStances) {
    if (all.Sum() == 0) break;
    const std::string number = std::to_string(Of(all, stance));
    text += "<div class=\"tally\"><b>" + std::string(WordFor(stance)) + "</b><span>" + number +
            say::kBallots + "</span></div><progress max=\"" + std::to_string(all.Sum()) +
            "\" value=\"" + number + "\">" + number + "</progress>";
  }
  for (const TopicCount& count : view.topic.counts) {
    if (count.Sum() == 0) continue;
    text += "<p><b>" + std::string(WordFor(count.origin)) + " " + std::to_string(count.Sum()) +
            say::kBallots + "</b><br>";
    for (const Stance stance : kStances) {
      text += (stance == Stance::kAgree ? "" : " · ") +
              Together(std::string(WordFor(stance)) + " " + std::to_string(Of(count, stance)));
    }
    text += "</p>";
  }
  text += "<p class=\"soft\">" + std::string(say::kCountsBallots) + "</p>";
  return Section(view.Over() ? say::kCountsAtEnd : say::kCounts, text);
}

std::string Voices(const Topic& topic) {
  if (topic.voices.empty()) return {};
  std::string text;
  for (const std::string& voice : topic.voices)
    text += "<blockquote>" + Html(voice) + "</blockquote>";
  return Section(say::kVoices, text + "<p class=\"soft\">" + say::kVoicesRead + "</p>");
}

std::string SectionOf(const char* heading, const std::string& text) {
  return text.empty() ? "" : Section(heading, HtmlParagraphs(text));
}

}  // namespace

std::string LinkTo(const std::string& topic, const PageVisit& visit, std::string_view page) {
  std::string link = "/t/" + topic;
  if (!page.empty()) link += "/" + std::string(page);
  if (visit.told) link += (link.find('?') == std::string::npos ? "?b=" : "&b=") + visit.ballot;
  return link;
}

std::string TopicPage(const TopicView& view, const PageVisit& visit, const OpinionForm& form) {
  const Topic& topic = view.topic;
  std::string main = Heading(view) + SectionOf(say::kResult, topic.result) +
                     SectionOf(say::kFollowUp, topic.follow_up) + Background(topic);
  if (view.Open()) {
    main += FormPart(view, visit, form);
  } else if (!view.Over()) {
    main += "\n<section id=\"say\"><p>" + std::string(say::kOpensOn) +
            Html(DayText(topic.opens, view.today)) + "</p></section>";
  }
  main += Counts(view) + Voices(topic) + Steps(view);
  if (view.Open() && visit.told) {
    main +=
        "<p class=\"soft\">" + std::string(say::kForward) + "<br>" + Html(visit.address) + "</p>";
  }
  return Whole(visit, view.county, topic.title, main);
}

std::string ThanksPage(const TopicView& view, const PageVisit& visit, PhoneVoice voice) {
  const bool late = voice == PhoneVoice::kLate;
  const char* told = late                            ? say::kLate
                     : voice == PhoneVoice::kChanged ? say::kChanged
                                                     : say::kCounted;
  const std::string main = "<h1>" + std::string(say::kThanks) + "</h1><p class=\"note " +
                           (late ? "" : "good") + "\">" + told + "</p><p>" +
                           Html(view.topic.title) + "</p><a class=\"go\" href=\"" +
                           Html(LinkTo(view.topic.id, visit)) + "\">" + say::kBack + "</a>";
  return Whole(visit, view.county, say::kThanks, main);
}

std::string TroublePage(const PageVisit& visit, std::string_view title, std::string_view text,
                        std::string_view back) {
  std::string main =
      "<h1>" + Html(title) + "</h1><p class=\"wrong\" role=\"alert\">" + Html(text) + "</p>";
  if (!back.empty()) {
    main += "<a class=\"go\" href=\"" + Html(back) + "\">" + say::kBack + "</a>";
  }
  return Whole(visit, "", title, main);
}

}  // namespace county

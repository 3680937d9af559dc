#include "app/desk/writeup_words.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/bodies/work_bodies.h"

namespace studio {
namespace {

std::string HeadingLine(std::string_view heading) { return "【" + std::string(heading) + "】"; }

}  // namespace

std::string JoinedWords(const std::vector<std::string>& headings,
                        const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < headings.size() && i < words.size(); ++i) {
    if (words[i].empty()) continue;
    if (!text.empty()) text += "\n";
    text += HeadingLine(headings[i]) + "\n" + words[i];
  }
  return text;
}

std::vector<std::string> SplitWords(const std::vector<std::string>& headings,
                                    std::string_view text) {
  std::vector<std::string> words(headings.size());
  std::size_t at = 0;
  while (!text.empty() && !words.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    const auto heading = std::find_if(headings.begin(), headings.end(),
                                      [&](const auto& one) { return line == HeadingLine(one); });
    if (heading != headings.end()) {
      at = static_cast<std::size_t>(heading - headings.begin());
      continue;
    }
    if (!words[at].empty()) words[at] += "\n";
    words[at] += line;
  }
  return words;
}

std::size_t RoomUnderEach(const std::vector<std::string>& headings) {
  std::size_t taken = 0;
  for (const std::string& heading : headings) taken += CountCharacters(HeadingLine(heading)) + 2;
  return (kMaxActivityWords - taken) / std::max<std::size_t>(headings.size(), 1);
}

ActivityTemplate TopicNoteTemplate(const Topic& topic) {
  ActivityTemplate asked;
  asked.kind = "research";
  asked.title = "议题调研";
  asked.icon = "travel_explore";
  asked.words = {"调研了什么", "请了谁来"};
  asked.about = AboutTopic(topic.id);
  return asked;
}

ActivityTemplate SummaryTemplate(int year) {
  ActivityTemplate asked;
  asked.kind = "summary";
  asked.title = std::to_string(year) + " 年小结";
  asked.icon = "summarize";
  asked.place = asked.together = false;
  asked.words = {"这一年做了什么", "还有什么不足", "明年想做什么"};
  return asked;
}

}  // namespace studio

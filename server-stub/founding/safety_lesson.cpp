#include "server/founding/safety_lesson.h"

#include <optional>

#include "shared/base/json.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;
using studio::Result;
using studio::Safety;
using studio::SafetyFigures;
using studio::SafetySentence;

namespace {

constexpr std::size_t kRunsOfLine = 10;

std::string PointsText(const std::vector<Safety::Points>& lists) {
  std::string text = "\"points\": [";
  for (const Safety::Points& list : lists) {
    text += &list == lists.data() ? "\n" : ",\n";
    text += "    {\"id\": " + json(list.id).dump() + ", \"base\": " + std::to_string(list.base) +
            ", \"least\": " + std::to_string(list.least) +
            ", \"with_pattern\": " + std::to_string(list.with_pattern) +
            (list.parts ? ", \"parts\": " + std::to_string(*list.parts) : "") + ", \"runs\": {";
    std::size_t count = 0;
    for (const auto& [run, points] : list.runs) {
      if (count > 0) text += ',';
      text += count % kRunsOfLine == 0 ? "\n" : "";
      text += json(run).dump() + ":" + std::to_string(points);
      ++count;
    }
    text += "}}";
  }
  return text + "]";
}

// Where a member of the outermost object stands in JSON that is known to be whole.
class Members {
 public:
  explicit Members(std::string_view text) : text_(text) {
    at_ = text_.find('{') + 1;
    for (Skip(); text_[at_] == '"'; Skip()) {
      Member member{at_, 0, {}};
      const std::size_t key = at_;
      String();
      member.key = text_.substr(key + 1, at_ - key - 2);
      Value();
      member.end = at_;
      members_.push_back(std::move(member));
      Skip();
      if (text_[at_] != ',') break;
      ++at_;
    }
  }

  std::string With(const std::string& key, const std::string& member) const {
    std::string out(text_);
    for (const Member& one : members_) {
      if (one.key == key) return out.replace(one.begin, one.end - one.begin, member);
    }
    if (!members_.empty()) return out.insert(members_.back().end, ",\n  " + member);
    return out.insert(text_.find('{') + 1, "\n  " + member + "\n");
  }

 private:
  struct Member {
    std::size_t begin, end;
    std::string key;
  };

  void Skip() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != text_.npos) ++at_;
  }
  void String() {
    for (++at_; text_[at_] != '"'; ++at_) at_ += text_[at_] == '\\' ? 1 : 0;
    ++at_;
  }
  // The colon, and what follows it.
  void Value() {
    std::size_t end = at_;
    for (int depth = 0; depth > 0 || (text_[at_] != ',' && text_[at_] != '}');) {
      const char c = text_[at_];
      if (c == '"') {
        String();
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        ++at_;
      }
      if (std::string_view(" \t\r\n").find(c) == text_.npos) end = at_;
    }
    at_ = end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Member> members_;
};

std::string Line(const std::string& name, const SafetyFigures& figures) {
  const auto of = [](int part, int whole) {
    return std::to_string(part) + " of " + std::to_string(whole);
  };
  return name + ": danger seen " + of(figures.seen, figures.dangers) + ", told where it belongs " +
         of(figures.told, figures.matters) + ", ordinary ones stopped " +
         of(figures.stopped, figures.ordinary) + "\n";
}

}  // namespace

Result<std::string> WithPoints(std::string_view list, const std::vector<Safety::Points>& points) {
  if (!json::parse(list, nullptr, false).is_object()) {
    return Fail(ErrorKind::kMalformed, "the list is not a JSON object");
  }
  return Members(list).With("points", PointsText(points));
}

Result<SafetyClass> TeachSafety(std::string_view list, const std::vector<SentenceFile>& files,
                                const studio::SafetyLearning& how) {
  const auto safety = studio::SafetyFromJson(list);
  if (!safety) return tl::unexpected(safety.error());
  std::vector<SafetySentence> sentences;
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (SafetySentence& one : studio::ReadSafetySentences(files[i].text, i)) {
      if (one.label.empty()) {
        return Fail(ErrorKind::kMalformed,
                    files[i].name + " has a sentence without a label: " + one.words.substr(0, 120));
      }
      one.counted = studio::IsCounted(files[i].name);
      sentences.push_back(std::move(one));
    }
  }
  const auto lesson = studio::LearnSafety(*safety, sentences, how);
  if (!lesson) return tl::unexpected(lesson.error());
  auto with = WithPoints(list, lesson->points);
  if (!with) return tl::unexpected(with.error());
  SafetyClass out{std::move(*with), "Sentences looked at with points learnt without them:\n"};
  SafetyFigures all;
  for (std::size_t i = 0; i < lesson->left_out.size(); ++i) {
    const SafetyFigures& one = lesson->left_out[i];
    if (one.dangers + one.ordinary == 0) continue;
    out.text += Line(files[i].name, one);
    all.dangers += one.dangers;
    all.seen += one.seen;
    all.matters += one.matters;
    all.told += one.told;
    all.ordinary += one.ordinary;
    all.stopped += one.stopped;
  }
  out.text += Line("all", all) + Line("all beside ordinary ones", lesson->joined);
  for (const Safety::Points& points : lesson->points) {
    out.text += points.id + ": " + std::to_string(points.runs.size()) + " runs, least " +
                std::to_string(points.least) + ", with_pattern " +
                std::to_string(points.with_pattern) + ", parts " +
                std::to_string(points.parts.value_or(0)) + "\n";
  }
  for (const std::string& sentence : lesson->wrong) out.text += "still wrong: " + sentence + "\n";
  return out;
}

}  // namespace county

#include "shared/safety/safety_list.h"

#include "shared/base/json_fields.h"
#include "shared/safety/safety_check.h"

namespace studio {
namespace {

void May(JsonFields& in, const char* name, std::vector<Safety::Patterns>& out) {
  if (!in.Has(name)) return;
  for (JsonFields& item : in.Objects(name)) {
    Safety::Patterns patterns;
    item.Need("any", patterns.any);
    item.May("unless", patterns.unless);
    out.push_back(std::move(patterns));
  }
}

void ReadWords(JsonFields& in, Safety& safety) {
  if (!in.Has("words")) return;
  for (JsonFields& item : in.Objects("words")) {
    Safety::Words words;
    item.Need("name", words.name);
    item.Need("any", words.any);
    safety.words.push_back(std::move(words));
  }
}

void ReadExcuses(JsonFields& in, Safety& safety) {
  if (!in.Has("excuses")) return;
  for (JsonFields& item : in.Objects("excuses")) {
    Safety::Excuse excuse;
    item.Need("id", excuse.id);
    item.May("before", excuse.before);
    item.May("after", excuse.after);
    item.Need("any", excuse.any);
    item.May("but", excuse.but);
    safety.excuses.push_back(std::move(excuse));
  }
}

void ReadDanger(JsonFields& in, Safety& safety) {
  in.May("danger_words", safety.danger_words);
  if (!in.Has("danger")) return;
  for (JsonFields& item : in.Objects("danger")) {
    Safety::Danger danger;
    item.Need("id", danger.id);
    item.May("name", danger.name);
    item.May("line", danger.line);
    May(item, "patterns", danger.patterns);
    safety.danger.push_back(std::move(danger));
  }
}

void ReadNotOurs(JsonFields& in, Safety& safety) {
  if (!in.Has("not_ours")) return;
  for (JsonFields& item : in.Objects("not_ours")) {
    Safety::NotOurs not_ours;
    item.May("id", not_ours.id);
    item.May("name", not_ours.name);
    item.May("words", not_ours.words);
    item.May("where", not_ours.where);
    item.May("phone", not_ours.phone);
    May(item, "patterns", not_ours.patterns);
    safety.not_ours.push_back(std::move(not_ours));
  }
}

void ReadKinds(JsonFields& in, Safety& safety) {
  if (!in.Has("kinds")) return;
  for (JsonFields& item : in.Objects("kinds")) {
    Safety::Kind kind;
    item.Need("name", kind.name);
    item.Need("any", kind.any);
    safety.kinds.push_back(std::move(kind));
  }
}

void ReadPoints(JsonFields& in, Safety& safety) {
  if (!in.Has("points")) return;
  for (JsonFields& item : in.Objects("points")) {
    Safety::Points points;
    item.Need("id", points.id);
    item.Need("base", points.base);
    item.Need("least", points.least);
    item.Need("with_pattern", points.with_pattern);
    if (item.Has("parts")) item.Need("parts", points.parts.emplace());
    item.Need("runs", points.runs);
    safety.points.push_back(std::move(points));
  }
}

}  // namespace

Result<Safety> SafetyFromJson(std::string_view json) {
  JsonFields in(json);
  Safety safety;
  ReadWords(in, safety);
  in.May("innocent", safety.innocent);
  in.May("questions", safety.questions);
  ReadExcuses(in, safety);
  ReadDanger(in, safety);
  ReadNotOurs(in, safety);
  ReadKinds(in, safety);
  ReadPoints(in, safety);
  if (in.Has("lines")) {
    for (JsonFields& item : in.Objects("lines")) {
      Safety::Line line;
      item.May("number", line.number);
      item.May("what", line.what);
      safety.lines.push_back(std::move(line));
    }
  }
  if (in.Has("sensitive")) {
    for (JsonFields& item : in.Objects("sensitive")) {
      Safety::Sensitive sensitive;
      item.May("kind", sensitive.kind);
      item.May("name", sensitive.name);
      item.May("words", sensitive.words);
      item.May("innocent", sensitive.innocent);
      safety.sensitive.push_back(std::move(sensitive));
    }
  }
  auto read = in.Finish("safety", std::move(safety));
  if (!read) return read;
  auto check = SafetyCheck::Of(*read);
  if (!check) return tl::unexpected(check.error());
  read->check = std::make_shared<const SafetyCheck>(std::move(*check));
  return read;
}

}  // namespace studio

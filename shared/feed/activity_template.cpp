#include "shared/feed/activity_template.h"

#include "shared/base/json_fields.h"

namespace studio {
namespace {

void ReadRoles(JsonFields& in, ActivityTemplate& out) {
  if (!in.Has("roles")) return;
  for (JsonFields& one : in.Objects("roles")) {
    NamedWord& role = out.roles.emplace_back();
    one.Need("word", role.word);
    one.Need("title", role.title);
  }
}

void ReadFigures(JsonFields& in, ActivityTemplate& out) {
  if (!in.Has("figures")) return;
  for (JsonFields& one : in.Objects("figures")) {
    AskedFigure& figure = out.figures.emplace_back();
    one.Need("unit", figure.unit);
    one.Need("title", figure.title);
    one.Need("measure", figure.measure);
    one.Need("at_most", figure.at_most);
    if (figure.at_most < 1 || figure.at_most > kMaxAskedFigure) in.Refuse("figures");
  }
  if (out.figures.size() > kMaxAskedFigures) in.Refuse("figures");
}

}  // namespace

void MayTemplates(JsonFields& in, const char* name, std::vector<ActivityTemplate>& out) {
  if (!in.Has(name)) return;
  for (JsonFields& one : in.Objects(name)) {
    ActivityTemplate& asked = out.emplace_back();
    one.Need("kind", asked.kind);
    one.Need("title", asked.title);
    one.May("icon", asked.icon);
    one.May("place", asked.place);
    ReadRoles(one, asked);
    ReadFigures(one, asked);
    one.Need("words", asked.words);
    if (asked.kind.empty() || asked.title.empty()) in.Refuse(name);
    if (asked.words.empty() || asked.words.size() > kMaxAskedWords) in.Refuse(name);
  }
  if (out.size() > kMaxActivityTemplates) in.Refuse(name);
}

}  // namespace studio

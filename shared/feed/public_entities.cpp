#include "shared/feed/public_entities.h"

#include <algorithm>

#include "shared/base/json_fields.h"

namespace studio {
namespace {

bool IsTopicId(std::string_view id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

void MayCount(JsonFields& in, const char* name, int& out) {
  int count = out;
  in.May(name, count);
  if (count < 0) return in.Refuse(name);
  out = count;
}

}  // namespace

bool Topic::TakesOpinions(std::string_view today) const {
  return !closed && (opens.empty() || today >= opens) && (closes.empty() || today <= closes);
}

std::string_view Topic::BegunOn() const {
  return opens.empty() && !steps.empty() ? std::string_view(steps.front().date) : opens;
}

Result<Topic> TopicFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  Topic topic;
  topic.id = id;
  if (!IsTopicId(id)) in.Refuse("id");
  in.May("title", topic.title);
  in.May("summary", topic.summary);
  in.May("leading", topic.leading);
  in.May("leading_name", topic.leading_name);
  if (in.Has("steps")) {
    for (JsonFields& item : in.Objects("steps")) {
      Topic::Step& step = topic.steps.emplace_back();
      item.Need("name", step.name);
      item.May("date", step.date);
    }
  }
  in.May("opens", topic.opens);
  in.May("closes", topic.closes);
  in.May("closed", topic.closed);
  if (in.Has("background")) {
    for (JsonFields& item : in.Objects("background")) {
      Topic::Page& page = topic.background.emplace_back();
      item.May("title", page.title);
      item.May("text", page.text);
      item.May("picture", page.picture);
    }
  }
  if (in.Has("counts")) {
    for (JsonFields& item : in.Objects("counts")) {
      TopicCount& count = topic.counts.emplace_back();
      item.Need("origin", count.origin);
      MayCount(item, "agree", count.agree);
      MayCount(item, "differ", count.differ);
      MayCount(item, "suggest", count.suggest);
    }
  }
  in.May("voices", topic.voices);
  in.May("result", topic.result);
  in.May("follow_up", topic.follow_up);
  MaySeen(in, "checked", topic.checked);
  return in.Finish("topic", std::move(topic));
}

Result<Wish> WishFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  Wish wish;
  wish.id = id;
  in.Need("text", wish.text);
  in.May("village", wish.village);
  in.May("for_child", wish.for_child);
  in.May("step", wish.step);
  in.May("member", wish.member);
  in.May("member_name", wish.member_name);
  in.May("claim", wish.claim);
  in.May("date", wish.date);
  return in.Finish("wish", std::move(wish));
}

Result<Matter> MatterFromJson(std::string_view json, std::string_view id) {
  JsonFields in(json);
  Matter matter;
  matter.id = id;
  in.Need("village", matter.village);
  in.Need("category", matter.category);
  in.Need("summary", matter.summary);
  in.May("since", matter.since);
  MayCount(in, "voices", matter.voices);
  in.May("open", matter.open);
  return in.Finish("matter", std::move(matter));
}

Result<Tally> TallyFromJson(std::string_view json) {
  JsonFields in(json);
  Tally tally;
  in.Need("month", tally.month);
  in.Need("studio", tally.studio);
  MayCount(in, "received", tally.received);
  MayCount(in, "answered", tally.answered);
  MayCount(in, "solved", tally.solved);
  MayCount(in, "open", tally.open);
  in.May("at_ms", tally.at_ms);
  return in.Finish("tally", std::move(tally));
}

Result<Bytes> PictureFromJson(std::string_view json) {
  JsonFields in(json);
  std::string text;
  in.Need("jpeg", text);
  auto bytes = FromBase64Url(text);
  if (!bytes || bytes->empty() || bytes->size() > kMaxPictureBytes) in.Refuse("jpeg");
  return in.Finish("picture", bytes ? std::move(*bytes) : Bytes{});
}

}  // namespace studio

#include "server/clerk/topics.h"

#include <algorithm>
#include <map>

#include "server/keys/county_calendar.h"
#include "shared/base/clean_text.h"
#include "shared/base/json.h"
#include "shared/base/rfc3339.h"
#include "shared/base/shown_text.h"
#include "shared/feed/entities.h"
#include "shared/feed/public_entities.h"
#include "shared/record/sealing.h"
#include "shared/safety/safety_check.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;
using studio::RecordKind;

namespace {

std::string TopicText(const json& document, int indent = -1) {
  return document.dump(indent, ' ', false, json::error_handler_t::replace);
}

// The sealed body that the words of an opinion stand in; nullopt: withdrawn, or not to be opened.
std::optional<studio::OpinionBody> Open(const Ledger& ledger, const KeptOpinion& opinion,
                                        const CountyKeys& keys) {
  studio::TerminalNumber terminal = 0;
  std::optional<LedgerLine> line;
  const Bytes* sealed = opinion.sealed ? &*opinion.sealed : nullptr;
  if (!sealed) {
    line = ledger.FindLine(opinion.record);
    if (!line || !line->sealed) return std::nullopt;
    const auto header = studio::DecodeRecordHeader(line->header);
    if (!header) return std::nullopt;
    terminal = header->terminal;
    sealed = &*line->sealed;
  }
  const auto opened =
      studio::Open({opinion.record, RecordKind::kOpinion, terminal}, *sealed, keys.sealing);
  if (!opened) return std::nullopt;
  const auto body = studio::OpinionBodyFromJson(studio::AsText(*opened));
  if (!body) return std::nullopt;
  return *body;
}

json Listed(const KeptOpinion& opinion, const std::optional<studio::OpinionBody>& body) {
  json listed = {
      {"id", opinion.id},
      {"origin", opinion.origin},
      {"stance", opinion.stance},
      {"ballot", studio::ToBase64Url(opinion.ballot)},
      {"at", studio::Rfc3339(opinion.at_ms)},
      {"late", !opinion.counted},
      {"words", nullptr},
      {"attachments", 0},
      {"record", opinion.sealed ? json(nullptr) : json(opinion.record.ToString())},
      {"published", opinion.published.empty() ? json(nullptr) : json(opinion.published)}};
  if (body) {
    listed["words"] = body->words;
    listed["danger"] = body->danger;
    listed["danger_words"] = body->danger_words;
    listed["attachments"] = body->attachments.size();
  }
  return listed;
}

json JsonOf(const std::vector<studio::TopicCount>& published, std::size_t& ballots) {
  json counts = json::object();
  for (const studio::TopicCount& count : published) {
    counts[count.origin] = {
        {"agree", count.agree}, {"differ", count.differ}, {"suggest", count.suggest}};
    ballots += static_cast<std::size_t>(count.Sum());
  }
  return counts;
}

json Topics(const Ledger& ledger, const CountyKeys& keys) {
  std::map<std::string, json> opinions;
  const auto safety = studio::SafetyFromJson(ledger.EntityBody("safety", "safety").value_or("{}"));
  for (const KeptOpinion& opinion : ledger.Opinions()) {
    auto body = Open(ledger, opinion, keys);
    // A phone has no list to look at what it sends.
    if (body && opinion.sealed && safety) {
      body->danger_words = studio::DangerWordsIn(body->words, *safety);
      body->danger = !body->danger_words.empty();
    }
    json& list = opinions.try_emplace(opinion.topic, json::array()).first->second;
    list.push_back(Listed(opinion, body));
  }
  json topics = json::array();
  for (const PublishedEntity& entity : ledger.Entities("topic")) {
    const auto topic = studio::TopicFromJson(entity.body, entity.id);
    if (!topic) continue;
    auto said = opinions.extract(entity.id);
    std::size_t ballots = 0;
    json counts = JsonOf(topic->counts, ballots);
    topics.push_back(
        {{"id", entity.id},
         {"title", topic->title},
         {"step", topic->steps.empty() ? json(nullptr) : json(topic->steps.back().name)},
         {"opens", topic->opens},
         {"closes", topic->closes},
         {"closed", topic->closed},
         {"counts", std::move(counts)},
         {"ballots", ballots},
         {"opinions", said ? std::move(said.mapped()) : json::array()}});
  }
  for (auto& [id, list] : opinions) {  // what is not published, or was taken back
    std::size_t ballots = 0;
    json counts = JsonOf(ledger.CountsOf(id), ballots);
    topics.push_back({{"id", id},
                      {"title", nullptr},
                      {"step", nullptr},
                      {"counts", std::move(counts)},
                      {"ballots", ballots},
                      {"opinions", std::move(list)}});
  }
  return topics;
}

Result<void> CheckStep(const Ledger& ledger, const std::string& step) {
  const auto county = studio::CountyFromJson(ledger.EntityBody("county", "county").value_or("{}"));
  const std::string mechanism = county ? county->mechanism : std::string();
  const auto body = ledger.EntityBody("mechanism", mechanism);
  const auto known = studio::MechanismFromJson(body.value_or("{}"), mechanism);
  std::string names;
  if (known) {
    for (const std::string& name : known->topic_steps) {
      if (name == step) return {};
      names += (names.empty() ? "" : ", ") + name;
    }
  }
  return Fail(ErrorKind::kInvalid, "--step: the mechanism has " +
                                       (names.empty() ? "no steps of topics" : "only " + names));
}

// One that is reached again stands last again, with the new date.
void Reach(json& topic, const std::string& step, const std::string& date) {
  json steps = json::array();
  for (const json& reached : topic.value("steps", json::array())) {
    if (reached.value("name", "") != step) steps.push_back(reached);
  }
  steps.push_back({{"name", step}, {"date", date}});
  topic["steps"] = std::move(steps);
}

// The words of an opinion on that topic, as they are to be published.
Result<std::string> WordsFor(const Ledger& ledger, const CountyKeys& keys, const TopicWork& work) {
  const auto opinion = ledger.FindOpinion(work.publish_words);
  if (!opinion || opinion->topic != work.id) {
    return Fail(ErrorKind::kNotFound,
                "no opinion on " + work.id + " has the id " + std::to_string(work.publish_words));
  }
  const auto body = Open(ledger, *opinion, keys);
  if (!body) return Fail(ErrorKind::kNotFound, "its words were withdrawn");
  std::string words = work.text.value_or(body->words);
  if (studio::IsBlank(words)) {
    return Fail(ErrorKind::kInvalid, "there are no words in it; say by --text what is published");
  }
  return words;
}

void PutVoice(json& topic, const std::string& before, const std::string& words) {
  json voices = topic.value("voices", json::array());
  const auto known =
      before.empty() ? voices.end() : std::find(voices.begin(), voices.end(), before);
  if (known != voices.end()) {
    *known = words;
  } else {
    voices.push_back(words);
  }
  topic["voices"] = std::move(voices);
}

}  // namespace

std::string TopicsJson(const Ledger& ledger, const CountyKeys& keys) {
  return TopicText(Topics(ledger, keys), 2);
}

std::string TopicsText(const Ledger& ledger, const CountyKeys& keys) {
  std::string text;
  const auto said = [](const json& value) {
    return value.is_string() ? studio::ShownText(value.get<std::string>()) : std::string("-");
  };
  for (const json& topic : Topics(ledger, keys)) {
    text += said(topic["id"]) + "  " + said(topic["title"]) + "  " + said(topic["step"]) + "  " +
            std::to_string(topic["ballots"].get<std::size_t>()) + " ballots " +
            studio::ShownText(TopicText(topic["counts"])) + "\n";
    for (const json& opinion : topic["opinions"]) {
      text += "  " + std::to_string(opinion["id"].get<std::uint64_t>()) + "  " +
              said(opinion["at"]) + "  " + said(opinion["origin"]) + "  " +
              said(opinion["stance"]) + (opinion["late"].get<bool>() ? "  (not counted)" : "") +
              (opinion.value("danger", false) ? "  (danger)" : "") + "  " + said(opinion["words"]) +
              "\n";
    }
  }
  return text;
}

Result<void> WorkOnTopic(Ledger& ledger, const CountyKeys& keys, const TopicWork& work,
                         std::int64_t now_ms) {
  Result<void> result;
  ledger.Atomically([&] {
    const auto text = ledger.EntityBody("topic", work.id);
    if (!text) {
      result = Fail(ErrorKind::kNotFound, "no topic has the id " + work.id);
      return;
    }
    json topic = json::parse(*text);
    if (!work.step.empty()) {
      result = CheckStep(ledger, work.step);
      if (!result) return;
      Reach(topic, work.step, studio::ToText(DateAt(now_ms)));
    }
    if (work.publish_words != 0) {
      const auto words = WordsFor(ledger, keys, work);
      if (!words) {
        result = tl::unexpected(words.error());
        return;
      }
      PutVoice(topic, ledger.FindOpinion(work.publish_words)->published, *words);
      ledger.NotePublished(work.publish_words, *words);
    }
    if (work.close) topic["closed"] = true;
    if (work.result) topic["result"] = *work.result;
    if (work.follow_up) topic["follow_up"] = *work.follow_up;
    ledger.PutEntity("topic", work.id, TopicText(topic), 0);
  });
  return result;
}

}  // namespace county

#include "server/ledger/ledger_topics.h"

#include "server/ledger/ledger_query.h"

namespace county {

namespace {

constexpr const char* kOpinions =
    "SELECT id, topic, ballot, origin, stance, at_ms, arrived_ms, counted, record, sealed,"
    " published FROM opinions ORDER BY id";
constexpr const char* kOpinionOf =
    "SELECT id, topic, ballot, origin, stance, at_ms, arrived_ms, counted, record, sealed,"
    " published FROM opinions WHERE id = ?";

KeptOpinion ReadOpinion(const Query& row) {
  KeptOpinion opinion;
  opinion.id = row.Count(0);
  opinion.topic = row.Text(1);
  opinion.ballot = row.Array<16>(2);
  opinion.origin = row.Text(3);
  opinion.stance = row.Text(4);
  opinion.at_ms = row.Int(5);
  opinion.arrived_ms = row.Int(6);
  opinion.counted = row.Int(7) != 0;
  opinion.record = row.Id(8);
  if (!row.Null(9)) opinion.sealed = row.Blob(9);
  opinion.published = row.Text(10);
  return opinion;
}

}  // namespace

void TopicLedger::AddOpinion(const KeptOpinion& opinion) {
  Query(*database_,
        "INSERT INTO opinions (topic, ballot, origin, stance, at_ms, arrived_ms, counted, record,"
        " sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        std::string_view(opinion.topic), opinion.ballot, std::string_view(opinion.origin),
        std::string_view(opinion.stance), opinion.at_ms, opinion.arrived_ms,
        std::int64_t{opinion.counted}, opinion.record, opinion.sealed)
      .Run();
}

std::optional<std::string> TopicLedger::DeleteOpinion(const Uuid& record) {
  std::string topic;
  {
    Query query(*database_, "SELECT topic FROM opinions WHERE record = ?", record);
    if (!query.Next()) return std::nullopt;
    topic = query.Text(0);
  }
  Query(*database_, "DELETE FROM opinions WHERE record = ?", record).Run();
  return topic;
}

std::optional<std::int64_t> TopicLedger::NewestOf(std::string_view topic,
                                                  const studio::Ballot& ballot) const {
  Query query(*database_,
              "SELECT max(at_ms) FROM opinions WHERE topic = ? AND ballot = ? AND counted = 1",
              topic, ballot);
  if (!query.Next() || query.Null(0)) return std::nullopt;
  return query.Int(0);
}

std::vector<studio::TopicCount> TopicLedger::CountsOf(std::string_view topic) const {
  std::vector<studio::TopicCount> counts;
  for (const char* origin : {"screen", "phone", "member"}) counts.push_back({origin, 0, 0, 0});
  Query query(*database_,
              "SELECT origin, stance, count(*) FROM (SELECT"
              " first_value(origin) OVER (PARTITION BY ballot ORDER BY id) AS origin, stance,"
              " row_number() OVER (PARTITION BY ballot ORDER BY at_ms DESC, id DESC) AS place"
              " FROM opinions WHERE topic = ? AND counted = 1) AS said"
              " WHERE place = 1 GROUP BY origin, stance",
              topic);
  while (query.Next()) {
    for (studio::TopicCount& count : counts) {
      if (count.origin != query.Text(0)) continue;
      const auto stance = studio::StanceFrom(query.Text(1));
      int& number = stance == studio::Stance::kAgree    ? count.agree
                    : stance == studio::Stance::kDiffer ? count.differ
                                                        : count.suggest;
      number = static_cast<int>(query.Int(2));
    }
  }
  std::erase_if(counts, [](const studio::TopicCount& count) { return count.Sum() == 0; });
  return counts;
}

std::vector<std::string> TopicLedger::TopicsSpokenOn() const {
  std::vector<std::string> topics;
  Query query(*database_, "SELECT DISTINCT topic FROM opinions");
  while (query.Next()) topics.push_back(query.Text(0));
  return topics;
}

std::vector<KeptOpinion> TopicLedger::Opinions() const {
  std::vector<KeptOpinion> opinions;
  Query query(*database_, kOpinions);
  while (query.Next()) opinions.push_back(ReadOpinion(query));
  return opinions;
}

std::optional<KeptOpinion> TopicLedger::FindOpinion(std::uint64_t id) const {
  Query query(*database_, kOpinionOf, id);
  if (!query.Next()) return std::nullopt;
  return ReadOpinion(query);
}

void TopicLedger::NotePublished(std::uint64_t opinion, std::string_view text) {
  Query(*database_, "UPDATE opinions SET published = ? WHERE id = ?", text, opinion).Run();
}

std::size_t TopicLedger::FreshPhoneBallots(std::string_view topic, std::int64_t since_ms) const {
  Query query(*database_,
              "SELECT count(*) FROM opinions AS o WHERE topic = ? AND arrived_ms > ?"
              " AND sealed IS NOT NULL AND NOT EXISTS (SELECT 1 FROM opinions AS p"
              " WHERE p.topic = o.topic AND p.ballot = o.ballot AND p.id < o.id)",
              topic, since_ms);
  return query.Next() ? query.Count(0) : 0;
}

std::size_t TopicLedger::OpinionsOf(std::string_view topic, const studio::Ballot& ballot,
                                    std::int64_t since_ms) const {
  Query query(*database_,
              "SELECT count(*) FROM opinions WHERE topic = ? AND ballot = ? AND arrived_ms > ?",
              topic, ballot, since_ms);
  return query.Next() ? query.Count(0) : 0;
}

}  // namespace county

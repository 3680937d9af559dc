#include "test_cases.h"

#include "shared/bodies/request_body.h"
#include "shared/exchange/envelope.h"

namespace county {

FiledCase FileRequest(TestTerminal& terminal, const std::string& joins, const std::string& words) {
  const auto number = studio::ReceiptNumber::Random(terminal.number());
  const auto key = studio::BoxKeyPair::Generate();
  studio::RequestBody body;
  body.receipt = number.digits();
  body.reading_key = studio::ToBase64Url(key.Public().bytes);
  body.category = "lighting";
  body.category_name = "路灯照明";
  body.village = "yushugou";
  body.village_name = "榆树沟村";
  body.words = words;
  body.joins = joins;
  const TestRecord record = terminal.Make(studio::RecordKind::kRequest, ToJson(body));
  const auto ack = terminal.Send({terminal.Place(record)});
  REQUIRE(ack.answers[0].status == studio::RecordStatus::kStored);
  return {number, key, record};
}

std::string Move(TestCounty& county, const FiledCase& filed, const CaseMove& move) {
  Ledger ledger = county.Open();
  const auto moved = MoveCase(ledger, county.keys(), filed.Digits(), move, county.now_ms());
  return moved ? "" : moved.error().detail;
}

std::string Reply(TestCounty& county, const FiledCase& filed, const std::string& text,
                  studio::CaseOutcome outcome) {
  return Move(county, filed, {studio::CaseStep::kAnswered, {}, text, outcome});
}

std::optional<studio::CaseStatus> StatusOf(const TestCounty& county, const FiledCase& filed) {
  const auto body = county.Open().EntityBody("status", filed.Digits());
  if (!body) return std::nullopt;
  return studio::CaseStatusFromJson(*body).value();
}

studio::StatusWord Ask(TestCounty& county, const std::string& digits) {
  const auto envelope = county.office().Status(digits);
  REQUIRE_MESSAGE(envelope, (envelope ? "" : envelope.error().detail));
  const auto payload = studio::OpenEnvelope(studio::kStatusContext, *envelope,
                                            std::vector{county.keys().signing.Public()});
  REQUIRE(payload);
  return studio::StatusWordFromJson(*payload).value();
}

studio::CaseAnswer Opened(const FiledCase& filed, const std::optional<studio::CaseStatus>& status) {
  REQUIRE(status);
  const auto answer = studio::OpenAnswer(filed.number, status->sealed, filed.key);
  REQUIRE_MESSAGE(answer, (answer ? "" : answer.error().detail));
  return *answer;
}

studio::CaseAnswer Published(const TestCounty& county, const FiledCase& filed) {
  return Opened(filed, StatusOf(county, filed));
}

studio::RatingBody RatingOf(const FiledCase& filed, const studio::CaseAnswer& answer,
                            studio::Satisfaction satisfaction, bool send_back) {
  studio::RatingBody rating;
  rating.receipt = filed.Digits();
  rating.round = answer.round;
  rating.token = answer.token;
  rating.satisfaction = satisfaction;
  rating.send_back = send_back;
  if (satisfaction == studio::Satisfaction::kDissatisfied) rating.reasons = {"not_done"};
  return rating;
}

std::string Send(TestCounty& county, TestTerminal& terminal, const studio::RatingBody& rating) {
  const auto record = terminal.Make(studio::RecordKind::kRating, ToJson(rating));
  const auto ack = terminal.Send({terminal.Place(record)});
  CHECK(ack.answers[0].status == studio::RecordStatus::kStored);
  return OutcomeOf(county, record.header.id);
}

std::string OutcomeOf(const TestCounty& county, const studio::Uuid& record) {
  const auto line = county.Open().FindLine(record);
  return line ? line->outcome : "";
}

}  // namespace county

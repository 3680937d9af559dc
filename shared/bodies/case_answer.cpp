#include "shared/bodies/case_answer.h"

#include <algorithm>
#include <array>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/record/sealed_text.h"

namespace studio {
namespace {

constexpr SealedTextKind kAnswer = {"MSN1", kMaxAnswerBytes, "answer"};

constexpr std::array<std::pair<CaseStep, std::string_view>, 10> kSteps = {{
    {CaseStep::kReceived, "received"},
    {CaseStep::kReferred, "referred"},
    {CaseStep::kAnswered, "answered"},
    {CaseStep::kReturned, "returned"},
    {CaseStep::kRated, "rated"},
    {CaseStep::kPosted, "posted"},
    {CaseStep::kClaimed, "claimed"},
    {CaseStep::kGranted, "granted"},
    {CaseStep::kConfirmed, "confirmed"},
    {CaseStep::kReplied, "replied"},
}};

constexpr std::array<std::pair<CaseOutcome, std::string_view>, 6> kOutcomes = {{
    {CaseOutcome::kNone, ""},
    {CaseOutcome::kSolved, "solved"},
    {CaseOutcome::kSolving, "solving"},
    {CaseOutcome::kPlanned, "planned"},
    {CaseOutcome::kNotNow, "not_now"},
    {CaseOutcome::kNoted, "noted"},
}};

template <class T, std::size_t N>
std::string_view NameIn(const std::array<std::pair<T, std::string_view>, N>& names, T value) {
  for (const auto& [known, name] : names) {
    if (known == value) return name;
  }
  return {};
}

template <class T, std::size_t N>
std::optional<T> ValueIn(const std::array<std::pair<T, std::string_view>, N>& names,
                         std::string_view name) {
  for (const auto& [value, known] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

nlohmann::json JsonOf(const MemberSaid& said) {
  return {{"record", said.record.ToString()},
          {"way", NameOf(said.way)},
          {"member", said.member},
          {"due", said.due},
          {"call_back", said.call_back}};
}

// nullopt: a way that a newer program knows.
std::optional<MemberSaid> SaidFrom(JsonFields in) {
  MemberSaid said;
  std::string way;
  in.Need("record", said.record);
  in.Need("way", way);
  in.May("member", said.member);
  in.May("due", said.due);
  in.May("call_back", said.call_back);
  const auto known = ReplyWayFrom(way);
  if (!known) return std::nullopt;
  said.way = *known;
  return said;
}

std::string TextOf(const CaseAnswer& answer) {
  nlohmann::json course = nlohmann::json::array();
  for (const CaseEvent& event : answer.course) {
    nlohmann::json step = {{"step", NameOf(event.step)},
                           {"at_ms", event.at_ms},
                           {"unit", event.unit},
                           {"text", event.text}};
    if (event.said) step["said"] = JsonOf(*event.said);
    course.push_back(std::move(step));
  }
  return JsonText({{"wish", answer.wish},
                   {"category", answer.category},
                   {"unit", answer.unit},
                   {"reply", answer.reply},
                   {"outcome", NameOf(answer.outcome)},
                   {"course", course},
                   {"round", answer.round},
                   {"may_return", answer.may_return},
                   {"token", ToBase64Url(answer.token)}});
}

Result<CaseAnswer> AnswerFromText(std::string_view text) {
  JsonFields in(text);
  CaseAnswer answer;
  in.May("wish", answer.wish);
  in.May("category", answer.category);
  in.May("unit", answer.unit);
  in.May("reply", answer.reply);
  std::string outcome;
  in.May("outcome", outcome);
  answer.outcome = CaseOutcomeFrom(outcome).value_or(CaseOutcome::kNone);
  if (in.Has("course")) {
    for (JsonFields& item : in.Objects("course")) {
      std::string step;
      CaseEvent event;
      item.Need("step", step);
      item.Need("at_ms", event.at_ms);
      item.May("unit", event.unit);
      item.May("text", event.text);
      const auto known = CaseStepFrom(step);
      if (!known) continue;
      event.step = *known;
      if (event.step == CaseStep::kReplied) {
        event.said = SaidFrom(item.Object("said"));
        if (!event.said) continue;
      }
      answer.course.push_back(std::move(event));
    }
  }
  in.May("round", answer.round);
  in.May("may_return", answer.may_return);
  in.May("token", answer.token);
  return in.Finish("answer", std::move(answer));
}

}  // namespace

std::string_view NameOf(CaseStep step) { return NameIn(kSteps, step); }
std::optional<CaseStep> CaseStepFrom(std::string_view name) { return ValueIn(kSteps, name); }
std::string_view NameOf(CaseOutcome outcome) { return NameIn(kOutcomes, outcome); }
std::optional<CaseOutcome> CaseOutcomeFrom(std::string_view name) {
  return ValueIn(kOutcomes, name);
}

const CaseEvent* NewestStep(const CaseAnswer& answer) {
  const auto newest =
      std::find_if(answer.course.rbegin(), answer.course.rend(),
                   [](const CaseEvent& event) { return event.step != CaseStep::kReplied; });
  return newest == answer.course.rend() ? nullptr : &*newest;
}

CaseEvent StepOf(const Uuid& record, const MemberReplyBody& body) {
  return {CaseStep::kReplied,
          body.at_ms,
          {},
          body.words,
          MemberSaid{record, body.way, body.member_name, body.due, body.call_back}};
}

void AddReply(CaseAnswer& answer, const CaseEvent& reply) {
  const auto same = [&](const CaseEvent& event) {
    return event.said && event.said->record == reply.said->record;
  };
  std::vector<CaseEvent>& course = answer.course;
  if (std::any_of(course.begin(), course.end(), same)) return;
  auto at = course.end();
  // What was received comes first, whenever that was.
  while (at != course.begin() && std::prev(at)->at_ms > reply.at_ms &&
         std::prev(at)->step != CaseStep::kReceived)
    --at;
  course.insert(at, reply);
}

Result<Bytes> SealAnswer(const ReceiptNumber& number, const CaseAnswer& answer,
                         const BoxPublicKey& reading_key) {
  return SealText(kAnswer, number.digits(), TextOf(answer), reading_key);
}

Result<CaseAnswer> OpenAnswer(const ReceiptNumber& number, ByteView sealed,
                              const BoxKeyPair& reading_key) {
  const auto text = OpenText(kAnswer, number.digits(), sealed, reading_key);
  if (!text) return tl::unexpected(text.error());
  return AnswerFromText(*text);
}

std::string ToJson(const CaseStatus& status) {
  return JsonText({{"step", NameOf(status.step)},
                   {"at_ms", status.at_ms},
                   {"sealed", ToBase64Url(status.sealed)}});
}

Result<CaseStatus> CaseStatusFromJson(std::string_view json) {
  JsonFields in(json);
  CaseStatus status;
  std::string step, sealed;
  in.Need("step", step);
  in.Need("at_ms", status.at_ms);
  in.Need("sealed", sealed);
  // A step of a newer county's: the course inside tells as much as is known here.
  status.step = CaseStepFrom(step).value_or(CaseStep::kReceived);
  if (auto bytes = FromBase64Url(sealed); bytes && bytes->size() <= kMaxAnswerBytes) {
    status.sealed = std::move(*bytes);
  } else {
    in.Refuse("sealed");
  }
  return in.Finish("status", std::move(status));
}

std::string ToJson(const StatusWord& word) {
  nlohmann::json json = {{"number", word.number}, {"county_time_ms", word.county_time_ms}};
  if (word.status) json["status"] = nlohmann::json::parse(ToJson(*word.status));
  return JsonText(json);
}

Result<StatusWord> StatusWordFromJson(std::string_view json) {
  JsonFields in(json);
  StatusWord word;
  in.Need("number", word.number);
  in.Need("county_time_ms", word.county_time_ms);
  if (in.Has("status")) {
    auto status = CaseStatusFromJson(in.ObjectText("status"));
    if (!status) return tl::unexpected(status.error());
    word.status = std::move(*status);
  }
  return in.Finish("status word", std::move(word));
}

}  // namespace studio

#include <spdlog/spdlog.h>

#include "server/books/topic_book.h"
#include "server/keys/county_calendar.h"
#include "server/office/office.h"
#include "shared/base/json.h"
#include "shared/base/time_units.h"
#include "shared/bodies/readers.h"
#include "shared/feed/entities.h"
#include "shared/record/sealing.h"

namespace county {

namespace {

std::string NameOfMember(const Ledger& ledger, const studio::Topic& topic) {
  const auto body = ledger.EntityBody("member", topic.leading);
  if (!body) return topic.leading_name;
  const auto member = studio::MemberFromJson(*body, topic.leading);
  return member ? member->name : topic.leading_name;
}

std::vector<std::string> StepsOf(const Ledger& ledger, const studio::County& county) {
  const auto body = ledger.EntityBody("mechanism", county.mechanism);
  if (!body) return {};
  const auto mechanism = studio::MechanismFromJson(*body, county.mechanism);
  return mechanism ? mechanism->topic_steps : std::vector<std::string>();
}

}  // namespace

std::optional<TopicView> Office::ViewTopic(const std::string& id,
                                           const std::optional<studio::Ballot>& ballot) {
  TopicView view;
  view.today = studio::ToText(DateAt(clock_()));
  const std::lock_guard lock(mutex_);
  TellCounts();
  const auto body = ledger_.EntityBody("topic", id);
  if (!body) return std::nullopt;
  auto topic = studio::TopicFromJson(*body, id);
  if (!topic) return std::nullopt;
  view.topic = std::move(*topic);
  view.leading = NameOfMember(ledger_, view.topic);
  if (const auto county =
          studio::CountyFromJson(ledger_.EntityBody("county", "county").value_or("{}"))) {
    view.county = county->name;
    view.steps = StepsOf(ledger_, *county);
  }
  view.heard = ballot && ledger_.NewestOf(id, *ballot);
  return view;
}

// Who reads goes on where nothing can be written: then it is told later.
void Office::TellCounts() {
  const std::int64_t now_ms = clock_();
  for (const std::string& topic : pace_.TellNow(now_ms)) {
    try {
      ledger_.Atomically([&] { TopicBook(ledger_, now_ms).Recount(topic); });
    } catch (const std::exception& error) {
      spdlog::warn("the counts of {} are not told: {}", topic, error.what());
      pace_.Counted(topic);
    }
  }
}

PhoneVoice Office::TakePhoneOpinion(studio::OpinionBody opinion, const PhoneNetworks& from) {
  opinion.at_ms = clock_();
  const auto view = ViewTopic(opinion.topic, std::nullopt);
  if (!view) return PhoneVoice::kNoTopic;
  if (!view->Open() && !view->Over()) return PhoneVoice::kNotOpen;
  opinion.late = view->Over();
  const Uuid id = Uuid::V7(opinion.at_ms);
  const auto sealed =
      studio::Seal({id, studio::RecordKind::kOpinion, 0}, studio::AsBytes(ToJson(opinion)),
                   KeysFor(studio::ReadershipOf({studio::RecordKind::kOpinion}),
                           {KeysNow().sealing.Public(), {}}));
  if (!sealed) throw std::runtime_error("an opinion cannot be sealed: " + sealed.error().detail);

  PhoneVoice voice = PhoneVoice::kCounted;
  const std::lock_guard lock(mutex_);
  ledger_.Atomically([&] {
    if (ledger_.OpinionsOf(opinion.topic, opinion.ballot, opinion.at_ms - studio::kDayMs) >=
        kOpinionsOfABallotADay) {
      voice = PhoneVoice::kTooOften;
      return;
    }
    const bool fresh = ledger_.OpinionsOf(opinion.topic, opinion.ballot, 0) == 0;
    if (fresh && (!pace_.Takes(opinion.topic, from, opinion.at_ms) ||
                  ledger_.FreshPhoneBallots(opinion.topic, opinion.at_ms - studio::kMinuteMs) >=
                      kFreshBallotsAMinute)) {
      voice = PhoneVoice::kCrowded;
      return;
    }
    TopicBook book(ledger_, opinion.at_ms);
    const std::string outcome = book.Take(id, opinion, *sealed);
    if (fresh) pace_.Took(opinion.topic, from, opinion.at_ms);
    if (outcome != "counted") voice = opinion.late ? PhoneVoice::kLate : PhoneVoice::kChanged;
  });
  pace_.Counted(opinion.topic);
  TellCounts();
  return voice;
}

}  // namespace county

// What became of a number that is not known here, asked of the county while somebody waits.
#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

#include "link_rig.h"
#include "shared/exchange/enrolment.h"
#include "shared/exchange/envelope.h"

using namespace studio;
using namespace studio::test;
using std::chrono::seconds;

namespace {

const ReceiptNumber kNumber = ReceiptNumber::Make(120, 48215);

bool IsQuestion(const Received& request) { return request.path.starts_with("/v1/statuses/"); }

StatusWord SomeWord() {
  StatusWord word;
  word.number = kNumber.digits();
  word.county_time_ms = 1'795'000'000'000;
  word.status.emplace();
  word.status->step = CaseStep::kAnswered;
  word.status->sealed = Bytes(700, 3);
  return word;
}

// Questions are answered by the script, everything else as a county should.
void Answer(ScriptedCounty& county, std::function<Reply()> reply) {
  county.SetScript([reply = std::move(reply)](const Received& request) -> std::optional<Reply> {
    if (!IsQuestion(request)) return std::nullopt;
    return reply();
  });
}

}  // namespace

TEST_CASE("the county's word on a number comes back as it was signed") {
  LinkRig rig;
  Answer(rig.county, [&] { return rig.county.Sealed(kStatusContext, ToJson(SomeWord())); });
  rig.Open();
  REQUIRE(rig.WaitFor(LinkCondition::kConnected));
  const auto word = rig.Ask(kNumber);
  REQUIRE(word);
  REQUIRE(*word);
  CHECK((*word)->number == kNumber.digits());
  CHECK((*word)->county_time_ms == 1'795'000'000'000);
  REQUIRE((*word)->status);
  CHECK((*word)->status->sealed == Bytes(700, 3));
}

TEST_CASE("the question is signed, and a number that the county does not know is an answer") {
  LinkRig rig;
  rig.Open();
  REQUIRE(rig.WaitFor(LinkCondition::kConnected));
  const auto word = rig.Ask(kNumber);  // the county looks at the signature
  REQUIRE(word);
  REQUIRE(*word);
  CHECK_FALSE((*word)->status);
  int questions = 0;
  for (const Received& request : rig.county.Requests()) {
    if (!IsQuestion(request)) continue;
    ++questions;
    CHECK(request.method == "GET");
    CHECK(request.path == "/v1/statuses/" + kNumber.digits());
    CHECK(request.body.empty());
  }
  CHECK(questions == 1);
}

TEST_CASE("what is not the county's word on that number is no answer, and no trouble of the line") {
  LinkRig rig;
  const SigningKey stranger = SigningKey::Generate();
  StatusWord other = SomeWord();
  other.number = ReceiptNumber::Make(120, 1).digits();
  const std::vector<std::function<Reply()>> replies = {
      [] {
        return Reply{200, "<html>欢迎使用</html>", ""};
      },
      [] {
        return Reply{302, "", ""};
      },
      [] {
        return Reply{403, ErrorJson("revoked", ""), ""};
      },
      [] {
        return Reply{404, ErrorJson("not_found", ""), ""};
      },
      [] {
        return Reply{503, "", "5"};
      },
      [] {
        Reply broken;
        broken.broken = true;
        return broken;
      },
      [&] {
        const Bytes sealed = SealEnvelope(kStatusContext, ToJson(SomeWord()), stranger);
        return Reply{200, std::string(AsText(sealed)), ""};
      },
      [&] { return rig.county.Sealed(kStatusContext, ToJson(other)); },
      [&] { return rig.county.Sealed(kFeedContext, ToJson(SomeWord())); },
      [&] { return rig.county.Sealed(kStatusContext, "{}"); },
  };
  rig.Open();
  REQUIRE(rig.WaitFor(LinkCondition::kConnected));
  for (std::size_t i = 0; i < replies.size(); ++i) {
    CAPTURE(i);
    Answer(rig.county, replies[i]);
    const auto word = rig.Ask(kNumber);
    REQUIRE(word);
    REQUIRE_FALSE(*word);
    CHECK(word->error().kind == ErrorKind::kUnavailable);
  }
  for (const LinkState& state : rig.Told()) CHECK(state.condition == LinkCondition::kConnected);
}

TEST_CASE("with no line the answer is that there is none") {
  LinkRig rig;
  rig.county.Stop();
  rig.Open();
  REQUIRE(rig.WaitFor(LinkCondition::kOffline));
  const auto word = rig.Ask(kNumber);
  REQUIRE(word);
  REQUIRE_FALSE(*word);
  CHECK(word->error().kind == ErrorKind::kUnavailable);
}

TEST_CASE("nobody waits longer than ten seconds, and the link stops at once meanwhile") {
  LinkRig rig;
  std::mutex mutex;
  std::condition_variable changed;
  bool over = false;
  int asked = 0;
  Answer(rig.county, [&] {
    std::unique_lock lock(mutex);
    ++asked;
    changed.notify_all();
    changed.wait_for(lock, seconds(60), [&] { return over; });
    return Reply{204, "", ""};
  });
  rig.Open();
  REQUIRE(rig.WaitFor(LinkCondition::kConnected));
  const auto began = std::chrono::steady_clock::now();
  const auto word = rig.Ask(kNumber);
  const auto took = std::chrono::steady_clock::now() - began;
  REQUIRE(word);
  CHECK_FALSE(*word);
  CHECK(took > seconds(8));
  CHECK(took < seconds(15));

  std::atomic<bool> answered = false;
  rig.link->AskStatus(kNumber, [&](const Result<StatusWord>&) { answered = true; });
  {
    std::unique_lock lock(mutex);
    REQUIRE(changed.wait_for(lock, seconds(20), [&] { return asked == 2; }));
  }
  const auto stopping = std::chrono::steady_clock::now();
  rig.Close();
  CHECK(std::chrono::steady_clock::now() - stopping < seconds(5));
  rig.main_queue.RunAll();
  CHECK_FALSE(answered);
  const std::lock_guard lock(mutex);
  over = true;
  changed.notify_all();
}

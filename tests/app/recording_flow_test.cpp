#include "app/manage/recording_flow.h"

#include <doctest/doctest.h>

#include "../ui/fake_ways.h"
#include "fakes/fake_sentence_recordings.h"

using namespace studio;

namespace {

struct Desk {
  FakeSentenceRecordings recordings;
  FakeVoice voice;
  FakeSpeaker speaker;
  RecordingFlow Flow(std::vector<std::string> own) {
    return {recordings, &voice, &speaker, std::move(own), [](const std::string& text) {
              return text == "请找{county}" ? std::string("请找演示市政协") : text;
            }};
  }
};

std::vector<std::string> Texts(const RecordingFlow& flow, SentencesShown shown) {
  std::vector<std::string> out;
  for (const SentenceRow* row : flow.Rows(shown)) out.push_back(row->text);
  return out;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "what there is to record is what pages say here: filled in, once, and nothing left open") {
  Desk desk;
  desk.recordings.known.fixed = {"我要反映", "请找{county}", "还剩 {n} 天", "查进度", "我要反映"};
  desk.recordings.known.recorded = {"查进度", "从前的一句"};
  const RecordingFlow flow = desk.Flow({"示例村", "查进度", ""});
  CHECK(flow.there());
  CHECK(Texts(flow, SentencesShown::kMissing) == Sentences{"我要反映", "请找演示市政协", "示例村"});
  CHECK(Texts(flow, SentencesShown::kRecorded) == Sentences{"查进度"});
  CHECK(Texts(flow, SentencesShown::kUnlisted) == Sentences{"从前的一句"});
}

TEST_CASE("one sentence after the other is recorded, heard, kept, skipped and dropped") {
  Desk desk;
  desk.recordings.known.fixed = {"甲", "乙", "丙"};
  desk.recordings.known.recorded = {"乙"};
  RecordingFlow flow = desk.Flow({});
  flow.Open("甲");
  REQUIRE(flow.current() != nullptr);
  flow.Keep();  // nothing has been said
  CHECK(desk.recordings.kept.empty());
  flow.note().Start();
  flow.note().Stop();
  flow.Keep();
  REQUIRE(desk.recordings.kept.size() == 1);
  CHECK(desk.recordings.kept[0].first == "甲");
  // The next that has none; what was said is not carried along.
  REQUIRE(flow.current() != nullptr);
  CHECK(flow.current()->text == "丙");
  CHECK_FALSE(flow.note().recorded());
  flow.Skip();
  CHECK(flow.current()->text == "丙");  // the only one
  flow.Open("乙");
  flow.Listen();
  CHECK(desk.speaker.said == Sentences{"乙"});
  flow.Drop();
  CHECK_FALSE(flow.current()->recorded);
  flow.Close();
  CHECK(flow.current() == nullptr);
  CHECK(Texts(flow, SentencesShown::kMissing) == Sentences{"乙", "丙"});
}

TEST_CASE("a recording that cannot be kept is still there to be kept") {
  Desk desk;
  desk.recordings.known.fixed = {"甲"};
  RecordingFlow flow = desk.Flow({});
  flow.Open("甲");
  flow.note().Start();
  flow.note().Stop();
  desk.recordings.fails = ErrorKind::kStorage;
  flow.Keep();
  CHECK(flow.failed());
  CHECK(flow.note().recorded());
  desk.recordings.fails.reset();
  flow.Keep();
  CHECK_FALSE(flow.failed());
  CHECK(flow.current() == nullptr);  // all have one
}

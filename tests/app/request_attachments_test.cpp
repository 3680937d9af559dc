// What a member hears and sees of a request at the desk.
#include "app/desk/request_attachments.h"

#include <doctest/doctest.h>

#include "../ui/fake_ways.h"

using namespace studio;

namespace {

struct WithRequest {
  WithRequest() {
    ways.voice = &recorder;
    ways.photos = &kept;
    AttachmentRef voice, photo;
    voice.type = "audio/ogg";
    voice.length_ms = 21'000;
    photo.type = "image/jpeg";
    body.attachments = {voice, photo, photo};
  }
  FakeVoice recorder;
  FakeKeptPhotos kept;
  WaysOfSaying ways;
  RequestBody body;
};

}  // namespace

TEST_CASE("a request's message is heard and its photos are opened once, in their order") {
  WithRequest at;
  RequestAttachments things(at.ways);
  CHECK_FALSE(things.has_voice());
  things.Show(at.body);
  things.Show(at.body);
  CHECK(at.kept.opened.size() == 2);
  REQUIRE(things.photos().size() == 2);
  CHECK(things.photos()[1].picture != nullptr);
  CHECK(things.GonePhotos() == 0);
  REQUIRE(things.has_voice());
  CHECK(things.voice().length_ms() == 21'000);
  things.voice().Listen();
  CHECK(things.voice().step() == VoiceStep::kPlaying);
  CHECK(things.voice().elapsed_ms() == 7'000);
  things.voice().Stop();
  CHECK(things.voice().step() == VoiceStep::kRecorded);
  CHECK_FALSE(things.voice().problem());
  CHECK(at.recorder.played == std::vector{at.body.attachments[0]});
}

TEST_CASE("what lies here no more is said to be gone, and the rest is there") {
  WithRequest at;
  at.kept.good = 1;
  at.recorder.not_played = MediaTrouble::kLost;
  RequestAttachments things(at.ways);
  things.Show(at.body);
  CHECK(things.photos()[0].picture != nullptr);
  CHECK(things.photos()[1].gone);
  CHECK(things.GonePhotos() == 1);
  CHECK_FALSE(things.voice_gone());
  things.voice().Listen();
  CHECK(things.voice_gone());
  CHECK(things.voice().step() == VoiceStep::kRecorded);
}

TEST_CASE("without a loudspeaker, or any way to play, that is said and nothing is gone") {
  WithRequest at;
  SUBCASE("no loudspeaker") { at.recorder.not_played = MediaTrouble::kAbsent; }
  SUBCASE("no recorder at all") { at.ways.voice = nullptr; }
  RequestAttachments things(at.ways);
  things.Show(at.body);
  things.voice().Listen();
  CHECK(things.voice().problem() == VoiceProblem::kNotPlayed);
  CHECK_FALSE(things.voice_gone());
}

TEST_CASE("sound and pictures end with the page, and what comes late reaches nobody") {
  WithRequest at;
  at.kept.holds = true;
  {
    RequestAttachments things(at.ways);
    things.Show(at.body);
    things.voice().Listen();
    CHECK(at.recorder.playing.on_played);
  }
  CHECK_FALSE(at.recorder.playing.on_played);
  REQUIRE(at.kept.waiting.size() == 2);
  at.kept.waiting[0](FakeCamera::Seen());
}

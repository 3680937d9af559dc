#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "app/saying/voice_note.h"
#include "media/gst_objects.h"
#include "media/voice_pipeline.h"
#include "media_rig.h"

using namespace studio;

namespace {

// A recorder and what it told.
struct Heard {
  Heard(MediaRig& with, const char* source)
      : rig(with), voice(*ParseMicrophoneSource(source), with.queue, with.files) {}

  VoiceRecorder::Listener Listener() {
    VoiceRecorder::Listener listener;
    listener.on_level = [this](float now, std::int64_t elapsed_ms) {
      loudest = std::max(loudest, now);
      elapsed = elapsed_ms;
      ++levels;
    };
    listener.on_recorded = [this](AttachmentPtr what, std::optional<MediaTrouble> why) {
      recorded = std::move(what);
      trouble = why;
      ++answers;
    };
    listener.on_playing = [this](std::int64_t elapsed_ms) { position = elapsed_ms; };
    listener.on_played = [this](std::optional<MediaTrouble> why) {
      ++played;
      not_played = why;
    };
    return listener;
  }
  void Record() { voice.Record(Listener()); }
  bool Answered() {
    return rig.WaitUntil([this] { return answers > 0; });
  }
  bool Played() {
    return rig.WaitUntil([this] { return played > 0; });
  }

  MediaRig& rig;
  float loudest = 0;
  std::int64_t elapsed = 0, position = 0;
  int levels = 0, answers = 0, played = 0;
  AttachmentPtr recorded;
  std::optional<MediaTrouble> trouble, not_played;
  VoicePipeline voice;
};

// Samples in an Ogg stream at 48 kHz, by the position of its last page (RFC 3533, RFC 7845).
std::int64_t OpusSamples(ByteView ogg) {
  std::int64_t last = 0;
  for (std::size_t at = 0; at + 27 <= ogg.size(); ++at) {
    if (AsText(ogg.subspan(at, 4)) != "OggS") continue;
    std::int64_t position = 0;
    for (int i = 7; i >= 0; --i)
      position = position << 8 | ogg[at + 6 + static_cast<std::size_t>(i)];
    last = std::max(last, position);
  }
  return last;
}

}  // namespace

TEST_CASE("two minutes of speech become an encrypted file that opens as Ogg Opus of that length") {
  MediaRig rig;
  Heard heard(rig, "test:120");
  CHECK(heard.voice.Present());
  heard.Record();
  REQUIRE(heard.Answered());
  CHECK_FALSE(heard.trouble);
  REQUIRE(heard.recorded);
  const AttachmentRef& ref = heard.recorded->ref();
  CHECK(ref.type == "audio/ogg");
  CHECK(ref.length_ms >= 119'900);
  CHECK(ref.length_ms <= 120'000);
  const auto ogg = rig.files.Read(ref);
  REQUIRE(ogg);
  CHECK(AsText(ByteView(*ogg).subspan(0, 4)) == "OggS");
  CHECK(AsText(ByteView(*ogg).subspan(28, 8)) == "OpusHead");
  CHECK((*ogg)[28 + 9] == 1);  // one channel
  const double seconds = static_cast<double>(OpusSamples(*ogg)) / 48'000;
  CHECK(seconds == doctest::Approx(120).epsilon(0.005));
  CHECK(ogg->size() < 600'000);
  MESSAGE("two minutes are " << ogg->size() << " bytes");

  const Bytes file = rig.files.OnDisk(ref);
  for (const std::string_view word : {"OggS", "OpusHead", "OpusTags"})
    CHECK(std::search(file.begin(), file.end(), word.begin(), word.end()) == file.end());
}

TEST_CASE("while somebody speaks the level moves and time passes, until they say stop") {
  MediaRig rig;
  Heard heard(rig, "test");
  heard.Record();
  REQUIRE(rig.WaitUntil([&] { return heard.elapsed >= 1200; }));
  CHECK(heard.levels >= 5);
  CHECK(heard.loudest > 0.2f);
  CHECK(heard.loudest <= 1.f);
  heard.voice.Stop();
  REQUIRE(heard.Answered());
  CHECK_FALSE(heard.trouble);
  REQUIRE(heard.recorded);
  CHECK(heard.recorded->ref().length_ms >= 1200);
  const auto ogg = rig.files.Read(heard.recorded->ref());
  REQUIRE(ogg);
  const std::int64_t ms = OpusSamples(*ogg) / 48;
  CHECK(ms >= heard.recorded->ref().length_ms);
  CHECK(ms <= heard.recorded->ref().length_ms + 200);
}

TEST_CASE("a message ends by itself after three minutes") {
  MediaRig rig;
  Heard heard(rig, "test:400");
  heard.Record();
  REQUIRE(heard.Answered());
  REQUIRE(heard.recorded);
  CHECK(heard.recorded->ref().length_ms == kVoiceLimitMs);
  const auto ogg = rig.files.Read(heard.recorded->ref());
  REQUIRE(ogg);
  CHECK(OpusSamples(*ogg) / 48'000 <= 181);
}

TEST_CASE("less than a second is not kept") {
  MediaRig rig;
  Heard heard(rig, "test");
  heard.Record();
  REQUIRE(rig.WaitUntil([&] { return heard.levels > 0; }));
  heard.voice.Stop();
  REQUIRE(heard.Answered());
  CHECK_FALSE(heard.recorded);
  CHECK_FALSE(heard.trouble);
  CHECK(rig.files.FileCount() == 0);
}

TEST_CASE("a microphone pulled out keeps what was said before, and says so") {
  MediaRig rig;
  Heard heard(rig, "lost:5");
  heard.Record();
  REQUIRE(heard.Answered());
  CHECK(heard.trouble == MediaTrouble::kLost);
  REQUIRE(heard.recorded);
  CHECK(heard.recorded->ref().length_ms >= 4500);
  CHECK(heard.recorded->ref().length_ms <= 5100);
  CHECK(OpusSamples(*rig.files.Read(heard.recorded->ref())) / 48 >= 4500);
}

TEST_CASE("what was said is whole though the disk stands still for seconds after the last word") {
  MediaRig rig;
  Heard heard(rig, "test");
  const FakeAttachmentFiles::MovesAgain moves_again{rig.files};
  heard.Record();
  REQUIRE(rig.WaitUntil([&] { return heard.elapsed >= 1200; }));
  rig.files.StandStill(true);
  REQUIRE(rig.WaitUntil([&] { return heard.elapsed >= 2400; }));
  heard.voice.Stop();
  CHECK_FALSE(rig.WaitUntil([&] { return heard.answers > 0; }, std::chrono::seconds(7)));
  rig.files.StandStill(false);
  REQUIRE(heard.Answered());
  CHECK_FALSE(heard.trouble);
  REQUIRE(heard.recorded);
  CHECK(heard.recorded->ref().length_ms >= 2400);
  CHECK(OpusSamples(*rig.files.Read(heard.recorded->ref())) / 48 >=
        heard.recorded->ref().length_ms);
}

TEST_CASE("without a microphone there is nothing to speak into") {
  MediaRig rig;
  Heard heard(rig, "none");
  CHECK_FALSE(heard.voice.Present());
  heard.Record();
  REQUIRE(heard.Answered());
  CHECK_FALSE(heard.recorded);
  CHECK(heard.trouble == MediaTrouble::kAbsent);
  CHECK(rig.files.FileCount() == 0);
}

TEST_CASE("a disk that takes no more of it is told as that, and leaves no file") {
  MediaRig rig;
  SUBCASE("from the start") { rig.files.refuse_begin = true; }
  SUBCASE("while it is written") { rig.files.adds_until_full = 20; }
  SUBCASE("at the end") { rig.files.refuse_keep = true; }
  Heard heard(rig, "test:30");
  heard.Record();
  REQUIRE(heard.Answered());
  CHECK_FALSE(heard.recorded);
  CHECK(heard.trouble == MediaTrouble::kCannotSave);
  CHECK(rig.files.FileCount() == 0);
}

TEST_CASE("what is forgotten is neither told nor kept") {
  MediaRig rig;
  {
    Heard heard(rig, "test");
    heard.Record();
    REQUIRE(rig.WaitUntil([&] { return heard.levels > 0; }));
    heard.voice.Forget();
    const int levels = heard.levels;
    rig.queue.RunAll();
    CHECK(heard.levels == levels);
    // A new one begins where the old one left nothing.
    heard.Record();
    REQUIRE(rig.WaitUntil([&] { return heard.levels > levels; }));
    CHECK(heard.answers == 0);
    CHECK(heard.elapsed < 1000);
  }
  rig.queue.RunAll();
  CHECK(rig.files.FileCount() == 0);
}

TEST_CASE("a message can be heard again to its end, or only its beginning") {
  MediaRig rig;
  Heard quick(rig, "test:120");
  quick.Record();
  REQUIRE(quick.Answered());
  quick.voice.Play(quick.recorded, quick.Listener());
  REQUIRE(quick.Played());
  CHECK(quick.position == quick.recorded->ref().length_ms);

  Heard live(rig, "test");
  live.voice.Play(quick.recorded, live.Listener());
  REQUIRE(rig.WaitUntil([&] { return live.position > 0; }));
  live.voice.Stop();
  REQUIRE(live.Played());
  CHECK(live.position < 60'000);
}

TEST_CASE("a message that cannot be read any more is over at once, unheard") {
  MediaRig rig;
  Heard heard(rig, "test:2");
  heard.Record();
  REQUIRE(heard.Answered());
  REQUIRE(heard.recorded);
  AttachmentRef altered = heard.recorded->ref();
  altered.key[0] ^= 1;
  heard.voice.Play(std::make_shared<const Attachment>(altered, nullptr), heard.Listener());
  REQUIRE(heard.Played());
  CHECK(heard.position == 0);
}

TEST_CASE("without a sound card listening ends unheard") {
  MediaRig rig;
  Heard quick(rig, "test:2");
  quick.Record();
  REQUIRE(quick.Answered());
  if (std::filesystem::exists("/dev/snd")) return;
  Heard heard(rig, "default");
  CHECK_FALSE(heard.voice.Present());
  heard.voice.Play(quick.recorded, heard.Listener());
  REQUIRE(heard.Played());
  CHECK(heard.position == 0);
  CHECK(heard.not_played == MediaTrouble::kAbsent);
  heard.Record();
  REQUIRE(heard.Answered());
  CHECK(heard.trouble == MediaTrouble::kAbsent);
  CHECK_FALSE(heard.recorded);
}

TEST_CASE("a message whose file is gone or damaged is said to be lost, and nothing sounds") {
  MediaRig rig;
  Heard heard(rig, "test:3");
  heard.Record();
  REQUIRE(heard.Answered());
  AttachmentRef ref = heard.recorded->ref();
  SUBCASE("gone") { ref.digest[0] ^= 1; }
  SUBCASE("does not open") { ref.key[0] ^= 1; }
  heard.voice.Play(std::make_shared<const Attachment>(ref, nullptr), heard.Listener());
  REQUIRE(heard.Played());
  CHECK(heard.position == 0);
  CHECK(heard.not_played == MediaTrouble::kLost);
}

TEST_CASE("a muted microphone sounds as nothing, a low voice as something") {
  for (const auto& [source, sounds] :
       {std::pair{"silent:3", false}, {"quiet:3", true}, {"test:3", true}}) {
    CAPTURE(source);
    MediaRig rig;
    Heard heard(rig, source);
    heard.Record();
    REQUIRE(heard.Answered());
    CHECK((heard.loudest > 0) == sounds);
    CHECK(heard.levels > 0);
  }
}

TEST_CASE("of a message without a sound it is said while recording, and nothing is kept") {
  for (const auto& [source, silent] :
       {std::pair{"silent", true}, {"quiet", false}, {"test", false}}) {
    CAPTURE(source);
    MediaRig rig;
    VoicePipeline voice(*ParseMicrophoneSource(source), rig.queue, rig.files);
    VoiceNote note(&voice, [](const AttachmentPtr&) {});
    note.Start();
    REQUIRE(rig.WaitUntil([&] { return note.elapsed_ms() >= VoiceNote::kSilentMs; }));
    CHECK(note.elapsed_ms() < 2000);
    CHECK(note.Silent() == silent);
    note.Stop();
    REQUIRE(rig.WaitUntil([&] { return !note.Busy(); }));
    CHECK((note.recorded() == nullptr) == silent);
    if (silent) CHECK(note.problem() == VoiceProblem::kSilent);
  }
}

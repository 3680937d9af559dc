// Pages read aloud, into files that are looked at.
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "media/speech_pipeline.h"
#include "media_rig.h"

using namespace studio;

namespace {

struct Reader {
  explicit Reader(MediaRig& with)
      : rig(with),
        shelf(with.folder.path() / "shelf"),
        speech({SpeechSink::Kind::kFolder, with.folder.path()}, shelf, with.queue) {}

  bool Said(const std::string& sentence) {
    ended.reset();
    speech.Say(sentence, [this](bool said) { ended = said; });
    rig.WaitUntil([this] { return ended.has_value(); });
    return ended == true;
  }
  // The loudest sample of a file of 16-bit samples, from its 44th byte on; 0: there is none.
  int Loudest(const char* name) const {
    std::ifstream in(rig.folder.path() / name, std::ios::binary);
    const std::string wav(std::istreambuf_iterator<char>(in), {});
    int loudest = 0;
    for (std::size_t at = 44; at + 1 < wav.size(); at += 2) {
      const auto sample = static_cast<std::int16_t>(static_cast<std::uint8_t>(wav[at]) |
                                                    static_cast<std::uint8_t>(wav[at + 1]) << 8);
      loudest = std::max(loudest, std::abs(int{sample}));
    }
    return loudest;
  }
  std::string Told() const {
    std::ifstream in(rig.folder.path() / "spoken.tsv");
    return {std::istreambuf_iterator<char>(in), {}};
  }

  MediaRig& rig;
  SentenceShelf shelf;
  SpeechPipeline speech;
  std::optional<bool> ended;
};

}  // namespace

TEST_CASE("a sentence is said by the synthesizer, and by who recorded it where somebody did") {
  MediaRig rig;
  Reader reader(rig);
  REQUIRE(reader.speech.Present());
  REQUIRE(reader.Said("您要说的是哪方面的事？"));
  CHECK(reader.Loudest("0001.wav") > 1000);
  const std::string tone = (rig.folder.path() / "tone.ogg").string();
  RunToEnd(
      "audiotestsrc num-buffers=20 volume=0.2 ! audioconvert ! audioresample ! opusenc ! oggmux "
      "! filesink location=" +
      tone);
  std::ifstream in(tone, std::ios::binary);
  const std::string ogg(std::istreambuf_iterator<char>(in), {});
  REQUIRE(reader.shelf.Put("上一步", AsBytes(ogg)));
  REQUIRE(reader.Said("上一步"));
  CHECK(reader.Loudest("0002.wav") > 1000);
  CHECK(reader.Told() == "1\tvoice\t您要说的是哪方面的事？\n2\trecording\t上一步\n");
}

TEST_CASE("what is hushed tells nothing, and the next sentence is said") {
  MediaRig rig;
  Reader reader(rig);
  bool told = false;
  reader.speech.Say("这一句还没有说完", [&](bool) { told = true; });
  reader.speech.Hush();
  CHECK(reader.Said("下一句"));
  CHECK_FALSE(told);
}

TEST_CASE("where there is nothing to hear it by nothing is read aloud") {
  MediaRig rig;
  const SentenceShelf shelf(rig.folder.path());
  const SpeechPipeline speech({}, shelf, rig.queue);
  CHECK_FALSE(speech.Present());
  for (const char* wrong : {"", "into:", "alsa", "none:1"}) {
    const auto sink = ParseSpeechSink(wrong);
    REQUIRE_FALSE(sink);
    CHECK(sink.error().kind == ErrorKind::kInvalid);
  }
  CHECK(ParseSpeechSink("into:/tmp/a b")->folder == "/tmp/a b");
}

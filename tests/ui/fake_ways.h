// Engines that know a few words, and answer when the test says so.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/saying/kept_photos.h"
#include "app/saying/ways_of_saying.h"

namespace studio {

class FakePhrases : public PhraseEngine {
 public:
  using Words = std::map<std::string, std::vector<std::string>>;  // of keys

  std::unique_ptr<PhraseSession> Begin(PhraseMode mode) override {
    if (!Has(mode) || !begins) return nullptr;
    ++alive;
    return std::make_unique<Session>(*this, mode);
  }
  bool Has(PhraseMode mode) const override {
    return mode == PhraseMode::kStroke ? has_stroke : has_pinyin;
  }
  void SetSpelling(Spelling) override {}
  void SetCountyWords(std::vector<CountyWord>) override {}

  bool has_pinyin = true, has_stroke = true;
  bool begins = true;
  static constexpr std::size_t kMostKeys = 64;
  int alive = 0;  // sessions
  Words pinyin = {
      {"cun", {"村", "存", "寸", "春", "纯", "唇", "蠢", "淳", "椿", "醇"}},
      {"kou", {"口", "扣", "寇", "叩"}},
      {"cunkou", {"村口"}},
      {"de", {"的", "得", "地"}},
      {"xin", {"𬱖", "新"}},
      {"ludeng",
       {"路灯坏了两个星期晚上出门看不清路", "路灯坏了", "路灯", "路", "露", "录", "鹿", "绿灯"}},
  };
  Words stroke = {{"hspn", {"村", "材", "杜"}}, {"h", {"一", "三", "二"}}};

 private:
  class Session : public PhraseSession {
   public:
    Session(FakePhrases& engine, PhraseMode mode) : engine_(engine), mode_(mode) {}
    ~Session() override { --engine_.alive; }
    bool Press(char key) override {
      const std::string_view allowed =
          mode_ == PhraseMode::kStroke ? "hspnz" : "abcdefghijklmnopqrstuvwxyz'";
      if (allowed.find(key) == allowed.npos || keys_.size() == kMostKeys) return false;
      keys_ += key;
      page_ = 0;
      return true;
    }
    void DeleteKey() override {
      if (!keys_.empty()) keys_.pop_back();
      page_ = 0;
    }
    void Clear() override { keys_.clear(); }
    void Page(int by) override { page_ += static_cast<std::size_t>(by); }
    std::string Choose(std::size_t index) override {
      const auto [used, words] = Match();
      const std::string chosen = words[page_ * kCandidatesPerPage + index];
      keys_.erase(0, used);
      page_ = 0;
      return chosen;
    }
    PhraseOffer Offer() const override {
      PhraseOffer offer;
      offer.typed = keys_;
      const auto words = Match().second;
      const std::size_t first = page_ * kCandidatesPerPage;
      for (std::size_t i = first; i < words.size() && i < first + kCandidatesPerPage; ++i) {
        offer.candidates.push_back(words[i]);
      }
      offer.earlier = page_ > 0;
      offer.more = words.size() > first + kCandidatesPerPage;
      return offer;
    }

   private:
    // The most keys that make a word, and the words.
    std::pair<std::size_t, std::vector<std::string>> Match() const {
      const Words& all = mode_ == PhraseMode::kStroke ? engine_.stroke : engine_.pinyin;
      for (std::size_t size = keys_.size(); size > 0; --size) {
        if (const auto it = all.find(keys_.substr(0, size)); it != all.end()) {
          return {size, it->second};
        }
      }
      return {0, {}};
    }

    FakePhrases& engine_;
    PhraseMode mode_;
    std::string keys_;
    std::size_t page_ = 0;
  };
};

class FakeInk : public InkRecogniser {
 public:
  bool Ready() const override { return ready; }
  void Recognise(Ink ink, Done done) override {
    asked.push_back(std::move(ink));
    waiting.push_back(std::move(done));
    if (at_once) Answer(waiting.size() - 1, words);
  }
  void Answer(std::size_t question, std::vector<std::string> with) {
    const Done done = waiting[question];
    done(std::move(with));
  }

  bool ready = true, at_once = true;
  std::vector<std::string> words = {"村", "材", "杖", "树", "杆", "枝", "松", "对"};
  std::vector<Ink> asked;
  std::vector<Done> waiting;
};

// Records as long as the test says, at once.
class FakeVoice : public VoiceRecorder {
 public:
  bool Present() const override { return present; }
  void Record(Listener listener) override {
    recording = std::move(listener);
    recording.on_level(0.7f, length_ms - 2000);
    if (breaks) Stop();
  }
  void Play(AttachmentPtr what, Listener listener) override {
    played.push_back(what->ref());
    if (not_played) return listener.on_played(not_played);
    listener.on_playing(what->ref().length_ms / 3);
    playing = std::move(listener);
  }
  void Stop() override {
    if (playing.on_played) return std::exchange(playing, {}).on_played(std::nullopt);
    if (!recording.on_recorded) return;
    if (length_ms < 1000) return std::exchange(recording, {}).on_recorded(nullptr, breaks);
    AttachmentRef ref;
    ref.type = "audio/ogg";
    ref.length_ms = length_ms;
    const Listener done = std::exchange(recording, {});
    done.on_recorded(std::make_shared<const Attachment>(ref, nullptr), breaks);
  }
  void Forget() override { recording = playing = {}; }

  bool present = true;
  std::int64_t length_ms = 65'000;
  std::optional<MediaTrouble> breaks;  // off, as soon as somebody speaks
  std::optional<MediaTrouble> not_played;
  std::vector<AttachmentRef> played;
  Listener recording, playing;  // now
};

// Has said what it is told at once, unless it holds.
class FakeSpeaker : public Speaker {
 public:
  bool Present() const override { return present; }
  void Say(std::string sentence, std::function<void(bool)> on_end) override {
    said.push_back(std::move(sentence));
    saying = std::move(on_end);
    if (!holds || said.size() < holds_at) End();
  }
  void Hush() override {
    ++hushed;
    saying = {};
  }
  void End(bool whole = true) { std::exchange(saying, {})(whole); }

  bool present = true, holds = false;
  std::size_t holds_at = 0;  // the sentence, from 1 on; 0: the first
  int hushed = 0;
  std::vector<std::string> said;
  std::function<void(bool)> saying;  // now
};

// Sees a slope from earth to sky.
class FakeCamera : public Camera {
 public:
  bool Present() const override { return present; }
  void Watch(Listener listener) override {
    watched = listener;
    if (trouble) return listener.on_trouble(trouble);
    if (opens) listener.on_frame(Seen());
    if (dark && listener.on_dark) listener.on_dark(true);
    if (!codes.empty() && listener.on_codes) listener.on_codes(codes);
  }
  void Unwatch() override { watched.reset(); }
  void TakePhoto(std::function<void(Result<Photo>)> done) override {
    if (fails) return done(Fail(*fails, "test"));
    AttachmentRef ref;
    ref.type = "image/jpeg";
    done(Photo{std::make_shared<const Attachment>(ref, nullptr), Seen()});
  }
  static PicturePtr Seen() {
    static const PicturePtr slope = [] {
      auto picture = std::make_shared<ColourPicture>();
      picture->width = 320;
      picture->height = 180;
      for (int y = 0; y < picture->height; ++y) {
        for (int x = 0; x < picture->width; ++x) {
          const bool earth = y * 4 > 400 - x;
          const auto light = static_cast<std::uint8_t>(120 + y / 2);
          for (const std::uint8_t value :
               {earth ? std::uint8_t{110} : light, earth ? std::uint8_t{90} : light,
                earth ? std::uint8_t{70} : std::uint8_t{220}, std::uint8_t{255}}) {
            picture->pixels.push_back(value);
          }
        }
      }
      return picture;
    }();
    return slope;
  }

  bool present = true, opens = true, dark = false;
  std::vector<std::string> codes;   // held before it
  std::optional<Listener> watched;  // now
  std::optional<MediaTrouble> trouble;
  std::optional<ErrorKind> fails;  // to take a photo
};

// Every photo is that slope, unless it is one that is gone.
class FakeKeptPhotos : public KeptPhotos {
 public:
  void Open(const AttachmentRef& ref, std::function<void(Result<PicturePtr>)> done) override {
    opened.push_back(ref);
    if (holds) return waiting.push_back(std::move(done));
    if (opened.size() > good) return done(Fail(ErrorKind::kNotFound, "test"));
    done(FakeCamera::Seen());
  }

  std::size_t good = SIZE_MAX;  // as many are there
  bool holds = false;
  std::vector<std::function<void(Result<PicturePtr>)>> waiting;
  std::vector<AttachmentRef> opened;
};

}  // namespace studio

#include "annex/annex.h"

#include <spdlog/spdlog.h>

#include "annex/county_exchange.h"
#include "annex/recorded_sentences.h"
#include "annex/roster_exchange.h"
#include "annex/year_exchange.h"
#include "app/manage/county_files.h"
#include "app/station/link_control.h"
#include "app/tables/roster_files.h"
#include "app/tracking/county_questions.h"
#include "input/ink/zinnia_recogniser.h"
#include "input/words/accents.h"
#include "input/words/input_data.h"
#include "input/words/keyboard_engine.h"
#include "media/camera_pipeline.h"
#include "media/speech_pipeline.h"
#include "media/voice_pipeline.h"
#include "platform/serial_thread.h"
#include "platform/system_clock.h"
#include "shared/files/beside_program.h"
#include "sync/link/county_link.h"

namespace studio {
namespace {

class OpenedAnnex : public Annex, private LinkControl {
 public:
  explicit OpenedAnnex(const AnnexParts& parts)
      : data_(parts.options.input_data.empty() ? DefaultInputData() : parts.options.input_data),
        camera_set_up_(parts.options.camera.kind != CameraSource::Kind::kNone),
        camera_turn_(parts.options.camera.turn),
        phrases_(KeyboardEngine::Open(data_)),
        ink_(kInkModel, data_, *parts.worker, *parts.main_queue),
        voice_(parts.options.microphone, *parts.main_queue, *parts.attachments),
        shelf_(parts.folder / "speech"),
        speech_(parts.options.speech, shelf_, *parts.main_queue),
        camera_(parts.options.camera, *parts.main_queue, *parts.attachments),
        tables_(parts.options.exchange, sticks_, *parts.main_queue),
        year_(parts.options.exchange, sticks_, *parts.main_queue),
        county_({parts.folder, parts.options.exchange, parts.identity, parts.store, &sticks_,
                 parts.main_queue}),
        recordings_({&shelf_, BesideProgram("sentences.txt", "/usr/share/studio-kiosk"),
                     parts.options.exchange, parts.attachments, parts.worker, &sticks_,
                     parts.main_queue}) {
    if (!phrases_->missing().empty()) spdlog::warn("keyboard: {}", phrases_->missing());
  }

  Result<bool> StartLink(AnnexParts parts) {
    CountyLinkParts link;
    link.identity = std::move(parts.identity);
    link.ca_file = parts.folder / "ca.pem";
    link.store = parts.store;
    link.clock = parts.clock;
    link.boot = BootId();
    link.main_queue = parts.main_queue;
    link.on_link = std::move(parts.on_link);
    link.options.proxy = parts.options.proxy;
    link.options.attachment_rate = std::uint64_t{parts.options.attachment_kbit_per_s} * 1000 / 8;
    if (const auto most = parts.options.longest_wait; most.count() > 0) {
      link.options.backoff = {most, most, most, most};
    }
    if (const auto silence = parts.options.silence_timeout; silence.count() > 0) {
      link.options.silence_timeout = silence;
    }
    auto started = CountyLink::Start(std::move(link));
    if (!started) return tl::unexpected(started.error());
    link_ = std::move(*started);
    return true;
  }

  WaysOfSaying Ways() override {
    WaysOfSaying ways{phrases_.get(), &ink_, &voice_,  &camera_,
                      &tables_,       this,  &county_, link_.get()};
    ways.year = &year_;
    ways.speaker = &speech_;
    ways.recordings = &recordings_;
    return ways;
  }

  void Learn(const Station& station) override {
    phrases_->SetSpelling(SpellingFromName(station.studio.spelling));
    std::vector<CountyWord> words;
    for (const Word& word : station.words) words.push_back({word.text, word.pinyin});
    phrases_->SetCountyWords(std::move(words));
  }

  void HoldUp(CameraSource source) override {
    source.turn = camera_turn_;
    camera_.SetSource(std::move(source));
  }
  void NoteMachine(MachineHealth machine) override {
    machine.camera = !camera_set_up_     ? CameraHealth::kNone
                     : camera_.Present() ? CameraHealth::kWorking
                                         : CameraHealth::kMissing;
    link_->NoteMachine(machine);
  }
  void WakeLink() override { link_->Wake(); }

 private:
  void TryNow() override { link_->TryNow(); }

  const std::filesystem::path data_;
  const bool camera_set_up_;
  const int camera_turn_;
  std::unique_ptr<KeyboardEngine> phrases_;
  ZinniaRecogniser ink_;
  VoicePipeline voice_;
  SentenceShelf shelf_;
  SpeechPipeline speech_;
  CameraPipeline camera_;
  // All that touches a USB stick or the exchange folder, and nothing else: a dying stick may keep
  // it for ever. What it works with outlives the annex.
  SerialThread sticks_{"sticks"};
  RosterExchange tables_;
  YearExchange year_;
  CountyExchange county_;
  RecordedSentences recordings_;
  std::unique_ptr<CountyLink> link_;
};

Result<std::unique_ptr<Annex>> Open(AnnexParts parts) {
  auto annex = std::make_unique<OpenedAnnex>(parts);
  if (auto started = annex->StartLink(std::move(parts)); !started) {
    return tl::unexpected(started.error());
  }
  return annex;
}

constexpr AnnexDoor kDoor{
    &Open,       &Enrol,           &ImportRoster, &ExportRosterOf, &ImportFeed,
    &CheckBadge, &PrintCandidates, &AssessStudio, &PrintSheets,    &ExamineBehindDoor};

}  // namespace
}  // namespace studio

extern "C" [[gnu::visibility("default")]] const studio::AnnexDoor* studio_annex() {
  return &studio::kDoor;
}

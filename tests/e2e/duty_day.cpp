#include "duty_day.h"

#include <doctest/doctest.h>
#include <gst/gst.h>

#include <ctime>
#include <fstream>

#include "../media/code_picture.h"
#include "media/gst_objects.h"
#include "shared/base/calendar_date.h"

namespace studio::e2e {
namespace {

constexpr std::int64_t kShanghaiS = 8 * 3600, kDayS = 24 * 3600;
// The newest notice: where it is listed, the feed has been read to its end.
const std::string kEnd = "名单到齐";

nlohmann::json Put(const std::string& kind, const std::string& id, nlohmann::json body) {
  return {{"kind", kind}, {"id", id}, {"body", std::move(body)}};
}

void RunToEnd(const std::string& description) {
  auto pipeline = MakePipeline(description);
  REQUIRE_MESSAGE(pipeline, pipeline.error().detail);
  gst_element_set_state(pipeline->get(), GST_STATE_PLAYING);
  GstBus* bus = gst_element_get_bus(pipeline->get());
  GstMessage* message = gst_bus_timed_pop_filtered(
      bus, 60 * GST_SECOND, static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR));
  const bool ended = message && GST_MESSAGE_TYPE(message) == GST_MESSAGE_EOS;
  if (message) gst_message_unref(message);
  gst_object_unref(bus);
  StopPipeline(pipeline->get());
  REQUIRE(ended);
}

}  // namespace

std::string Later(std::int64_t seconds) {
  return "advance " + std::to_string(seconds) + "\ntap-at 5 5\nwait-for 今日值班\n";
}

DutyDay::DutyDay() {
  const std::time_t there = std::time(nullptr) + kShanghaiS;
  const auto today =
      std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(there)));
  date_ = ToText(AddDays(today, 1));
  const std::string afternoon = "1/" + date_ + "/14:00";
  const nlohmann::json stand_in = {{"kind", "stand_in"},
                                   {"member", "m13"},
                                   {"other", "m05"},
                                   {"asked_by", "m13"},
                                   {"agreed_by", "m05"}};
  Tell(village, {Put("shift", shift(),
                     {{"studio", 1},
                      {"date", date_},
                      {"from", "08:30"},
                      {"to", "11:30"},
                      {"members", {"m01", "m09", "m17", "m13"}},
                      {"changes", {stand_in}}}),
                 {{"kind", "shift"}, {"id", afternoon}, {"deleted", true}}});
  village.StartCounty();
  terminal = village.Enrol();
  village.StopCounty();
  Tell(nlohmann::json::array());
}

std::string DutyDay::shift() const { return "1/" + date_ + "/08:30"; }

std::int64_t DutyDay::UnixSeconds(const std::string& hour_min) const {
  const auto day = std::chrono::sys_days(*ParseDate(date_)).time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(day).count() +
         (std::stoi(hour_min.substr(0, 2)) * 60 + std::stoi(hour_min.substr(3))) * 60 - kShanghaiS;
}

std::string DutyDay::AdvanceTo(const std::string& hour_min, int days_later) const {
  const std::int64_t to = UnixSeconds(hour_min) + days_later * kDayS;
  return Later(to - std::time(nullptr));
}

void DutyDay::Tell(Village& county, const nlohmann::json& changes) const {
  const auto file = county.scratch() / "changes.json";
  std::ofstream(file) << nlohmann::json{{"changes", changes}};
  const Finished told =
      Run("county-stub", {"publish", "--data", county.county().string(), file.string()});
  REQUIRE_MESSAGE(told.status == 0, told.err);
}

void DutyDay::Tell(const nlohmann::json& changes) {
  nlohmann::json all = changes;
  const std::string end = kEnd + std::to_string(++files_);
  all.push_back(Put("notice", "end", {{"title", end}, {"text", end}, {"date", date_}}));
  Tell(village, all);
  village.StartCounty();
  const Finished read = village.RunScript(terminal, "tap 公告\nwait-for " + end + " 60\n");
  village.StopCounty();
  REQUIRE_MESSAGE(read.status == 0, read.err);
}

std::string DutyDay::NewFile(const std::string& ending) {
  return (village.scratch() / ("held" + std::to_string(++files_) + "." + ending)).string();
}

std::string DutyDay::Badge(const std::string& member, const std::vector<std::string>& options) {
  return Badge(village, member, options);
}

std::string DutyDay::Badge(Village& county, const std::string& member,
                           const std::vector<std::string>& options) {
  const std::string picture = NewFile("png");
  std::vector<std::string> arguments = {
      "badge", "--data", county.county().string(), "--member", member, "--out", picture};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const Finished made = Run("county-stub", arguments);
  REQUIRE_MESSAGE(made.status == 0, made.err);
  texts_[picture] = made.out.substr(0, made.out.find('\n'));
  return picture;
}

std::string DutyDay::Picture(const std::vector<std::string>& texts) {
  CodePicture picture(1280, 720);
  const int count = static_cast<int>(texts.size());
  for (int i = 0; i < count; ++i) {
    picture.Put(texts[static_cast<std::size_t>(i)], 1280 * (2 * i + 1) / (2 * count), 360, 6);
  }
  const std::string file = NewFile("png");
  picture.Save(file);
  return file;
}

std::string DutyDay::Video(const std::string& picture, const std::string& ending) {
  const std::string file = NewFile(ending);
  const std::string coded = ending == "avi"
                                ? "video/x-raw,format=I420,colorimetry=(string)1:4:0:0 ! jpegenc "
                                  "! avimux"
                                : "vp8enc deadline=1 ! webmmux";
  RunToEnd("filesrc location=" + picture +
           " ! pngdec ! videoconvert ! imagefreeze num-buffers=30 ! video/x-raw,framerate=30/1 ! "
           "videoconvert ! " +
           coded + " ! filesink location=" + file);
  return file;
}

Finished DutyDay::RunOffline(const std::string& hour_min, const std::string& script,
                             int days_later) {
  // A camera that is pulled out tells the script that the county is gone.
  const std::string gate = Picture({"gate"});
  village.StartCounty();
  Program kiosk =
      village.Start(terminal,
                    "wait-for 已连接 60\ntap 委员签到\nwait-for 这不是委员二维码 60\nprint\n"
                    "wait-for 摄像头断了 60\ntap 回首页\n" +
                        AdvanceTo(hour_min, days_later) + script,
                    {"--camera", "file:" + gate});
  REQUIRE(kiosk.WaitForOutput("这不是委员二维码"));
  village.StopCounty();
  std::filesystem::remove(gate);
  return kiosk.Wait(300s);
}

void DutyDay::Upload() {
  village.StartCounty();
  village.Drain(terminal);
  village.StopCounty();
}

std::vector<nlohmann::json> DutyDay::CheckIns() const {
  std::vector<nlohmann::json> out;
  for (const auto& record : village.Ledger()) {
    if (record["kind"] == "check_in") out.push_back(record);
  }
  return out;
}

}  // namespace studio::e2e

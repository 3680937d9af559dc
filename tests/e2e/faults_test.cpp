// Whatever the line, a middleman or the county does, every receipt shown is in the ledger, once.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>

#include "village.h"

namespace studio::e2e {
namespace {

constexpr const char* kNoLine = "网络不通，1 件先存着，通了就传";
constexpr const char* kNotYet = "暂时没连上演示市政协，1 件先存着";
constexpr const char* kConnected = "已连接演示市政协";

// What the home page says while every exchange meets the fault.
struct Case {
  const char* fault;
  const char* sentence;
};
constexpr Case kCases[] = {{"refuse", kNoLine},
                           {"reset", kNoLine},
                           {"hang", kNoLine},
                           {"status_500", kNoLine},
                           {"status_503", kNoLine},
                           {"status_429", kNoLine},
                           {"drop_answer", kNoLine},
                           {"truncated", kNoLine},
                           {"expired_certificate", kNotYet},
                           {"foreign_certificate", kNotYet},
                           {"captive_portal", kNotYet},
                           {"redirect", kNotYet},
                           {"garbage", kNotYet},
                           {"wrong_signature", kNotYet},
                           {"wrong_batch", kNotYet},
                           {"trickle", kConnected},
                           {"duplicate", kConnected},
                           {"feed_altered", kConnected},
                           {"feed_past", kConnected}};

int Burst() {
  const char* wanted = std::getenv("STUDIO_BURST");
  return wanted ? std::max(std::atoi(wanted), 2) : 8;
}

const std::vector<std::string>& Hurried() {
  static const std::vector<std::string> options = {"--backoff-ms", "100", "--silence-s", "1"};
  return options;
}

std::size_t Count(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

class FaultyVillage {
 public:
  FaultyVillage() {
    village_.StartCounty();
    terminal_ = village_.Enrol();
    REQUIRE(village_.RunScript(terminal_, "wait-for 已连接演示市政协 60\n").status == 0);
    village_.StopCounty();
  }

  // probabilities: lines of TOML.
  void Serve(const std::string& probabilities) {
    const auto file = village_.scratch() / "faults.toml";
    std::ofstream(file) << "seed = 20261122\nretry_after_s = 1\n[probability]\n" << probabilities;
    village_.StartCounty({"--faults", file.string()});
  }
  std::string Stop() { return village_.StopCounty().err; }

  void FileOne(const char* and_then_home_says) {
    Run(FileRequest("第一件") + "print\ntap 完成\nwait-for " + and_then_home_says + " 30\n");
  }

  // While the county publishes something new before each.
  void File(int requests) {
    std::string script;
    for (int i = 0; i < requests; ++i) {
      script += FileRequest("第" + std::to_string(i) + "件") + "print\ntap 完成\n";
    }
    Program kiosk = village_.Start(terminal_, script, Hurried());
    for (int i = 0; i < requests; ++i) {
      Publish();
      kiosk.WaitForOutput("never printed", 250ms);  // or its end
    }
    Take(kiosk.Wait(600s));
  }

  void CheckWhole() {
    village_.Drain(terminal_, Hurried());
    std::multiset<std::string> kept;
    std::set<std::string> ids;
    for (const auto& record : village_.Ledger()) {
      CHECK(ids.insert(record["id"].get<std::string>()).second);
      if (record["receipt"].is_string()) kept.insert(record["receipt"].get<std::string>());
    }
    CHECK(kept == std::multiset<std::string>(shown_.begin(), shown_.end()));
    for (const auto& stream : village_.Streams()) {
      CHECK(stream["complete"] == true);
      CHECK(stream["clone"] == false);
    }
  }

  // What was published last is what the terminal shows.
  void CheckFeed() {
    const Finished seen = village_.RunScript(
        terminal_, "tap 公告\nwait-for " + Newest(published_) + " 60\n", Hurried());
    CHECK_MESSAGE(seen.status == 0, seen.err);
  }

  std::size_t shown() const { return shown_.size(); }

 private:
  static std::string Newest(int number) { return "第" + std::to_string(number) + "号公告"; }

  void Publish() {
    const auto file = village_.scratch() / "change.json";
    std::ofstream(file) << R"({"changes": [{"kind": "notice", "id": "new", "body": {"title": ")"
                        << Newest(++published_) << R"(", "date": "2099-01-01"}}]})";
    const Finished published =
        e2e::Run("county-stub", {"publish", "--data", village_.county().string(), file.string()});
    REQUIRE_MESSAGE(published.status == 0, published.err);
  }

  void Run(const std::string& script) { Take(village_.RunScript(terminal_, script, Hurried())); }

  void Take(const Finished& finished) {
    CHECK_MESSAGE(finished.status == 0, finished.err);
    shown_.merge(ReceiptsIn(finished.out));
  }

  Village village_;
  std::filesystem::path terminal_;
  std::set<std::string> shown_;
  int published_ = 0;
};

TEST_CASE("each fault alone: the terminal stays calm, and every receipt is in the ledger once") {
  FaultyVillage village;
  int filed = 0;
  for (const auto& [fault, sentence] : kCases) {
    const std::string name = fault;
    CAPTURE(name);
    village.Serve(name + " = 1.0\n");
    village.FileOne(sentence);
    std::string log = village.Stop();
    village.Serve(name + " = 0.5\n");
    village.File(Burst() - 1);
    village.CheckWhole();
    log += village.Stop();
    filed += Burst();
    CHECK(village.shown() == static_cast<std::size_t>(filed));
    const std::size_t served = Count(log, "fault " + name + ":");
    CHECK(served > 0);
    MESSAGE(name << ": served " << served << " times, " << Burst() << " requests whole");
  }
  village.Serve("");
  village.CheckFeed();
}

TEST_CASE("all faults together: the same") {
  FaultyVillage village;
  std::string all;
  for (const auto& each : kCases) all += std::string(each.fault) + " = 0.06\n";
  village.Serve(all);
  village.File(Burst());
  village.CheckWhole();
  const std::size_t served = Count(village.Stop(), "fault ");
  village.Serve("");
  village.CheckFeed();
  CHECK(served > 0);
  CHECK(village.shown() == static_cast<std::size_t>(Burst()));
  MESSAGE("together: served " << served << " times, " << Burst() << " requests whole");
}

}  // namespace
}  // namespace studio::e2e

#include "under_fire.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "../../server-stub/faults/fault_names.h"

namespace studio::e2e {
namespace {

const std::vector<std::string>& Options() {
  static const std::vector<std::string> options = [] {
    std::vector<std::string> all = {"--backoff-ms", "100", "--silence-s", "1"};
    all.insert(all.end(), kPicture.begin(), kPicture.end());
    return all;
  }();
  return options;
}

}  // namespace

UnderFire::UnderFire() {
  village_.StartCounty();
  terminal_ = village_.Enrol();
  REQUIRE(village_.RunScript(terminal_, "wait-for 已连接 60\nwait-for 今日值班 30\n").status == 0);
  village_.StopCounty();
}

void UnderFire::Serve(double probability) {
  const auto file = village_.scratch() / "faults.toml";
  std::ofstream toml(file);
  toml << "seed = " << ++bursts_ << "\nretry_after_s = 1\n[probability]\n";
  for (const std::string_view fault : county::kFaultNames)
    toml << fault << " = " << probability << "\n";
  toml.close();
  village_.StartCounty({"--faults", file.string()});
  serving_ = true;
}

void UnderFire::KillCounty() {
  village_.KillCounty();
  serving_ = false;
}

Program UnderFire::StartBurst() {
  const std::string number = "第" + std::to_string(++bursts_) + "次";
  std::string script;
  for (const char* half : {"上午", "下午"}) {
    script += FileRequest(number + half) + "print\ntap 完成\n" +
              FileRequestWithPhoto(number + half + "有照片") + "print\ntap 完成\n";
  }
  // Acks and photos on their way, too. Where the county cannot be reached that ends the script.
  return village_.Start(terminal_, script + FileRequest(number) + "print\nwait-for 已收到 3\n",
                        Options());
}

bool UnderFire::Take(Program program) {
  constexpr int kCameToNothing = 1, kKilled = 128 + 9;
  const Finished finished = program.Wait();
  shown_.merge(ReceiptsIn(finished.out));
  const bool known = finished.status == 0 || finished.status == kKilled ||
                     (finished.status == kCameToNothing &&
                      finished.err.find("\"已收到\" did not appear") != std::string::npos);
  CHECK_MESSAGE(known, finished.err);
  return finished.status == kKilled;
}

void UnderFire::CheckPhotos(const nlohmann::json& record) {
  for (const auto& file : record["attachments"]) CHECK(file["arrived"] == true);
  if (record["attachments"].empty()) return;
  const auto out = village_.scratch() / "photos";
  std::filesystem::remove_all(out);
  const Finished opened =
      Run("county-stub", {"attachments", "--data", village_.county().string(), "--record",
                          record["id"].get<std::string>(), "--out", out.string()});
  CHECK_MESSAGE(opened.status == 0, opened.err);
  for (const auto& entry : std::filesystem::directory_iterator(out)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    CHECK(bytes.starts_with("\xFF\xD8\xFF"));
    CHECK(bytes.ends_with("\xFF\xD9"));
    ++photos_;
  }
}

void UnderFire::CheckWhole() {
  if (serving_) village_.StopCounty();
  serving_ = false;
  village_.StartCounty();
  village_.Drain(terminal_, Options());
  std::multiset<std::string> kept;
  std::set<std::string> ids;
  for (const auto& record : village_.Ledger()) {
    CHECK(ids.insert(record["id"].get<std::string>()).second);
    if (record["receipt"].is_string()) kept.insert(record["receipt"].get<std::string>());
    CheckPhotos(record);
  }
  // A receipt may be kept that nobody has seen yet: the kill came between.
  for (const std::string& receipt : shown_) CHECK_MESSAGE(kept.count(receipt) == 1, receipt);
  CHECK(std::set<std::string>(kept.begin(), kept.end()).size() == kept.size());
  for (const auto& stream : village_.Streams()) {
    CHECK(stream["complete"] == true);
    CHECK(stream["clone"] == false);
  }
  // There is no such folder where each kill came before the first photo.
  const auto photos = terminal_ / "attachments";
  CHECK((!std::filesystem::exists(photos) || std::filesystem::is_empty(photos)));
  village_.StopCounty();
}

}  // namespace studio::e2e

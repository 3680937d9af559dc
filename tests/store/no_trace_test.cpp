// What somebody who takes the disk away, and has no slip, can learn of the matters on it.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "feed_pages.h"
#include "store/base/data_folder.h"
#include "store_rig.h"

using namespace studio;
using Outcome = TrackReply::Outcome;

namespace {

// Names of the files, log and shared memory too, that hold the text.
std::vector<std::string> FilesThatHold(const std::filesystem::path& folder,
                                       const std::string& text) {
  std::vector<std::string> found;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (bytes.find(text) != std::string::npos) found.push_back(file.path().filename());
  }
  return found;
}

CaseAnswer Answer(const std::string& category, const std::string& unit, const std::string& reply) {
  CaseAnswer answer;
  answer.category = category;
  answer.unit = unit;
  answer.reply = reply;
  answer.round = 1;
  answer.course = {{CaseStep::kReferred, 1000, unit}, {CaseStep::kAnswered, 2000, unit, reply}};
  return answer;
}

}  // namespace

TEST_CASE("without the slip the data folder tells neither category nor reply nor last word") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  const Slip slip = StoreRig::RealSlip(31), other = StoreRig::RealSlip(32);
  RequestBody request = StoreRig::Body(slip, "请求原话三十一");
  request.category_name = "类别低保救助";
  REQUIRE(rig.FileBody(request));
  REQUIRE(rig.FileBody(StoreRig::Body(other, "请求原话三十二")));
  const CaseAnswer answer = Answer("类别低保救助", "单位示例民政办", "答复已经补发到卡");
  REQUIRE(rig.Apply(feed.Next(
      {Entity("notice", "n", R"({"title":"公告人人可见","text":"x","date":"2026-11-01"})"),
       AStatus(slip, answer), AStatus(other, Answer("类别路", "单位交通", "答复修好"))})));
  REQUIRE(rig.LookUp(slip.number, slip.code)->found.answer == answer);
  RatingBody rating;
  rating.receipt = slip.number.digits();
  rating.round = 1;
  rating.satisfaction = Satisfaction::kDissatisfied;
  rating.reasons = {"attitude"};
  rating.words = "评价态度不好";
  REQUIRE(rig.Rate(rating));
  const Slip wish_slip = rig.QuickSlip();
  WishBody wish;
  wish.receipt = wish_slip.number.digits();
  wish.reading_key = ToBase64Url(wish_slip.reading_key.bytes);
  wish.text = "心愿想要轮椅";
  wish.name = "示例乙";
  REQUIRE(rig.PostWish(wish));
  OpinionBody opinion;
  opinion.topic = "square";
  opinion.words = "意见广场太吵";
  REQUIRE(rig.GiveOpinion(opinion));
  REQUIRE(rig.LookUp(slip.number, slip.code)->found.said_here);

  const auto nowhere = [&] {
    for (const std::string text :
         {"请求原话三十一", "类别低保救助", "单位示例民政办", "答复已经补发到卡", "评价态度不好",
          "dissatisfied", "attitude", "心愿想要轮椅", "示例乙", "意见广场太吵", "differ"}) {
      INFO(text);
      CHECK(FilesThatHold(rig.folder, text).empty());
      CHECK(FilesThatHold(rig.folder, ToBase64Url(AsBytes(text))).empty());
    }
    CHECK(FilesThatHold(rig.folder, slip.code.digits()).empty());
    // What is public is found, so the search does search.
    CHECK_FALSE(FilesThatHold(rig.folder, "公告人人可见").empty());
    CHECK_FALSE(FilesThatHold(rig.folder, slip.number.digits()).empty());
  };
  CHECK_FALSE(FilesThatHold(rig.folder, "SQLite format 3").empty());
  CHECK(std::filesystem::exists((rig.folder / kDatabaseFile).string() + "-wal"));
  nowhere();
  // And the search would find it, were it there.
  std::ofstream(rig.folder / "planted") << "……答复已经补发到卡……";
  CHECK(FilesThatHold(rig.folder, "答复已经补发到卡") == std::vector<std::string>{"planted"});
  std::filesystem::remove(rig.folder / "planted");
  rig.Stop();
  nowhere();
}

TEST_CASE("the statuses of two matters differ in nothing but what is sealed") {
  Site site;
  FeedPages feed;
  const Slip one = StoreRig::RealSlip(33), two = StoreRig::RealSlip(34);
  REQUIRE(site.rig.Apply(feed.Next({AStatus(one, Answer("低保救助", "示例民政办", "已经补发")),
                                    AStatus(two, Answer("路", "示例交通局", "修好"))})));
  for (const Slip* slip : {&one, &two}) {
    REQUIRE(site.rig.LookUp(slip->number, slip->code)->outcome == Outcome::kFound);
    RatingBody rating;
    rating.receipt = slip->number.digits();
    rating.round = 1;
    rating.satisfaction = slip == &one ? Satisfaction::kSatisfied : Satisfaction::kDissatisfied;
    rating.words = slip == &one ? "" : "不满意,没有人来过,还是老样子";
    REQUIRE(site.rig.Rate(rating));
  }
  site.rig.Stop();
  SQLite::Database database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  SQLite::Statement statuses(
      database,
      "SELECT count(*), count(DISTINCT length(body)), count(DISTINCT json_remove(body, "
      "'$.sealed')), count(DISTINCT body) FROM entity WHERE kind = 'status'");
  REQUIRE(statuses.executeStep());
  CHECK(statuses.getColumn(0).getInt() == 2);
  CHECK(statuses.getColumn(1).getInt() == 1);
  CHECK(statuses.getColumn(2).getInt() == 1);
  CHECK(statuses.getColumn(3).getInt() == 2);
  SQLite::Statement ratings(
      database,
      "SELECT count(DISTINCT length(sealed)), count(DISTINCT length(header)) FROM outbox");
  REQUIRE(ratings.executeStep());
  CHECK(ratings.getColumn(0).getInt() == 1);
  CHECK(ratings.getColumn(1).getInt() == 1);
}

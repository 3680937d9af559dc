#include "shared/entities.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace studio;

TEST_CASE("what the county publishes is read whole") {
  const std::string key = ToBase64Url(samples::CountyBox().Public().bytes);
  const auto county = CountyFromJson(
      R"({"name":"演示市政协","phone":"000","address":"示例路","mechanism":"tieli",)"
      R"("studio_word":"委员工作室","retention_days":90,"sealing_key":")" +
      key + R"(","signing_keys":[")" + ToBase64Url(samples::County().Public().bytes) + R"("]})");
  REQUIRE(county);
  CHECK(county->name == "演示市政协");
  CHECK(county->retention_days == 90);
  CHECK(county->sealing_key == samples::CountyBox().Public());
  CHECK(county->signing_keys == std::vector{samples::County().Public()});

  const auto studio = StudioFromJson(R"({"id":3,"name":"甲","township":"乙","sealing_key":")" +
                                     key + R"(","new_field":[1]})");
  REQUIRE(studio);
  CHECK(studio->id == 3);
  CHECK(studio->sealing_key == samples::CountyBox().Public());

  const auto category = CategoryFromJson(
      R"({"name":"道路桥梁","icon":"alt_route","order":2,"sentences":["路灯坏了"],"sensitive":["health"]})",
      "roads");
  REQUIRE(category);
  CHECK(category->id == "roads");
  CHECK(category->order == 2);
  CHECK(category->sentences == std::vector<std::string>{"路灯坏了"});

  const auto shift = ShiftFromJson(
      R"({"studio":3,"date":"2026-11-21","from":"08:30","to":"11:30","members":["m1","m2"]})",
      "s1");
  REQUIRE(shift);
  CHECK(shift->studio == 3);
  CHECK(shift->members.size() == 2);

  const auto safety = SafetyFromJson(
      R"({"danger_words":["打人"],"not_ours":[{"id":"court","name":"涉法涉诉","words":["判决"],)"
      R"("where":"去法院","phone":"12368"}],"lines":[{"number":"110","what":"有人打人"}]})");
  REQUIRE(safety);
  CHECK(safety->danger_words.size() == 1);
  CHECK(safety->not_ours.at(0).words.at(0) == "判决");
  CHECK(safety->lines.at(0).number == "110");

  CHECK(VillageFromJson(R"({"groups":["一组"]})", "v1")->groups.size() == 1);
  CHECK(MemberFromJson(R"({"sector":"农业"})", "m1")->sector == "农业");
  CHECK(NoticeFromJson(R"({"level":"本站"})", "n1")->level == "本站");
}

TEST_CASE("missing and null fields take their defaults") {
  CHECK(CountyFromJson("{}")->retention_days == 365);
  CHECK(CountyFromJson(R"({"sealing_key":null})")->sealing_key == BoxPublicKey{});
  CHECK(SafetyFromJson("{}")->lines.empty());
}

TEST_CASE("a field of the wrong type is an error, not a guess") {
  CHECK_FALSE(CountyFromJson(R"({"retention_days":"365"})"));
  CHECK_FALSE(CountyFromJson(R"({"retention_days":99999999999})"));
  CHECK_FALSE(CountyFromJson(R"({"sealing_key":"AAAA"})"));
  CHECK_FALSE(CountyFromJson(R"({"signing_keys":["x"]})"));
  CHECK_FALSE(StudioFromJson(R"({"id":-1})"));
  CHECK_FALSE(StudioFromJson(R"({"id":4294967296})"));
  CHECK_FALSE(CategoryFromJson(R"({"sentences":"one"})", "a"));
  CHECK_FALSE(CategoryFromJson(R"({"sentences":[1]})", "a"));
  CHECK_FALSE(SafetyFromJson(R"({"not_ours":{}})"));
  CHECK_FALSE(SafetyFromJson(R"({"lines":["110"]})"));
  CHECK_FALSE(NoticeFromJson("[]", "n"));
}

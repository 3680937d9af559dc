#include <doctest/doctest.h>

#include "samples.h"
#include "shared/feed/kinds.h"

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

  const auto planned = ReadFeedBody<PlannedEventKind>(
      R"({"title":"双月协商","date":"2026-12-17","held":true,"level":"市"})", "p1");
  REQUIRE(planned);
  CHECK(planned->held);
  CHECK_FALSE(ReadFeedBody<PlannedEventKind>(R"({"title":"双月协商","date":"12-17"})", "p1"));
  const auto year = StudioYearFromJson(
      R"({"studio":3,"year":2026,"closed":true,"by":"m1","on":"2026-12-20","digest":"00ff"})");
  REQUIRE(year);
  CHECK(year->closed);
  CHECK(StudioYearFromJson(ToJson(*year)).value() == *year);
  CHECK_FALSE(StudioYearFromJson(R"({"studio":3,"year":2026,"closed":true,"by":"m1","on":"x"})"));
  const auto whole = CountyProgressFromJson(
      R"({"year":2026,"quotas":[{"title":"双月协商","done":"3","owed":"5","from":"2026-01-01",)"
      R"("to":"2026-12-31"}]})");
  REQUIRE(whole);
  CHECK(whole->quotas.at(0).done == "3");

  CHECK(ReadFeedBody<VillageKind>(R"({"groups":["一组"]})", "v1")->groups.size() == 1);
  CHECK(MemberFromJson(R"({"sector":"农业"})", "m1")->sector == "农业");
  CHECK(ReadFeedBody<NoticeKind>(R"({"level":"本站"})", "n1")->level == "本站");
}

TEST_CASE("what the county says of duty is read whole") {
  const auto shift = ShiftFromJson(
      R"({"members":["m2"],"applied_record":"r1","changes":[{"kind":"swap","member":"m2",)"
      R"("other":"m1","record":"r1"},{"kind":"newer","member":"m1"}]})",
      "s1");
  REQUIRE(shift);
  CHECK(shift->applied_record == "r1");
  REQUIRE(shift->changes.size() == 1);
  CHECK(shift->changes[0].record == "r1");

  const auto line = AttendanceFromJson(
      R"({"shift":"s1","member":"m1","studio":2,"date":"2026-11-21","in_ms":5,"out_ms":9,)"
      R"("stand_in_for":"m3","unproven":true})",
      "s1/m1");
  REQUIRE(line);
  CHECK(line->id == "s1/m1");
  CHECK(line->in_ms == 5);
  CHECK(line->out_ms == 9);
  CHECK(line->stand_in_for == "m3");
  CHECK(line->unproven);
  CHECK(AttendanceFromJson(R"({"member":"m1","studio":2,"date":""})", "a")->out_ms == 0);

  const auto wrap = KeyWrapFromJson(R"({"studio":2,"member":"m1","wrapped":"AQI"})");
  REQUIRE(wrap);
  CHECK(wrap->wrapped == Bytes{1, 2});
  CHECK(wrap->card == ByteArray<16>{});

  const auto superseded =
      SupersededFromJson(R"({"shift":"s1","kind":"leave","reason":"version","at_ms":7})", "r2");
  REQUIRE(superseded);
  CHECK(superseded->record == "r2");
  CHECK(superseded->reason == "version");
  CHECK(StudioFromJson(R"({"reception":"每周三"})")->reception == "每周三");
}

TEST_CASE("what is agreed to separately comes with the words that touch it") {
  const auto safety = SafetyFromJson(
      R"({"sensitive":[{"kind":"health","name":"身体和看病的事","words":["住院"]}]})");
  REQUIRE(safety);
  REQUIRE(safety->sensitive.size() == 1);
  CHECK(safety->sensitive[0].kind == "health");
  CHECK(safety->sensitive[0].name == "身体和看病的事");
  CHECK(safety->sensitive[0].words == std::vector<std::string>{"住院"});
  CHECK_FALSE(SafetyFromJson(R"({"sensitive":["health"]})"));
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
  CHECK_FALSE(ReadFeedBody<NoticeKind>("[]", "n"));
  CHECK_FALSE(AttendanceFromJson(R"({"member":"m1","date":"2026-11-21"})", "a"));
  CHECK_FALSE(AttendanceFromJson(R"({"member":"m1","studio":1,"date":"","in_ms":"5"})", "a"));
  CHECK_FALSE(KeyWrapFromJson(R"({"studio":1,"member":"m1","wrapped":"*"})"));
  CHECK_FALSE(KeyWrapFromJson(R"({"studio":1,"member":"m1"})"));
  CHECK_FALSE(SupersededFromJson(R"({"at_ms":true})", "r"));
}

TEST_CASE("a word for the keyboard, and how a studio spells") {
  const auto word =
      ReadFeedBody<WordKind>(R"({"text":"榆树沟村","pinyin":"yu shu gou cun"})", "w1");
  REQUIRE(word);
  CHECK(word->id == "w1");
  CHECK(word->text == "榆树沟村");
  CHECK(word->pinyin == "yu shu gou cun");
  CHECK_FALSE(ReadFeedBody<WordKind>(R"({"text":1})", "w1"));
  CHECK(StudioFromJson(R"({"id":3})")->spelling == "southern");
  CHECK(StudioFromJson(R"({"id":3,"spelling":"wide"})")->spelling == "wide");
}

TEST_CASE("a mechanism is read whole, and a figure that nobody could work with is refused") {
  const auto read = MechanismFromJson(
      R"({"title":"四个一","rotation_name":"一月一轮值","rotation_subject":"platform",)"
      R"("rotation_at_least":2,"late_after_minutes":5,"early_before_minutes":6,)"
      R"("early_arrival_minutes":0,"ask_pin":true,)"
      R"("usual_hours":[{"names":["上午"],"from":"08:30","to":"11:30"}],"newer":1})",
      "tieli");
  REQUIRE(read);
  CHECK(read->id == "tieli");
  CHECK(read->rotation_name == "一月一轮值");
  CHECK(read->rotation_subject == Mechanism::Subject::kPlatform);
  CHECK(read->rotation_at_least == 2);
  CHECK(read->late_after_minutes == 5);
  CHECK(read->early_before_minutes == 6);
  CHECK(read->early_arrival_minutes == 0);
  CHECK(read->ask_pin);
  CHECK(read->usual_hours.at(0).from == "08:30");
  CHECK(MechanismFromJson("{}", "m")->early_arrival_minutes == 90);

  for (const char* wrong : {R"({"rotation_subject":"cat"})", R"({"rotation_at_least":0})",
                            R"({"rotation_at_least":32})", R"({"late_after_minutes":0})",
                            R"({"late_after_minutes":721})", R"({"early_before_minutes":"15"})",
                            R"({"early_arrival_minutes":-1})", R"({"ask_pin":1})",
                            R"({"usual_hours":[{"names":["早"],"from":"8:30","to":"11:30"}]})",
                            R"({"usual_hours":[{"names":["早"],"from":"08:30","to":"24:30"}]})",
                            R"({"usual_hours":[{"from":"08:30","to":"11:30"}]})",
                            R"({"activities":[{"kind":"a","title":"b"}]})",
                            R"({"activities":[{"kind":"","title":"b","words":["c"]}]})",
                            R"({"activities":[{"kind":"a","title":"b","words":[]}]})",
                            R"({"activities":[{"kind":"a","title":"b","words":["c"],"place":1}]})",
                            R"({"activities":[{"kind":"a","title":"b","words":["c"],"figures":)"
                            R"([{"unit":"u","title":"t","measure":"m","at_most":0}]}]})",
                            R"({"activities":[{"kind":"a","title":"b","words":["c"],"roles":)"
                            R"([{"word":"w"}]}]})"}) {
    CAPTURE(wrong);
    CHECK_FALSE(MechanismFromJson(wrong, "m"));
  }
}

TEST_CASE("what the county tells of a studio or a member besides is read, and has an end") {
  const auto studio = StudioFromJson(R"({"id":3,"facts":[{"title":"设在","words":"文化站"}]})");
  REQUIRE(studio->facts.size() == 1);
  CHECK(studio->facts[0].title == "设在");
  CHECK(studio->facts[0].words == "文化站");
  CHECK_FALSE(StudioFromJson(R"({"id":3,"facts":[{"title":"设在"}]})"));
  std::string many;
  for (std::size_t i = 0; i <= kMostFacts; ++i)
    many += std::string(i > 0 ? "," : "") + R"({"title":"专长","words":"水利"})";
  CHECK_FALSE(MemberFromJson("{\"facts\":[" + many + "]}", "m1"));
}

TEST_CASE("a consultation is joined from afar by an address of the web alone") {
  const auto read = [](const std::string& link) {
    return ReadFeedBody<PlannedEventKind>(
        R"({"title":"远程协商","date":"2026-12-17","link":")" + link + "\"}", "p1");
  };
  CHECK(read("https://example.invalid/r")->link == "https://example.invalid/r");
  CHECK_FALSE(read("http://example.invalid/r"));
  CHECK_FALSE(read("https://example.invalid/" + std::string(kMaxEventLink, 'x')));
}

TEST_CASE("a studio may name its managers") {
  CHECK(StudioFromJson(R"({"id":3,"managers":["m1","m2"]})")->managers.size() == 2);
  CHECK(StudioFromJson(R"({"id":3})")->managers.empty());
  CHECK_FALSE(StudioFromJson(R"({"id":3,"managers":[1]})"));
}

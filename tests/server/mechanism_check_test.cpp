// `mechanism check` as it proves a file: what publishing would refuse is told before, in Chinese,
// with its line.
#include <algorithm>

#include "county/county_of_deeds.h"
#include "server/founding/mechanism_publishing.h"
#include "test_support/places.h"

namespace county {
namespace {

std::string ToldOf(const MechanismProof& proof) {
  std::string all;
  for (const studio::Mistake& one : proof.read.mistakes) {
    all += std::to_string(one.line) + (one.doubt ? "? " : ": ") + one.text + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("what is for terminals is proved by check as the rest is, mark and bounds") {
  const std::string head = "mechanism = \"here\"\n";
  struct Slip {
    std::string_view toml, says;
  };
  const Slip slips[] = {
      {"[rotation]\nat_least = 1\n", "3: [rotation]：at_least 要写成 { value = …, mark = … }。"},
      {"[rotation]\nat_least = { value = 1 }\n", "3: [rotation] 的 at_least：少了 mark"},
      {"[rotation]\nat_least = { value = 1, mark = \"gven\" }\n", "是不是“given”？"},
      {"[rotation]\nat_least = { value = 0, mark = \"ours\" }\n",
       "3: [rotation]：at_least 应当是 1 到 31 的整数。"},
      {"[rotation]\nat_least = { valu = 2, mark = \"ours\" }\n",
       "没有“valu”这一项，是不是“value”？"},
      {"[rotation]\nsubject = { value = \"cat\", mark = \"ours\" }\n",
       "3: [rotation]：subject 应当是 \"member\" 或 \"platform\"。"},
      {"[rotation]\nat_leats = { value = 2, mark = \"ours\" }\n",
       "3: [rotation]：没有“at_leats”这一项，是不是“at_least”？"},
      {"[check_in]\nask_pin = { value = 1, mark = \"ours\" }\n",
       "3: [check_in]：ask_pin 应当是 true 或 false。"},
      {"[check_in]\nlate_after_minutes = { value = 721, mark = \"ours\" }\n", "1 到 720"},
      {"[chek_in]\n", "2: 文件：没有“chek_in”这一项，是不是“check_in”？"},
      {"[topics]\nsteps = { value = \"调研\", mark = \"ours\" }\n",
       "3: [topics]：steps 应当是几段文字"},
      {"[topics]\nsteps = { value = [3], mark = \"ours\" }\n", "3: [topics]：steps 应当是几段文字"},
      {"[topics]\nmethod = { value = 6, mark = \"ours\" }\n", "3: [topics]：method 应当是文字"},
      {"[[usual_hours]]\nnames = [\"早\"]\nfrom = \"8:30\"\nto = \"11:30\"\nmark = \"ours\"\n",
       "2: [[usual_hours]]：from 和 to 应当是两位数的钟点"},
      {"[[usual_hours]]\nfrom = \"08:30\"\nto = \"11:30\"\nmark = \"ours\"\n",
       "2: [[usual_hours]]：少了 names"},
      {"[[usual_hours]]\nnames = [\"早\"]\nfrom = \"08:30\"\nto = \"11:30\"\n",
       "2: [[usual_hours]]：少了 mark"},
      {"[[activity]]\nkind = \"visit\"\ntitle = \"走访\"\nwords = [\"话\"]\n",
       "2: [[activity]]：少了 mark"},
      {"[[activity]]\nkind = \"visit\"\ntitle = \"走访\"\nmark = \"ours\"\n",
       "2: [[activity]]：少了 words"},
      {"[[activity]]\nkind = \"visit\"\ntitle = \"走访\"\nmark = \"ours\"\nwords = [\"话\"]\nicno "
       "= \"home\"\n",
       "7: [[activity]]：没有“icno”这一项，是不是“icon”？"},
      {"[[activity]]\nkind = \"visit\"\ntitle = \"走访\"\nmark = \"ours\"\nwords = "
       "[\"话\"]\nfigures = [{ unit = \"h\", title = \"户\", measure = \"户\", at_most = 0 }]\n",
       "7: [[figures]]：at_most 应当是 1 到 1000 的整数。"},
      {"[[activity]]\nkind = \"visit\"\ntitle = \"走访\"\nmark = \"ours\"\nwords = [\"话\"]\nroles "
       "= [{ word = \"lead\" }]\n",
       "7: [[roles]]：少了 title。"},
      {"[[activity]]\nkind = \"visit\"\ntitle = \"走访\"\nmark = \"ours\"\nwords = [\"1\", \"2\", "
       "\"3\", \"4\", \"5\", \"6\", \"7\"]\n",
       "6: [[activity]]：words 最多 6 段"},
      {"[[quota]]\nid = \"duty\"\ntitle = \"值班\"\nkinds = [\"duty\"]\nper = \"month\"\n",
       "2: [[quota]]：少了 mark"},
      {"[words]\nstudio = \"委员工作室\"\n", "3: [words]：studio 要写成 { text = …, mark = … }。"},
      {"[words]\nstduio = { text = \"委员工作室\", mark = \"given\" }\n",
       "3? [words]：没有别处这样写“stduio”，是不是“studio”？"},
      {"[stations]\nsix_have = { value = [\"场所\"] }\n", "3: [stations] 的 six_have：少了 mark"},
      {"[[rule]]\nid = \"a\"\nnam = \"甲\"\nmark = \"given\"\n",
       "4: [[rule]]：没有“nam”这一项，是不是“name”？"},
  };
  for (const Slip& slip : slips) {
    CAPTURE(slip.toml);
    const std::string told = ToldOf(Prove(head + std::string(slip.toml)));
    CHECK_MESSAGE(told.find(slip.says) != std::string::npos, told);
  }
  CHECK(ToldOf(Prove(head)).find(':') == std::string::npos);
  CHECK(ToldOf(Prove("title = \"甲\"\n")).find("1: 文件：少了 mechanism") != std::string::npos);
  CHECK(ToldOf(Prove("mechanism = \"Yun Shan\"\n")).find("1: 文件：mechanism 要用小写字母") !=
        std::string::npos);
}

TEST_CASE("a file without one example is doubted before it is refused") {
  CHECK(ToldOf(Prove("mechanism = \"here\"\n")).find("[[example]]") != std::string::npos);
}

TEST_CASE("the five places' files have nothing to be told") {
  for (const char* place : studio::kPlaces) {
    CAPTURE(place);
    const MechanismProof proof = Prove(MechanismText(place));
    CHECK(proof.Wrong() == 0);
    CHECK(ToldOf(proof) == "");
  }
}

}  // namespace county

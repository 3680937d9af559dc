#include "shared/base/folded_text.h"

#include <doctest/doctest.h>

#include <string>

#include "test_support/nasty_texts.h"

using namespace studio;

TEST_CASE("a name in twenty disguises is the same name") {
  for (const std::string_view disguise : kNameDisguises) {
    CHECK_MESSAGE(NameKey(disguise) == NameKey("示例甲"), disguise);
  }
  CHECK(NameKey("示\t例甲\r\n") == NameKey("示例甲"));
  CHECK(NameKey("⻩⻢⻰") == NameKey("黄马龙"));
  CHECK(NameKey("⾦⽟") == NameKey("金玉"));
  CHECK(NameKey("\uF90A") == NameKey("金"));  // a compatibility ideograph
  CHECK(NameKey("示例") != NameKey("示例甲"));
}

TEST_CASE("any middle dot stands between the parts of a name") {
  const std::string name = NameKey("阿卜杜热合曼·买买提");
  for (const char* dot :
       {"·", "・", "･", "‧", "•", "∙", "⋅", ".", "．", " · ", "\u0387", "⸱", "●"}) {
    CHECK_MESSAGE(NameKey("阿卜杜热合曼" + std::string(dot) + "买买提") == name, dot);
  }
  CHECK(NameKey("阿卜杜热合曼买买提") != name);
}

TEST_CASE("the key of a key is that key, also where a space parted a letter from its mark") {
  for (const char* name : {"o\uFFE3", "Ａ \u0301", "示例甲", "a · b"}) {
    CHECK(NameKey(NameKey(name)) == NameKey(name));
  }
}

TEST_CASE("width and case of letters make no other name") {
  CHECK(NameKey("Ａｎｎａ Ｌｅｅ") == NameKey("anna lee"));
  CHECK(NameKey("ANNA LEE") == NameKey("Anna Lee"));
}

TEST_CASE("digits count whatever they are written in") {
  CHECK(DigitsIn("０４５８ － 000 １２") == "045800012");
  CHECK(DigitsIn("٠١٢٣٤٥٦٧٨٩") == "0123456789");
  CHECK(DigitsIn("۰۹ ०९ 𝟘𝟗") == "090909");
  CHECK(DigitsIn("1\u200B3\u00AD8") == "138");
  CHECK(DigitsIn("电话:无") == "");
}

TEST_CASE("folding is for comparing: full-width marks become narrow there and nowhere else") {
  CHECK(FoldedText("１１月３日（周二）８：３０～１１：３０") == "11月3日(周二)8:30~11:30");
  CHECK(FoldedText("　上午　") == "上午");
}

// What somebody finds who types rude initials on a screen that others can see.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "corpus.h"
#include "input/words/keyboard_engine.h"

namespace studio {
namespace {

std::vector<std::string> Words(const char* text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// Initials, initials with a syllable begun, and what is rude however it is spelled.
const auto kBrief = Words(
    "cnm cnmb nmsl nmb nmd tmd tnnd wtmd mlgb mlgbd sb shab sab sbd nc naoc zz zzh rz bt biant jb "
    "jib jbb dj dp xb nb nbd zb zhuangb gd gund gunc qs qnm qnmd rnm rnmd gnm gann cao caon cnmd "
    "cnd "
    "caod cd wc woc rf ruf ruz rut rt ruch cnmo chunm yd yind yj yinj gt gm gangm jj jij pg pig dx "
    "xt "
    "xiat ss sisc sc xq xingq xj xingj xy xingy ml zuoa za kj kouj gj gangj zw ziw zwei sy shouy "
    "ym "
    "yinm yc yinc lt luot yjin ln luon ll luol qj qiangj lj lunj pc piaoc mc maic my jn jinv byt "
    "bianyt bz biaoz jh jianh jr jianr hd hund wb wangb wangbd wbd wbdan zg zhug gb goub gs goush "
    "gour grd gny gnyd gzz sgz xgz xzz yzz hsj slp saop saoh sl saol ds das dac qb qiongb xx yx "
    "yiny "
    "yyl yyq yiyeq lpx sjp sanjip spd sspd af huangp hp mp maop rkz wgz xrb xiaorb xrbgz rbgz zn "
    "zhin hg heig dbian db xb lsh lniao fp chf tg pf sj sjb cz yz yg lb hz ld xiad gch gc tl tlg");
const auto kWhole = Words(
    "shabi caonima tamade wangbadan jiba diaosi niubi zhuangbi gunni qunima rinima gannima wocao "
    "biaozi jianhuo saohuo jiannv jinv yiyeqing sanjipian huangpian maopian koujiao gangjiao ziwei "
    "shouyin yindang yinmao guitou zhina xiaoriben guizi naocan zhizhang ruozhi");

// On the body, in bed, rude to somebody: more than the list of the filter, read by another eye.
const auto kCrude = Words(
    "处女膜 处女 乳房 乳头 乳沟 奶子 奶头 胸部 胸罩 屁股 肛 阴道 阴茎 阴部 阴毛 阴唇 阴蒂 睾 龟头 "
    "鸡巴 鸡吧 屌 肏 屄 婊 妓 嫖 淫 奸 性交 性爱 性欲 做爱 口交 自慰 手淫 射精 精液 精子 子宫 "
    "月经 "
    "勃起 阳痿 早泄 避孕 安全套 性病 梅毒 淋病 强暴 猥亵 色情 色狼 二奶 小三 情妇 内裤 裸体 下体 "
    "傻逼 "
    "傻子 傻瓜 疯子 笨蛋 蠢货 蠢猪 猪头 王八蛋 混蛋 滚蛋 废物 人渣 贱 骚货 破鞋 杂种 畜生 神经病 "
    "精神病 智障 脑残 弱智 白痴 瘸子 瞎子 聋子 哑巴 残废 去死 该死 找死 妈的 操你 日你妈 "
    "干你妈 放屁 拉屎 撒尿 大便 小便 屎 支那 小日本 鬼子 黑鬼 汉奸 走狗 狗日 牛逼 装逼 逗逼 懵逼 "
    "萝莉");

std::vector<std::string> CrudeIn(const std::vector<std::string>& candidates) {
  std::vector<std::string> crude;
  for (const std::string& candidate : candidates) {
    const bool found = std::any_of(kCrude.begin(), kCrude.end(), [&](const std::string& word) {
      return candidate.find(word) != std::string::npos;
    });
    if (found) crude.push_back(candidate);
  }
  return crude;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

}  // namespace

TEST_CASE("initials find nothing crude on the first page, at any key, in any spelling or place") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  engine->SetCountyWords({{"处女膜村", "chu nv mo cun"}, {"示例村", "shi li cun"}});
  for (const Spelling spelling : {Spelling::kStandard, Spelling::kSouthern, Spelling::kWide}) {
    engine->SetSpelling(spelling);
    for (const PhraseMode mode : {PhraseMode::kPinyin, PhraseMode::kNames}) {
      for (const std::string& keys : kBrief) {
        const auto session = engine->Begin(mode);
        for (const char key : keys) {
          session->Press(key);
          const auto crude = CrudeIn(session->Offer().candidates);
          CHECK_MESSAGE(crude.empty(), keys, ": ", Joined(crude));
        }
      }
    }
  }
}

TEST_CASE("what is crude however it is spelled is not offered first, in any spelling or place") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  for (const Spelling spelling : {Spelling::kStandard, Spelling::kSouthern, Spelling::kWide}) {
    engine->SetSpelling(spelling);
    for (const PhraseMode mode : {PhraseMode::kPinyin, PhraseMode::kNames}) {
      for (const std::string& keys : kWhole) {
        auto offered = Offered(*engine, mode, keys);
        if (!offered.empty()) offered.resize(1);
        const auto crude = CrudeIn(offered);
        CHECK_MESSAGE(crude.empty(), keys, ": ", Joined(crude));
      }
    }
  }
}

TEST_CASE("what a villager may need to say is found by its full spelling") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  for (const auto& [keys, word] :
       std::vector<std::pair<std::string, std::string>>{{"rufang", "乳房"},
                                                        {"zigong", "子宫"},
                                                        {"bianmi", "便秘"},
                                                        {"qiangjian", "强奸"},
                                                        {"daxiaobian", "大小便"},
                                                        {"jingshenbing", "精神病"},
                                                        {"zhichuang", "痔疮"},
                                                        {"yiyeqingkuang", "一页情况"},
                                                        {"ticaonimen", "体操你们"}}) {
    const auto offered = Offered(*engine, PhraseMode::kPinyin, keys);
    CHECK_MESSAGE(std::find(offered.begin(), offered.end(), word) != offered.end(), keys, ": ",
                  Joined(offered));
  }
}

}  // namespace studio

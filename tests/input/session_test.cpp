#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "corpus.h"
#include "input/words/input_data.h"
#include "input/words/keyboard_engine.h"
#include "test_support/temp_folder.h"

namespace studio {
namespace {

void Type(PhraseSession& session, std::string_view keys) {
  for (const char key : keys) REQUIRE(session.Press(key));
}

std::size_t IndexOf(const PhraseOffer& offer, const char* text) {
  const auto found = std::find(offer.candidates.begin(), offer.candidates.end(), text);
  REQUIRE(found != offer.candidates.end());
  return static_cast<std::size_t>(found - offer.candidates.begin());
}

}  // namespace

TEST_CASE("a whole sentence comes from its keys alone") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  const auto session = engine->Begin(PhraseMode::kPinyin);
  Type(*session, "cunkoudeludenghuailelianggexingqi");
  const PhraseOffer offer = session->Offer();
  CHECK(offer.typed == "cun kou de lu deng huai le liang ge xing qi");
  CHECK(offer.candidates.size() == kCandidatesPerPage);
  CHECK(session->Choose(IndexOf(offer, "村口的路灯坏了两个星期")) == "村口的路灯坏了两个星期");
  CHECK(session->Offer().candidates.empty());
  CHECK(session->Offer().typed.empty());
}

TEST_CASE("choosing a shorter candidate leaves the rest composing") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  const auto session = engine->Begin(PhraseMode::kPinyin);
  Type(*session, "cunkoudelu");
  CHECK(session->Choose(IndexOf(session->Offer(), "村口")) == "村口");
  CHECK(session->Offer().typed == "de lu");
  CHECK(session->Choose(IndexOf(session->Offer(), "的")) == "的");
  CHECK(session->Offer().typed == "lu");
  CHECK(session->Choose(IndexOf(session->Offer(), "路")) == "路");
  CHECK(session->Offer().typed.empty());
  CHECK(session->Choose(0).empty());
}

TEST_CASE("keys are taken back one by one, and all at once") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  const auto session = engine->Begin(PhraseMode::kPinyin);
  session->DeleteKey();
  Type(*session, "cun");
  const PhraseOffer before = session->Offer();
  Type(*session, "kou");
  for (int i = 0; i < 3; ++i) session->DeleteKey();
  CHECK(session->Offer().typed == "cun");
  CHECK(session->Offer().candidates == before.candidates);
  session->Clear();
  CHECK(session->Offer().candidates.empty());
  CHECK_FALSE(session->Press('\''));
  CHECK_FALSE(session->Press('1'));
  Type(*session, "xi'an");
  CHECK(session->Offer().candidates.front() == "西安");
}

TEST_CASE("pages go on and back, eight candidates each") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  const auto session = engine->Begin(PhraseMode::kPinyin);
  Type(*session, "shi");
  const PhraseOffer first = session->Offer();
  CHECK_FALSE(first.earlier);
  REQUIRE(first.more);
  session->Page(+1);
  const PhraseOffer second = session->Offer();
  CHECK(second.earlier);
  CHECK(second.candidates.size() == kCandidatesPerPage);
  CHECK(session->Choose(3) == second.candidates[3]);
  Type(*session, "shi");
  session->Page(+1);
  session->Page(-1);
  session->Page(-1);
  CHECK(session->Offer().candidates == first.candidates);
  int pages = 1;
  for (; session->Offer().more && pages < 1000; ++pages) session->Page(+1);
  CHECK(pages < 1000);
  session->Page(+1);
  CHECK_FALSE(session->Offer().more);
  CHECK_FALSE(session->Offer().candidates.empty());
}

TEST_CASE("a session outlives its engine") {
  auto engine = KeyboardEngine::Open(CompiledData());
  const auto session = engine->Begin(PhraseMode::kPinyin);
  engine.reset();
  Type(*session, "cunkou");
  CHECK(session->Offer().candidates.front() == "村口");
}

TEST_CASE("missing data are said, and crash nothing") {
  CHECK_FALSE(KeyboardEngine::Open("/nowhere")->Has(PhraseMode::kPinyin));
  CHECK(KeyboardEngine::Open("/nowhere")->Begin(PhraseMode::kPinyin) == nullptr);
  const TempFolder folder;
  const auto copy = folder.path() / "data";
  std::filesystem::copy(CompiledData(), copy);
  std::filesystem::remove(copy / kLexiconFile);
  {
    const auto engine = KeyboardEngine::Open(copy);
    CHECK_FALSE(engine->Has(PhraseMode::kPinyin));
    CHECK(engine->Begin(PhraseMode::kPinyin) == nullptr);
    CHECK(engine->missing().find(kLexiconFile) != std::string::npos);
    CHECK(engine->Has(PhraseMode::kStroke));
    CHECK(Offered(*engine, PhraseMode::kStroke, "szh").front() == "口");
  }
  std::filesystem::remove(copy / kFilterFile);
  CHECK_FALSE(KeyboardEngine::Open(copy)->Has(PhraseMode::kStroke));
}

}  // namespace studio

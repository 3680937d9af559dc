#include "shared/bodies/readers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "../samples.h"
#include "shared/bodies/reader_words.h"
#include "shared/record/sealing.h"

namespace studio {
namespace {

constexpr std::array kReaders = {Reader::kCounty, Reader::kStudio, Reader::kUnit, Reader::kClaimer,
                                 Reader::kEverybody};
constexpr std::array kPages = {RecordKind::kRequest, RecordKind::kOpinion, RecordKind::kRating,
                               RecordKind::kWish, RecordKind::kProposalRating};
constexpr std::array kParts = {&Parts::words, &Parts::voice, &Parts::photos, &Parts::name};

// Every choice that a sender can make on any page.
std::vector<SenderChoice> AllChoices() {
  std::vector<SenderChoice> out;
  for (const RecordKind kind : kPages) {
    for (const Visibility visibility :
         {Visibility::kNamed, Visibility::kMembersOnly, Visibility::kAnonymous}) {
      for (int bits = 0; bits < 32; ++bits) {
        const auto bit = [&](int n) { return (bits >> n & 1) != 0; };
        out.push_back({kind, visibility, bit(0), bit(1), bit(2), bit(3), bit(4)});
      }
    }
  }
  return out;
}

bool Says(const ReaderClause& clause, Reader reader) {
  return std::find(clause.readers.begin(), clause.readers.end(), reader) != clause.readers.end();
}

}  // namespace

TEST_CASE("whom a page names as a reader can open the record or is told, and nobody else") {
  const BoxKeyPair county = BoxKeyPair::Generate(), studio = BoxKeyPair::Generate(),
                   other = BoxKeyPair::Generate(), unit = BoxKeyPair::Generate();
  for (const SenderChoice& choice : AllChoices()) {
    const Readership who = ReadershipOf(choice);
    const SealBinding binding{samples::IdOf(1), choice.kind, 37};
    const auto keys = KeysFor(who, {county.Public(), studio.Public()});
    const auto sealed = Seal(binding, AsBytes("{}"), keys);
    REQUIRE(sealed);
    CHECK(Open(binding, *sealed, county));
    CHECK(Open(binding, *sealed, studio).has_value() == who.studio.Any());
    CHECK_FALSE(Open(binding, *sealed, other));
    CHECK_FALSE(Open(binding, *sealed, unit));

    const auto clauses = ReaderClauses(choice, "演示市政协");
    CAPTURE(WhoReads(choice, "演示市政协"));
    for (const Reader reader : kReaders) {
      for (const auto part : kParts) {
        const bool reads = who.Of(reader).*part;
        bool told = false;
        for (const ReaderClause& clause : clauses) {
          const bool claimed = clause.reads.*part && Says(clause, reader);
          told = told || claimed;
          if (claimed) CHECK(reads);
          if (clause.only && clause.reads.*part && !claimed) CHECK_FALSE(reads);
        }
        CHECK(told == reads);
      }
    }
  }
}

TEST_CASE("a studio that has no key yet is sealed to by nobody") {
  const BoxKeyPair county = BoxKeyPair::Generate();
  SenderChoice choice;
  choice.members_may_read = true;
  CHECK(KeysFor(ReadershipOf(choice), {county.Public(), {}}) ==
        std::vector<BoxPublicKey>{county.Public()});
}

TEST_CASE(
    "only who leaves their name has it told to the unit, and a name is the county's at least") {
  for (const SenderChoice& choice : AllChoices()) {
    if (choice.kind != RecordKind::kRequest) continue;
    const Readership who = ReadershipOf(choice);
    CHECK(who.unit.name == (choice.visibility == Visibility::kNamed));
    CHECK(who.county.name == (choice.visibility != Visibility::kAnonymous));
    CHECK_FALSE(who.everybody.Any());
  }
}

TEST_CASE("without a name for the unit, voice and pictures are said to give one away") {
  for (const SenderChoice& choice : AllChoices()) {
    if (choice.kind != RecordKind::kRequest) continue;
    const std::string told = WhoReads(choice, "演示市政协");
    const bool hidden = choice.visibility != Visibility::kNamed;
    const bool gives_away = hidden && (choice.voice || choice.photos);
    CHECK((told.find("得出是谁") != std::string::npos) == gives_away);
    const bool by_voice = told.find("录音可能") != std::string::npos ||
                          told.find("录音和照片可能") != std::string::npos;
    CHECK(by_voice == (hidden && choice.voice));
    CHECK((told.find("改写字") != std::string::npos) == gives_away);
    CHECK(told.find("没人知道") == std::string::npos);
  }
}

TEST_CASE("the sentences about readers have full-width punctuation alone") {
  for (const SenderChoice& choice : AllChoices()) {
    for (const std::string& told :
         {WhoReads(choice, "演示市政协"), WhatUnitReads(choice), WhoHears(choice, "演示市政协"),
          WhoSeesPhotos(choice, "演示市政协")}) {
      CHECK(told.find_first_of(",;:?!()") == std::string::npos);
    }
  }
}

TEST_CASE("what a request's body says is the choice it is sealed by") {
  const SenderChoice choice = ChoiceOf(samples::ARequest());
  CHECK(choice.kind == RecordKind::kRequest);
  CHECK(choice.visibility == Visibility::kMembersOnly);
  CHECK(choice.members_may_read);
  CHECK(choice.photos);
  CHECK_FALSE(choice.voice);
}

TEST_CASE("the table in protocol.md is the one the code seals by") {
  const std::string text = samples::SourceText("shared/protocol.md");
  const std::string begin = "<!-- readers -->\n", end = "<!-- /readers -->";
  const std::size_t from = text.find(begin) + begin.size(), to = text.find(end);
  REQUIRE(from <= to);
  REQUIRE(to != std::string::npos);
  INFO("what stands there should be:\n" << ReadersTable());
  CHECK(text.substr(from, to - from) == ReadersTable());
}

}  // namespace studio

#include "shared/bodies/reader_words.h"

namespace studio {
namespace {

using Clauses = std::vector<ReaderClause>;

constexpr Parts kWords{true, false, false, false};
constexpr Parts kVoice{false, true, false, false};
constexpr Parts kName{false, false, false, true};

std::string Joined(std::string_view between, std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

// What the unit is told with the words, and that it may tell who speaks.
void AddGivenAway(Clauses& out, const SenderChoice& choice) {
  if (!choice.voice && !choice.photos) return;
  const std::string what = Joined("和", {choice.voice ? "录音" : "", choice.photos ? "照片" : ""});
  const char* tells = choice.voice && choice.photos ? "认得出是谁"
                      : choice.voice                ? "听得出是谁"
                                                    : "看得出是谁";
  out.push_back({{Reader::kUnit},
                 {false, choice.voice, choice.photos, false},
                 false,
                 what + "可能" + tells + "，不放心就去掉，改写字"});
}

// "只有演示市政协", "演示市政协和承办单位".
std::string WhoGets(const Readership& who, bool Parts::*part, std::string_view county) {
  const std::string_view members = who.studio.*part ? "这个工作室的委员" : "";
  if (who.unit.*part) {
    if (members.empty()) return Joined("和", {county, "承办单位"});
    return Joined("、", {county, "承办单位"}) + "和" + std::string(members);
  }
  return (members.empty() ? "只有" : "") + Joined("和", {county, members});
}

void AddRequest(Clauses& out, const SenderChoice& choice, const std::string& county) {
  const Readership who = ReadershipOf(choice);
  const std::string things =
      Joined("、", {"您说的事", choice.voice ? "录音" : "", choice.photos ? "照片" : ""});
  const std::string both = county + "和承办单位";
  if (who.unit.name) {
    out.push_back({{Reader::kCounty, Reader::kUnit},
                   who.unit,
                   false,
                   "姓名、电话和" + things + "，" + both + "都看得到"});
  } else {
    const ReaderClause read{
        {Reader::kCounty, Reader::kUnit}, who.unit, false, things + "，" + both + "看"};
    if (who.county.name) {
      out.push_back(read);
      out.push_back({{Reader::kCounty}, kName, true, "姓名和电话只有" + county + "知道"});
    } else {
      out.push_back({{}, {}, false, "不记姓名和电话"});
      out.push_back(read);
    }
    AddGivenAway(out, choice);
  }
  if (who.studio.Any()) {
    out.push_back({{Reader::kStudio}, who.studio, false, "这个工作室的委员也看得到"});
    for (ReaderClause& clause : out) clause.only = false;
  }
}

}  // namespace

Clauses ReaderClauses(const SenderChoice& choice, std::string_view county_name) {
  const std::string county(county_name);
  const Readership who = ReadershipOf(choice);
  Clauses out;
  switch (choice.kind) {
    case RecordKind::kRequest:
      AddRequest(out, choice, county);
      break;
    case RecordKind::kOpinion:
      out.push_back({{Reader::kCounty}, kWords, false, "您说的话" + county + "先看"});
      out.push_back({{Reader::kEverybody}, who.everybody, false, "看过以后可能公开，不写是谁说的"});
      if (who.county.voice)
        out.push_back({{Reader::kCounty}, kVoice, true, "录音只有" + county + "能听"});
      break;
    case RecordKind::kRating:
      if (who.unit.Any()) {
        out.push_back({{Reader::kCounty, Reader::kUnit},
                       who.unit,
                       false,
                       "您评的、说的，" + county + "和承办单位都看得到"});
      } else {
        out.push_back(
            {{Reader::kCounty}, who.county, true, "您评的、说的只有" + county + "看得到"});
      }
      break;
    case RecordKind::kWish:
      out.push_back({{Reader::kCounty, Reader::kClaimer, Reader::kEverybody},
                     who.everybody,
                     false,
                     choice.for_child ? "墙上只写心愿、村名和“儿童”两个字，大家看得到"
                                      : "墙上只写心愿和村名，大家看得到"});
      if (choice.unnamed) {
        out.push_back({{}, {}, false, "没有留姓名和电话"});
      } else {
        out.push_back({{Reader::kCounty, Reader::kClaimer},
                       kName,
                       true,
                       (choice.for_child ? "监护人的姓名和电话只有" : "姓名和电话只有") + county +
                           "和认领的委员知道"});
      }
      if (who.county.voice)
        out.push_back({{Reader::kCounty}, kVoice, true, "录音只有" + county + "能听"});
      break;
    case RecordKind::kProposalRating:
      out.push_back({{Reader::kCounty},
                     who.county,
                     true,
                     "您评的只传给" + county + "，承办单位也评了，两边才看得到"});
      break;
    default:
      break;
  }
  return out;
}

std::string WhoReads(const SenderChoice& choice, std::string_view county) {
  std::string out;
  for (const ReaderClause& clause : ReaderClauses(choice, county)) {
    if (!out.empty()) out += "；";
    out += clause.words;
  }
  return out;
}

std::string WhoReadsName(const SenderChoice& choice, std::string_view county) {
  for (const ReaderClause& clause : ReaderClauses(choice, county)) {
    if (clause.reads == kName) return clause.words;
  }
  return {};
}

std::string WhatUnitReads(const SenderChoice& choice) {
  const Readership who = ReadershipOf(choice);
  if (!who.unit.Any()) return {};
  if (who.unit.name) return "承办单位看得到您的姓名和电话";
  return who.county.name ? "承办单位看不到您的姓名和电话" : "没有记姓名，承办单位只看您说的事";
}

std::string WhoHears(const SenderChoice& choice, std::string_view county) {
  // Whether it is sent back is asked only afterwards.
  if (choice.kind == RecordKind::kRating)
    return std::string(county) + "能听到；退回重办时，承办单位也能听到";
  SenderChoice spoken = choice;
  spoken.voice = true;
  return WhoGets(ReadershipOf(spoken), &Parts::voice, county) + "能听到";
}

std::string WhoSeesPhotos(const SenderChoice& choice, std::string_view county) {
  SenderChoice taken = choice;
  taken.photos = true;
  return WhoGets(ReadershipOf(taken), &Parts::photos, county) + "能看到";
}

}  // namespace studio

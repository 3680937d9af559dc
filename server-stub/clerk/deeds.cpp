#include "server/clerk/deeds.h"

#include <algorithm>

#include "server/books/deed_sources.h"
#include "server/books/studio_words.h"
#include "server/books/year_book.h"
#include "server/clerk/deed_order.h"
#include "server/keys/county_calendar.h"
#include "shared/base/clean_text.h"
#include "shared/base/json.h"
#include "shared/base/rfc3339.h"
#include "shared/base/shown_text.h"
#include "shared/mechanism/assessment_json.h"

namespace county {

using studio::Deed;
using studio::ErrorKind;
using studio::Fail;
using Json = nlohmann::ordered_json;

namespace {

// Thrown out of a transaction, so that nothing of it is kept.
struct DeskRefused {
  studio::Error why;
};

void Need(Result<void> done) {
  if (!done) throw DeskRefused{std::move(done.error())};
}

// The book with all that terminals have sent, and after the work what follows from it.
template <class Work>
Result<void> WithBook(Ledger& ledger, const CountyKeys& keys, std::int64_t now_ms, Work work) {
  try {
    ledger.Atomically([&] {
      DeedBook book(ledger, keys.sealing, now_ms);
      DeedSources(ledger, book, now_ms).Follow();
      work(book);
      if (book.touched().empty()) return;
      YearBook years(ledger, book, now_ms);
      years.PublishProgress(book.touched());
      years.PublishCounty();
      ledger.SetDeedsFollowed(ledger.FeedVersion());
    });
  } catch (const DeskRefused& refused) {
    return tl::unexpected(refused.why);
  }
  return {};
}

void EnterAll(Ledger& ledger, DeedBook& book, const std::vector<DeedWord>& words,
              std::int64_t now_ms) {
  std::set<int> years;
  for (const DeedWord& word : words) {
    if (const auto before = ledger.FindDeed(word.deed.id)) years.insert(before->year);
    if (!word.taken_back) years.insert(YearOf(word.deed));
    Need(book.Enter(word));
  }
  for (const int year : years) Need(YearBook(ledger, book, now_ms).ReckonAnew(year));
}

std::string ShownText(const Json& shown) {
  return studio::ShownJson(shown.dump(2, ' ', false, Json::error_handler_t::replace));
}

Json JsonOf(const DeedEvent& event) {
  Json shown = {{"entry", event.entry.entry},
                {"at", studio::Rfc3339(event.entry.at_ms)},
                {"from", event.word.by.empty() ? "terminals" : "county"}};
  if (!event.word.by.empty()) shown["by"] = event.word.by;
  if (!event.word.why.empty()) shown["why"] = event.word.why;
  if (event.entry.held) shown["held"] = true;
  if (event.word.taken_back) {
    shown["taken_back"] = event.word.deed.id;
  } else {
    shown["deed"] = Json::parse(ToJson(event.word.deed));
  }
  return shown;
}

bool Fits(const Deed& deed, const DeedFilter& filter, const DeedGrounds& grounds) {
  if (filter.year != 0 && YearOf(deed) != filter.year) return false;
  if (filter.studio != 0) {
    const auto told = StudiosOf(deed, grounds.members);
    if (std::find(told.begin(), told.end(), filter.studio) == told.end()) return false;
  }
  return filter.member.empty() ||
         std::any_of(deed.members.begin(), deed.members.end(),
                     [&](const auto& one) { return one.id == filter.member; });
}

}  // namespace

Result<std::string> DeedDesk::Add(const DeedOrder& order) {
  Deed fresh;
  fresh.id = order.id.empty() ? Uuid::Random().ToString() : order.id;
  fresh.entered_by = order.by;
  auto deed = Ordered(std::move(fresh), order);
  if (!deed) return tl::unexpected(deed.error());
  if (const auto known = ledger_.FindDeed(deed->id); known && known->sealed) {
    return Fail(ErrorKind::kConflict,
                "已经有编号是“" + deed->id + "”的履职事实，要改用 deed change。");
  }
  if (auto done = Enter({{*deed, false, order.by, order.why}}); !done) {
    return tl::unexpected(done.error());
  }
  return deed->id;
}

Result<void> DeedDesk::Change(const DeedOrder& order) {
  return WithBook(ledger_, keys_, now_ms_, [&](DeedBook& book) {
    auto before = book.Find(order.id);
    if (!before) {
      throw DeskRefused{{ErrorKind::kNotFound, "没有编号是“" + order.id + "”的履职事实。"}};
    }
    auto deed = Ordered(std::move(*before), order);
    if (!deed) throw DeskRefused{std::move(deed.error())};
    EnterAll(ledger_, book, {{std::move(*deed), false, order.by, order.why}}, now_ms_);
  });
}

Result<void> DeedDesk::Withdraw(const std::string& id, const std::string& by,
                                const std::string& why) {
  DeedWord word{{}, true, by, why};
  word.deed.id = id;
  return Enter({word});
}

Result<void> DeedDesk::Accept(const std::string& id, const std::string& by,
                              const std::string& why) {
  return WithBook(ledger_, keys_, now_ms_, [&](DeedBook& book) {
    for (const DeedEvent& event : book.Held()) {
      if (event.entry.deed != id) continue;
      DeedWord word = event.word;
      word.by = by;
      word.why = why;
      return EnterAll(ledger_, book, {word}, now_ms_);
    }
    throw DeskRefused{{ErrorKind::kNotFound, "“" + id + "”没有等着补进已结账年份的内容。"}};
  });
}

Result<void> DeedDesk::Enter(const std::vector<DeedWord>& words) {
  return WithBook(ledger_, keys_, now_ms_,
                  [&](DeedBook& book) { EnterAll(ledger_, book, words, now_ms_); });
}

Result<void> DeedDesk::Close(int year, const std::string& by) {
  return WithBook(ledger_, keys_, now_ms_,
                  [&](DeedBook& book) { Need(YearBook(ledger_, book, now_ms_).Close(year, by)); });
}

Result<void> DeedDesk::Reopen(int year, const std::string& by, const std::string& why) {
  if (studio::IsBlank(by) || studio::IsBlank(why)) {
    return Fail(ErrorKind::kInvalid, "要写明是谁、为什么重新打开（--by、--why）。");
  }
  return WithBook(ledger_, keys_, now_ms_, [&](DeedBook& book) {
    Need(YearBook(ledger_, book, now_ms_).Reopen(year));
    book.NoteOpened(year, by, why);
  });
}

std::vector<std::string> DeedDesk::BeforeClosing(int year) {
  std::vector<std::string> out;
  static_cast<void>(WithBook(ledger_, keys_, now_ms_, [&](DeedBook& book) {
    std::string names;
    const std::vector<StudioId> open = StudioWords(ledger_, book).NotClosed(year);
    for (const studio::Studio& one : book.grounds().studios) {
      if (std::find(open.begin(), open.end(), one.id) == open.end()) continue;
      names += (names.empty() ? "" : "、") + one.name;
    }
    if (!names.empty()) out.push_back("还没有封账的工作室：" + names + "。");
    std::size_t waiting = 0;
    for (const Deed& deed : book.All(year)) {
      waiting += YearOf(deed) == year && deed.waiting && deed.sent_back.empty();
    }
    if (waiting > 0) out.push_back("还有 " + std::to_string(waiting) + " 件没有审核，都不计分。");
    std::size_t held = 0;
    for (const DeedEvent& event : book.Held()) {
      held += !event.word.taken_back && YearOf(event.word.deed) == year;
    }
    if (held > 0) out.push_back("还有 " + std::to_string(held) + " 件晚到的等着补进来。");
  }));
  return out;
}

std::string DeedsJson(Ledger& ledger, const CountyKeys& keys, const DeedFilter& filter,
                      std::int64_t now_ms) {
  Json shown = Json::object();
  static_cast<void>(WithBook(ledger, keys, now_ms, [&](DeedBook& book) {
    if (filter.held || !filter.history.empty()) {
      shown["entries"] = Json::array();
      for (const DeedEvent& event : filter.held ? book.Held() : book.History(filter.history)) {
        shown["entries"].push_back(JsonOf(event));
      }
      return;
    }
    shown["deeds"] = Json::array();
    for (const Deed& deed : book.All(filter.year)) {
      if (Fits(deed, filter, book.grounds())) shown["deeds"].push_back(Json::parse(ToJson(deed)));
    }
    if (const auto unread = book.Unread(); !unread.empty()) shown["unread"] = unread;
  }));
  return ShownText(shown);
}

Result<std::string> AssessJson(Ledger& ledger, const CountyKeys& keys,
                               studio::YearQuestion question, std::int64_t now_ms) {
  if (question.today == studio::CalendarDate{}) question.today = DateAt(now_ms);
  Result<std::string> text = std::string();
  const auto done = WithBook(ledger, keys, now_ms, [&](DeedBook& book) {
    const auto grounds = YearBook(ledger, book, now_ms).Grounds(question.year);
    text = grounds ? AssessmentJson(*grounds, question) : tl::unexpected(grounds.error());
  });
  if (!done) return tl::unexpected(done.error());
  return text;
}

}  // namespace county

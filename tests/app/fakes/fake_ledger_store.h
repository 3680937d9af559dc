// A ledger's store that answers at once from what the test put there.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/desk/ledger_store.h"

namespace studio {

class FakeLedgerStore : public LedgerStore {
 public:
  void ReadLedger(KeySession, Done<DeskLedgerPtr> done) override {
    if (fails) return done(Fail(*fails, "test"));
    done(std::make_shared<const DeskLedger>(ledger));
  }
  void ReadStudioLedger(KeySession, Done<StudioLedgerPtr> done) override {
    if (fails) return done(Fail(*fails, "test"));
    done(std::make_shared<const StudioLedger>(StudioLedger{ledger, requests, for_county}));
  }
  void FileLineClosing(KeySession, LineClosingBody body, Done<bool> done) override {
    if (holds) {
      held = std::move(done);
    } else if (filing_fails) {
      return done(Fail(*filing_fails, "test"));
    }
    for (DeskLine& line : ledger.lines) {
      if (line.record != body.line) continue;
      line.closing.reset();
      if (body.outcome != CaseOutcome::kNone) line.closing = body;
    }
    closed.push_back(std::move(body));
    if (!holds) done(true);
  }
  void FileHeard(KeySession session, HeardBody body, bool urgent, Done<bool> done) override {
    if (holds) {
      held = std::move(done);
    } else if (filing_fails) {
      return done(Fail(*filing_fails, "test"));
    }
    drafts[session.member].heard.reset();
    urgently = urgent;
    DeskLine line;
    line.record.bytes[0] = static_cast<std::uint8_t>(100 + heard.size());
    line.from = body.way == HeardBy::kPhone ? LineFrom::kPhone : LineFrom::kWordOfMouth;
    line.date = body.date;
    line.place = body.village_name;
    line.category = body.category_name;
    line.who = body.who;
    line.words = body.words;
    line.by = body.by;
    ledger.lines.insert(ledger.lines.begin(), std::move(line));
    heard.push_back(std::move(body));
    if (!holds) done(true);
  }
  void FileInformation(KeySession session, InformationBody body, bool urgent,
                       Done<bool> done) override {
    if (holds) {
      held = std::move(done);
    } else if (filing_fails) {
      return done(Fail(*filing_fails, "test"));
    }
    drafts[session.member].information.reset();
    urgently = urgent;
    DeskInformation one;
    one.id = "information " + std::to_string(filed.size());
    one.body = body;
    ledger.written.insert(ledger.written.begin(), std::move(one));
    filed.push_back(std::move(body));
    if (!holds) done(true);
  }
  void KeepLedgerDraft(KeySession session, LedgerDraft draft, Done<bool> done) override {
    ++kept;
    if (auto* information = std::get_if<InformationBody>(&draft)) {
      drafts[session.member].information = std::move(*information);
    } else {
      drafts[session.member].heard = std::get<HeardBody>(std::move(draft));
    }
    done(true);
  }
  void ReadLedgerDrafts(KeySession session, Done<LedgerDrafts> done) override {
    done(drafts[session.member]);
  }
  void DropLedgerDraft(KeySession session, LedgerPiece piece, Done<bool> done) override {
    if (piece == LedgerPiece::kInformation) {
      drafts[session.member].information.reset();
    } else {
      drafts[session.member].heard.reset();
    }
    done(true);
  }

  DeskLedger ledger;
  std::vector<DeskRequest> requests;
  std::vector<CountyLine> for_county;
  std::vector<LineClosingBody> closed;
  std::vector<HeardBody> heard;
  std::vector<InformationBody> filed;
  std::map<std::string, LedgerDrafts> drafts;  // by writer
  int kept = 0;                                // how often
  bool urgently = false, holds = false;
  Done<bool> held;
  std::optional<ErrorKind> fails, filing_fails;
};

}  // namespace studio

// Takes a batch into the ledger: one transaction, one status per entry, and one bad entry never
// holds up the rest. A record is kept once, by id and digest, in whatever stream and order it
// comes. Places are evidence: they are kept for every entry that was really signed, and tell
// from count and head what is missing and from forks that two writers hold one key.
#pragma once

#include <cstdint>
#include <vector>

#include "server/books/case_book.h"
#include "server/books/deed_sources.h"
#include "server/books/proposal_book.h"
#include "server/books/topic_book.h"
#include "server/books/wish_book.h"
#include "server/intake/batch_examination.h"
#include "server/ledger/ledger.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/batch.h"

namespace county {

// By the line a batch says how its writer stands now. By hand it may have been long under way, or
// come once more, and says how the writer stood then.
enum class Way { kLine, kByHand };

class Intake {
 public:
  // county: opens case files.
  Intake(Ledger& ledger, const studio::BoxKeyPair& county, const Terminal& terminal,
         std::int64_t now_ms, Way way)
      : ledger_(ledger),
        terminal_(terminal),
        now_ms_(now_ms),
        way_(way),
        topics_(ledger, now_ms),
        cases_(ledger, county, now_ms),
        wishes_(ledger, cases_, now_ms),
        deeds_(ledger, county, now_ms),
        sources_(ledger, deeds_, now_ms),
        proposals_(ledger, deeds_, now_ms) {}

  // Inside the ledger's transaction. `examined` goes with batch.entries one to one.
  std::vector<studio::RecordAnswer> Take(const studio::Batch& batch,
                                         const std::vector<ExaminedEntry>& examined);

 private:
  void NoteOpening(const studio::Batch& batch);
  void NotePlace(const studio::Place& place, const Digest& digest);
  studio::RecordAnswer Settle(const studio::BatchEntry& entry, const ExaminedEntry& examined);
  studio::RecordAnswer Keep(const studio::BatchEntry& entry, const ExaminedEntry& examined);
  // What the record does beyond being kept; all of it with the record or not at all.
  void TakeDuty(const ArrivedRecord& record, std::uint64_t serial, const ExaminedDuty& duty);
  void TakeCase(const Uuid& id, std::uint64_t serial, const ExaminedCase& matter);
  void TakeVoice(const studio::RecordHeader& header, std::uint64_t serial,
                 const ExaminedVoice& voice);
  void TakeWork(const Uuid& id, std::uint64_t serial, const ExaminedWork& work);
  void FollowDeeds(bool day_began);
  bool SweepFeed();  // whether a day began with this batch
  studio::RecordAnswer Refuse(const ExaminedEntry& examined, studio::RecordStatus status,
                              studio::Refusal code, std::string reason);

  Ledger& ledger_;
  const Terminal& terminal_;
  std::int64_t now_ms_;
  Way way_;
  TopicBook topics_;
  CaseBook cases_;
  WishBook wishes_;  // after the cases that it moves
  DeedBook deeds_;
  DeedSources sources_;
  ProposalBook proposals_;
};

}  // namespace county

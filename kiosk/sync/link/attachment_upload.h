// Sends attachments, one at a time and piece by piece (tus 1.0.0): begin, ask how far it has come,
// add pieces, fetch the county's signed word. Knows what to do next from what was answered last;
// whatever breaks off goes on from the offset that the county tells. A piece that gets through is
// progress; trouble has a wait of its own, so that a photo never holds up records or the feed.
// Used on the link's thread only.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/base/clock.h"
#include "store/base/link_store.h"
#include "sync/line/backoff.h"
#include "sync/line/piece_size.h"
#include "sync/link/county_protocol.h"
#include "sync/link/link_inbox.h"
#include "sync/link/stepped_behind.h"

namespace studio {

enum class UploadEnd {
  kRested,      // nothing waits, or trouble() says why not now
  kOthersWait,  // records or a poll are due; the next turn goes on
  kRefused,     // 401, 403: trouble() says why
};

// The attachment in hand and what the county said of it.
struct CurrentUpload {
  Digest digest{};
  std::uint64_t bytes = 0;
  bool begun = false;
  std::optional<std::uint64_t> offset;  // as the county told
  int unknown = 0;                      // times that the county knew no record of it
  int mismatched = 0;                   // times that it arrived as something else
  int astray = 0;                       // answers since the last progress that led nowhere
};

class AttachmentUpload {
 public:
  using MakeRequest = std::function<HttpRequest(std::int64_t created_s)>;
  using Answered = std::function<void(HttpAnswer)>;

  // The loop that it takes its turns in.
  struct Parts {
    LinkStore* store = nullptr;
    const Clock* clock = nullptr;
    const CountyProtocol* protocol = nullptr;
    std::shared_ptr<LinkInbox> inbox;
    std::uint64_t rate = 0;  // bytes a second, 0: no limit
    std::function<void(const MakeRequest&, const Answered&)> exchange;  // may never answer
    std::function<bool()> others_wait;                                  // asked between pieces
    std::function<std::size_t()> records_behind;  // that hold up no attachment
    std::function<void()> set_aside;              // one was
    std::function<void(UploadEnd)> done;
  };

  AttachmentUpload(Parts parts, const Backoff& backoff);

  // Goes on until `done`; a turn that was broken off from outside is simply taken again.
  void Turn();
  void NetworkUp();
  void TryNow();
  const std::string& trouble() const { return trouble_; }  // English; empty: none

 private:
  void AskForNext();
  void OnNext(Result<std::optional<WaitingAttachment>> next);
  void GoOn();
  void Create();
  void OnCreated(const HttpAnswer& answer);
  void AskOffset();
  void OnOffset(const HttpAnswer& answer);
  void ReadPiece();
  void OnPiece(Result<Bytes> piece);
  void OnPieceSent(const HttpAnswer& answer);
  void AskAck();
  void OnAck(const HttpAnswer& answer);
  void OnDealtWith(Result<bool> dealt_with);

  // Neither what was asked for nor an answer that has its own way on.
  void Stumble(const HttpAnswer& answer);
  void StepBehind(const HttpAnswer& answer);
  void BeginAgain();
  void FindTheWay();
  void SetAside(Refusal code, const std::string& reason);
  void Fail(std::string reason, TryFailure failure,
            std::optional<std::chrono::seconds> retry_after = {});
  void Progressed();

  template <class T>
  LinkStore::Done<T> OnThisThread(void (AttachmentUpload::*then)(Result<T>));

  Parts parts_;
  Backoff backoff_;
  SteppedBehind<Digest> behind_;
  int stepped_ = 0;  // behind, in this turn
  std::optional<CurrentUpload> current_;
  PieceMethod piece_method_ =
      PieceMethod::kPatch;  // once refused on this line: POST, until a restart
  PieceSize piece_size_;
  Bytes piece_;
  std::int64_t piece_sent_ms_ = 0;  // monotonic
  std::string trouble_;
};

}  // namespace studio

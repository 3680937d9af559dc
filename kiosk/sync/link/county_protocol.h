// What is said to the county and what counts as its answer: pure functions over bytes, without
// a network. Only what the county signed for this terminal and this question is an answer; a
// captive portal's page, an old answer or another terminal's is not.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "shared/base/keys.h"
#include "shared/bodies/case_answer.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/attachment_ack.h"
#include "shared/exchange/county_time.h"
#include "shared/exchange/envelope.h"
#include "shared/exchange/heartbeat.h"
#include "shared/feed/feed.h"
#include "store/base/identity.h"
#include "sync/line/http_client.h"
#include "sync/line/server_address.h"

namespace studio {

// How a piece is sent: many firewalls let no PATCH through.
enum class PieceMethod { kPatch, kPost };

class CountyProtocol {
 public:
  // identity.server_url must parse (ServerAddress).
  static Result<CountyProtocol> For(const Identity& identity);

  // By whose signatures answers are believed from now on; an empty list changes nothing.
  void Trust(std::vector<VerifyKey> county_keys);

  // POST /v1/records and GET /v1/changes?after=, signed with the terminal's key. created_s: Unix
  // time by this terminal's clock.
  HttpRequest RecordsRequest(const Bytes& batch, std::int64_t created_s) const;
  HttpRequest ChangesRequest(const std::string& cursor, std::int64_t created_s) const;
  // The same with &wait=: the county may hold its answer so long (long poll).
  HttpRequest NewsRequest(const std::string& cursor, std::chrono::seconds wait,
                          std::int64_t created_s) const;
  // POST /v1/heartbeat, signed likewise.
  HttpRequest HeartbeatRequest(const Heartbeat& heartbeat, std::int64_t created_s) const;
  // One attachment (tus 1.0.0), signed likewise: POST /v1/attachments; HEAD, PATCH (or POST
  // in its place) and GET of the one named by its digest.
  HttpRequest BeginUploadRequest(const Digest& digest, std::uint64_t bytes,
                                 std::int64_t created_s) const;
  HttpRequest UploadOffsetRequest(const Digest& digest, std::int64_t created_s) const;
  HttpRequest PieceRequest(PieceMethod method, const Digest& digest, std::uint64_t offset,
                           const Bytes& piece, std::int64_t created_s) const;
  HttpRequest AttachmentAckRequest(const Digest& digest, std::int64_t created_s) const;
  // GET /v1/statuses/NUMBER, signed likewise.
  HttpRequest StatusRequest(const ReceiptNumber& number, std::int64_t created_s) const;
  // GET /v1/time?nonce=, unsigned, with the certificate's dates waived.
  HttpRequest TimeRequest(const ByteArray<16>& nonce) const;

  // kMalformed: not an envelope or not what belongs in it. kForged: not signed by the county.
  // kNotForUs: another terminal's, another batch's, another question's.
  Result<Ack> ReadAck(ByteView body, const Bytes& batch, std::size_t records) const;
  Result<AttachmentAck> ReadAttachmentAck(ByteView body, const Digest& digest) const;
  // A page continues from the cursor asked for, or begins a generation anew.
  Result<FeedPage> ReadPage(ByteView body, const std::string& cursor) const;
  // What was carried by hand (carried_reply.h): the same words, without the question at hand.
  Result<Ack> ReadCarriedAck(ByteView body) const;
  Result<AttachmentAck> ReadCarriedAttachmentAck(ByteView body) const;
  Result<FeedPage> ReadCarriedPage(ByteView body) const;
  Result<StatusWord> ReadStatus(ByteView body, const ReceiptNumber& number) const;
  Result<CountyTime> ReadTime(ByteView body, const ByteArray<16>& nonce) const;

 private:
  CountyProtocol(const Identity& identity, ServerAddress address);
  void Sign(HttpRequest& request, const std::string& path, const std::string& query,
            std::int64_t created_s) const;

  ServerAddress address_;
  TerminalNumber terminal_;
  StudioId studio_;
  SigningKey terminal_key_;
  std::vector<VerifyKey> county_keys_;
};

}  // namespace studio

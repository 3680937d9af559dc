#include "server/http/http_exchange.h"

#include <zlib.h>

#include "server/faults/faults.h"
#include "server/front/front.h"
#include "shared/exchange/enrolment.h"

namespace county {

namespace {

constexpr const char* kEnvelopeType = "application/vnd.member-studio.envelope";
constexpr const char* kJsonType = "application/json";
constexpr std::size_t kWorthZipping = 1024;  // less fits into one packet anyhow

bool TakesGzip(const Request& request) {
  return LowerCase(request.Get("Accept-Encoding")).find("gzip") != std::string::npos;
}

std::optional<std::string> Gzip(const std::string& plain) {
  constexpr int kGzipFormat = 16;
  constexpr int kMemoryLevel = 8;
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzipFormat,
                   kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
    return std::nullopt;
  }
  std::string zipped(deflateBound(&stream, plain.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(zipped.data());
  stream.avail_out = static_cast<uInt>(zipped.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  zipped.resize(stream.total_out);
  deflateEnd(&stream);
  if (!whole) return std::nullopt;
  return zipped;
}

}  // namespace

Response Refused(const Refusal& refusal) {
  Response response;
  response.status = refusal.status;
  response.SetBody(studio::ErrorJson(refusal.code, refusal.detail), kJsonType);
  return response;
}

Response Enveloped(const Bytes& envelope) {
  Response response;
  response.SetBody(std::string(studio::AsText(envelope)), kEnvelopeType);
  return response;
}

Response Answered(const Answer<Bytes>& answer) {
  return answer ? Enveloped(*answer) : Refused(answer.error());
}

void ZipPage(const Request& request, Response& response) {
  if (request.path != "/v1/changes" || response.status != 200 ||
      response.body.size() < kWorthZipping || !TakesGzip(request)) {
    return;
  }
  auto zipped = Gzip(response.body);
  if (!zipped) return;  // then as it is
  response.body = std::move(*zipped);
  response.Set("Content-Encoding", "gzip");
  response.Set("Vary", "Accept-Encoding");
}

Answer<Terminal> Identify(Call& call) {
  if (auto fault = FaultBeforeWork(call.fault)) return tl::unexpected(std::move(*fault));
  const Request& request = call.request();
  studio::HttpRequestParts parts;
  parts.method = request.method;
  parts.path = request.path;
  parts.query = request.query.empty() ? "?" : request.query;
  parts.body = studio::AsBytes(request.body);
  const studio::SignedHeaders headers{request.Get("Content-Digest"), request.Get("Signature-Input"),
                                      request.Get("Signature")};
  Answer<Terminal> answer;
  for (const std::string& authority : call.front.SignedFor(request.authority)) {
    parts.authority = authority;
    answer = call.office.Identify(parts, headers);
    if (answer || answer.error().code != "bad_signature") break;
  }
  if (answer) call.exchange.Prove(answer->number);
  return answer;
}

}  // namespace county

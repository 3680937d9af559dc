#include "server/http/http_exchange.h"

#include <httplib.h>
#include <zlib.h>

#include <algorithm>

#include "server/faults/faults.h"
#include "shared/record/enrolment.h"

namespace county {

namespace {

constexpr const char* kEnvelopeType = "application/vnd.member-studio.envelope";
constexpr const char* kJsonType = "application/json";
constexpr std::size_t kWorthZipping = 1024;  // less fits into one packet anyhow

std::string LowerCase(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return c < 128 ? static_cast<char>(std::tolower(c)) : c; });
  return text;
}

bool TakesGzip(const httplib::Request& request) {
  return LowerCase(request.get_header_value("Accept-Encoding")).find("gzip") != std::string::npos;
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

void SendRefusal(httplib::Response& response, const Refusal& refusal) {
  response.status = refusal.status;
  response.set_content(studio::ErrorJson(refusal.code, refusal.detail), kJsonType);
}

void SendEnvelope(httplib::Response& response, const Bytes& envelope) {
  response.status = 200;
  response.set_content(std::string(studio::AsText(envelope)), kEnvelopeType);
}

void Send(httplib::Response& response, const Answer<Bytes>& answer) {
  if (answer) {
    SendEnvelope(response, *answer);
  } else {
    SendRefusal(response, answer.error());
  }
}

void ZipPage(const httplib::Request& request, httplib::Response& response) {
  if (request.path != "/v1/changes" || response.status != 200 ||
      response.body.size() < kWorthZipping || !TakesGzip(request)) {
    return;
  }
  auto zipped = Gzip(response.body);
  if (!zipped) return;  // then as it is
  response.body = std::move(*zipped);
  response.headers.erase("Content-Length");
  response.set_header("Content-Length", std::to_string(response.body.size()));
  response.set_header("Content-Encoding", "gzip");
  response.set_header("Vary", "Accept-Encoding");
}

std::optional<std::string> ReadBody(const httplib::Request& request, httplib::Response& response,
                                    const httplib::ContentReader& reader, std::size_t limit) {
  // Without either there is no body (RFC 9112 §6.3); the library would wait for the line to end.
  if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding")) {
    return std::string();
  }
  // The library would unzip it and only then count, so it is counted here as it comes, and coded
  // bodies are not taken.
  std::string body;
  bool too_large = false;
  const bool whole = reader([&](const char* bytes, std::size_t size) {
    too_large = body.size() + size > limit;
    if (!too_large) body.append(bytes, size);
    return !too_large;
  });
  if (too_large || response.status == 413) {
    SendRefusal(response, {413, "too_large", "at most " + std::to_string(limit) + " bytes"});
  } else if (!whole) {
    SendRefusal(response, {400, "malformed", "the body did not arrive whole"});
  } else if (request.has_header("Content-Encoding")) {
    SendRefusal(response, {415, "malformed", "bodies are sent as they are, without coding"});
  } else {
    return body;
  }
  return std::nullopt;
}

Answer<Terminal> Identify(Office& office, const httplib::Request& request, std::string_view body) {
  if (auto fault = FaultBeforeWork()) return tl::unexpected(std::move(*fault));
  const std::size_t query = request.target.find('?');
  studio::HttpRequestParts parts;
  parts.method = request.method;
  parts.authority = LowerCase(request.get_header_value("Host"));
  parts.path = request.target.substr(0, query);
  parts.query = query == std::string::npos ? "?" : request.target.substr(query);
  parts.body = studio::AsBytes(body);
  return office.Identify(
      parts, {request.get_header_value("Content-Digest"),
              request.get_header_value("Signature-Input"), request.get_header_value("Signature")});
}

}  // namespace county

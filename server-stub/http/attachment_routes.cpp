#include "server/http/attachment_routes.h"

#include <httplib.h>

#include <charconv>

#include "server/http/http_exchange.h"
#include "shared/record/attachment.h"
#include "shared/record/upload_metadata.h"

namespace county {

namespace {

using httplib::ContentReader;
using httplib::Request;
using httplib::Response;

constexpr const char* kVersion = "1.0.0";
constexpr const char* kUploads = "/v1/attachments";
constexpr const char* kUpload = "/v1/attachments/([0-9a-f]{64})";
constexpr const char* kPieceType = "application/offset+octet-stream";
constexpr std::size_t kMaxPieceBytes = 256 * 1024;

// nullopt: absent, there twice, or anything but a decimal number.
std::optional<std::uint64_t> NumberIn(const Request& request, const char* header) {
  if (request.get_header_value_count(header) != 1) return std::nullopt;
  const std::string text = request.get_header_value(header);
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

Digest DigestIn(const Request& request) {
  return studio::ToArray<32>(studio::FromHex(request.matches[1].str())).value();
}

// The terminal that asks; nullopt after a refusal.
std::optional<Terminal> Admit(Office& office, const Request& request, std::string_view body,
                              Response& response) {
  response.set_header("Tus-Resumable", kVersion);
  const auto terminal = Identify(office, request, body);
  if (!terminal) {
    SendRefusal(response, terminal.error());
  } else if (request.get_header_value("Tus-Resumable") != kVersion) {
    response.set_header("Tus-Version", kVersion);
    SendRefusal(response, {412, "wrong_version", "Tus-Resumable: 1.0.0 alone is spoken"});
  } else {
    return *terminal;
  }
  return std::nullopt;
}

void Describe(const Request&, Response& response) {
  response.status = 204;
  response.set_header("Tus-Version", kVersion);
  response.set_header("Tus-Extension", "creation");
  response.set_header("Tus-Max-Size", std::to_string(studio::kMaxAttachmentBytes));
}

void Create(Office& office, const Request& request, Response& response,
            const ContentReader& reader) {
  const auto body = ReadBody(request, response, reader, 0);
  if (!body) return;
  const auto terminal = Admit(office, request, *body, response);
  if (!terminal) return;
  const auto length = NumberIn(request, "Upload-Length");
  if (!length) return SendRefusal(response, {400, "malformed", "Upload-Length: a number"});
  const auto digest =
      request.get_header_value_count("Upload-Metadata") == 1
          ? studio::DigestFromUploadMetadata(request.get_header_value("Upload-Metadata"))
          : std::nullopt;
  if (!digest) return SendRefusal(response, {400, "malformed", "Upload-Metadata: a digest"});
  const auto upload = office.BeginUpload(*terminal, *digest, *length);
  if (!upload) return SendRefusal(response, upload.error());
  response.status = 201;
  response.set_header("Location", std::string(kUploads) + "/" + studio::ToHex(*digest));
}

void AddPiece(Office& office, const Request& request, Response& response,
              const ContentReader& reader) {
  const auto body = ReadBody(request, response, reader, kMaxPieceBytes);
  if (!body) return;
  const auto terminal = Admit(office, request, *body, response);
  if (!terminal) return;
  if (request.get_header_value("Content-Type") != kPieceType) {
    return SendRefusal(response, {415, "malformed", std::string("Content-Type: ") + kPieceType});
  }
  const auto offset = NumberIn(request, "Upload-Offset");
  if (!offset) return SendRefusal(response, {400, "malformed", "Upload-Offset: a number"});
  const auto upload =
      office.AddToUpload(*terminal, DigestIn(request), *offset, studio::AsBytes(*body));
  if (!upload) return SendRefusal(response, upload.error());
  response.status = 204;
  response.set_header("Upload-Offset", std::to_string(upload->offset));
}

void TellOffset(Office& office, const Request& request, Response& response) {
  response.set_header("Cache-Control", "no-store");
  const auto terminal = Admit(office, request, request.body, response);
  if (!terminal) return;
  const auto upload = office.FindUpload(*terminal, DigestIn(request));
  if (!upload) return SendRefusal(response, upload.error());
  response.status = 200;
  response.set_header("Upload-Offset", std::to_string(upload->offset));
  response.set_header("Upload-Length", std::to_string(upload->length));
}

void Confirm(Office& office, const Request& request, Response& response) {
  const auto terminal = Identify(office, request, request.body);
  if (!terminal) return SendRefusal(response, terminal.error());
  Send(response, office.ConfirmAttachment(*terminal, DigestIn(request)));
}

}  // namespace

void RouteAttachments(httplib::Server& server, Office& office) {
  server.Options(kUploads, Describe);
  server.Options(kUpload, Describe);
  server.Post(kUploads,
              [&office](const Request& request, Response& response, const ContentReader& reader) {
                Create(office, request, response, reader);
              });
  server.Patch(kUpload,
               [&office](const Request& request, Response& response, const ContentReader& reader) {
                 AddPiece(office, request, response, reader);
               });
  // The library hands HEAD to the handlers of GET.
  server.Get(kUpload, [&office](const Request& request, Response& response) {
    if (request.method == "HEAD") {
      TellOffset(office, request, response);
    } else {
      Confirm(office, request, response);
    }
  });
}

}  // namespace county

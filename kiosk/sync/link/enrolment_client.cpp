#include "sync/link/enrolment_client.h"

#include <openssl/pem.h>

#include <cstdio>
#include <ctime>
#include <memory>

#include "shared/exchange/envelope.h"
#include "sync/line/http_client.h"
#include "sync/line/server_address.h"

namespace studio {
namespace {

constexpr std::size_t kEnvelopeHead = 4 + 8 + 64;  // before the payload: shared/exchange/envelope.h
constexpr std::size_t kMaxEnrolmentBytes = 64 * 1024;

Result<bool> CheckCaFile(const std::filesystem::path& ca_file) {
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
    void operator()(X509* certificate) const { X509_free(certificate); }
  };
  std::unique_ptr<std::FILE, Closer> file(std::fopen(ca_file.c_str(), "re"));
  if (!file) return Fail(ErrorKind::kInvalid, "cannot read the CA file " + ca_file.string());
  std::unique_ptr<X509, Closer> certificate(PEM_read_X509(file.get(), nullptr, nullptr, nullptr));
  if (!certificate) {
    return Fail(ErrorKind::kInvalid,
                "the CA file " + ca_file.string() + " holds no certificate in PEM format");
  }
  return true;
}

// nullopt: the folder is free.
Result<std::optional<Identity>> FindIdentity(const EnrolmentOrder& order,
                                             const ServerAddress& address) {
  Result<Identity> identity = LoadIdentity(order.folder);
  if (!identity && identity.error().kind == ErrorKind::kNotFound) return std::nullopt;
  if (!identity) {
    return Fail(ErrorKind::kConflict, "the data folder " + order.folder.string() +
                                          " holds a damaged enrolment (" + identity.error().detail +
                                          "): restore its files or use another folder");
  }
  const auto known = ServerAddress::Parse(identity->server_url);
  if (!known || known->origin() != address.origin()) {
    return Fail(ErrorKind::kConflict, "the data folder " + order.folder.string() +
                                          " is already enrolled with " + identity->server_url +
                                          ": use another folder");
  }
  return std::optional<Identity>(std::move(*identity));
}

HttpAnswer Ask(const EnrolmentOrder& order, HttpRequest request) {
  HttpClient client({order.ca_file, order.proxy});
  std::optional<HttpAnswer> answer;
  client.Send(std::move(request), [&](HttpAnswer got) { answer = std::move(got); });
  while (!answer) client.Run(std::chrono::seconds(1));
  return std::move(*answer);
}

std::string MachineTime() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", &parts);
  return text;
}

Error ConnectionError(const HttpAnswer& answer, const std::string& server) {
  switch (answer.fault) {
    case HttpFault::kCertificateDates:
      return {ErrorKind::kUnavailable,
              "the certificate of " + server + " is not valid now: this machine's clock says " +
                  MachineTime() + "; the certificate is good from " +
                  answer.certificate->not_before + " to " + answer.certificate->not_after +
                  ": set the clock, or have the county renew its certificate, and try again"};
    case HttpFault::kCertificate:
      return {ErrorKind::kForged, "the certificate of " + server +
                                      " does not belong to the CA given or to that host (" +
                                      answer.detail + "): check the address and the CA file"};
    case HttpFault::kNotAnAnswer:
      return {ErrorKind::kForged,
              "what answered at " + server + " is not a county (" + answer.detail + ")"};
    default:
      return {ErrorKind::kUnavailable, "cannot reach " + server + ": " + answer.detail};
  }
}

Error RefusalError(const HttpAnswer& answer, const std::string& server) {
  const std::string code = ErrorCodeFromJson(AsText(answer.body));
  if (code == "bad_code") {
    return {ErrorKind::kDenied, "the county does not know this code: check it and type it again"};
  }
  if (code == "used_code") {
    return {ErrorKind::kDenied,
            "this code has already enrolled another terminal: ask the county for a new one"};
  }
  if (code == "stale_code") {
    return {ErrorKind::kDenied, "this code is older than 24 hours: ask the county for a new one"};
  }
  if (code.empty()) {
    return {ErrorKind::kForged, "what answered at " + server + " is not a county (HTTP " +
                                    std::to_string(answer.status) +
                                    " without its form): a portal or another server"};
  }
  return {ErrorKind::kDenied,
          "the county refused: " + code + " (HTTP " + std::to_string(answer.status) + ")"};
}

// The key that verifies the answer is in the answer: TLS says whose it is, and the signature that
// the county's program holds the key it names.
Result<EnrolmentAnswer> ReadAnswer(const Bytes& body) {
  if (body.size() < kEnvelopeHead) return Fail(ErrorKind::kMalformed, "too short");
  const ByteView payload = ByteView(body).subspan(kEnvelopeHead);
  return EnrolmentAnswerFromJson(AsText(payload))
      .and_then([&](const EnrolmentAnswer& answer) -> Result<EnrolmentAnswer> {
        auto opened = OpenEnvelope(kEnrolmentContext, body, {&answer.county_signing_key, 1});
        if (!opened) return tl::unexpected(opened.error());
        return answer;
      });
}

}  // namespace

Result<Identity> Enrol(const EnrolmentOrder& order) {
  const auto code = EnrolmentCode::Parse(order.code);
  if (!code) {
    return Fail(
        ErrorKind::kInvalid,
        "\"" + order.code + "\" is no enrolment code: it has ten letters and digits, without U");
  }
  const auto address = ServerAddress::Parse(order.server_url);
  if (!address) return tl::unexpected(address.error());
  if (auto ca = CheckCaFile(order.ca_file); !ca) return tl::unexpected(ca.error());
  const auto present = FindIdentity(order, *address);
  if (!present) return tl::unexpected(present.error());
  const auto key = LoadOrMakeTerminalKey(order.folder);
  if (!key) return tl::unexpected(key.error());

  HttpRequest request;
  request.method = "POST";
  request.url = address->origin() + "/v1/enrol";
  request.headers = {"Content-Type: application/json"};
  const std::string json = ToJson(EnrolmentRequest{code->text(), key->Public(), STUDIO_VERSION});
  request.body = Bytes(json.begin(), json.end());
  request.max_answer_bytes = kMaxEnrolmentBytes;
  const HttpAnswer answer = Ask(order, std::move(request));
  if (answer.fault != HttpFault::kNone) {
    return tl::unexpected(ConnectionError(answer, address->origin()));
  }
  if (answer.status != 200) return tl::unexpected(RefusalError(answer, address->origin()));
  const auto county = ReadAnswer(answer.body);
  if (!county) {
    return Fail(ErrorKind::kForged, "what answered at " + address->origin() + " is not a county (" +
                                        county.error().detail + "): a portal's page, perhaps");
  }
  if (*present && ((*present)->county.terminal != county->terminal ||
                   (*present)->county.county_signing_key != county->county_signing_key)) {
    return Fail(ErrorKind::kConflict,
                "the data folder " + order.folder.string() + " is already enrolled as terminal " +
                    std::to_string((*present)->county.terminal) + ": use another folder");
  }
  Identity identity{*county, address->origin(), *key};
  if (auto saved = SaveIdentity(order.folder, identity, order.ca_file); !saved) {
    return tl::unexpected(saved.error());
  }
  return identity;
}

}  // namespace studio

#include "sync/line/http_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <map>
#include <mutex>

#include "sync/line/retry_after.h"

namespace studio {
namespace {

void StartCurlOnce() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

struct Transfer {
  Transfer(HttpRequest r, HttpClient::Done d)
      : request(std::move(r)), done(std::move(d)), check(request.dates) {}
  ~Transfer() {
    curl_easy_cleanup(easy);
    curl_slist_free_all(headers);
  }
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  HttpRequest request;
  HttpClient::Done done;
  HttpClient::Ticket ticket = 0;
  CertificateCheck check;
  CURL* easy = curl_easy_init();
  curl_slist* headers = nullptr;
  Bytes body;
  bool too_large = false;
};

std::size_t OnBody(char* data, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::size_t bytes = size * count;
  if (transfer.body.size() + bytes > transfer.request.max_answer_bytes) {
    transfer.too_large = true;
    return 0;
  }
  transfer.body.insert(transfer.body.end(), data, data + bytes);
  return bytes;
}

CURLcode OnSslContext(CURL*, void* ssl_ctx, void* self) {
  return static_cast<Transfer*>(self)->check.Install(ssl_ctx) ? CURLE_OK : CURLE_OUT_OF_MEMORY;
}

// Who was asked to wait is given little more, so that a line that died meanwhile is noticed.
std::chrono::duration<long> SilenceAllowed(const HttpRequest& request,
                                           const HttpSettings& settings) {
  constexpr std::chrono::seconds kGrace{10};
  if (request.held.count() == 0) return settings.silence_timeout;
  return request.held + std::min(settings.silence_timeout, kGrace);
}

void Configure(Transfer& transfer, const HttpSettings& settings) {
  CURL* easy = transfer.easy;
  const HttpRequest& request = transfer.request;
  curl_easy_setopt(easy, CURLOPT_PRIVATE, &transfer);
  curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "https");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);  // a hanging name server must not hold up a stop
  curl_easy_setopt(easy, CURLOPT_TCP_NODELAY, 1L);
  curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_setopt(easy, CURLOPT_PROXY, settings.proxy.c_str());
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT,
                   static_cast<long>(settings.connect_timeout.count()));
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, SilenceAllowed(request, settings).count());
  const auto whole = request.at_most.count() > 0 ? request.at_most : settings.whole_timeout;
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, static_cast<long>(whole.count()));

  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt(easy, CURLOPT_CAINFO, settings.ca_file.c_str());
  curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);  // Debian's default is the system's store
  curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, OnSslContext);
  curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, &transfer);
  if (request.dates.kind == DateRule::Kind::kWaived) {
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_SESSIONID_CACHE, 0L);
  }

  // No "Expect: 100-continue": it costs a round trip, or a second where nobody answers it.
  transfer.headers = curl_slist_append(transfer.headers, "Expect:");
  transfer.headers = curl_slist_append(transfer.headers, "User-Agent: studio-kiosk");
  for (const std::string& header : request.headers) {
    transfer.headers = curl_slist_append(transfer.headers, header.c_str());
  }
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer.headers);
  if (request.method == "HEAD") curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
  if (request.method == "POST" || request.method == "PATCH") {
    curl_easy_setopt(easy, CURLOPT_POST, 1L);
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
    // A null pointer would have curl read its body from standard input.
    curl_easy_setopt(
        easy, CURLOPT_POSTFIELDS,
        request.body.empty() ? "" : reinterpret_cast<const char*>(request.body.data()));
  }
  if (request.send_rate != 0) {
    curl_easy_setopt(easy, CURLOPT_MAX_SEND_SPEED_LARGE,
                     static_cast<curl_off_t>(request.send_rate));
  }
  // Unzipped piece by piece, so that the limit holds for what comes out.
  if (request.zipped) curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, OnBody);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
}

std::string HeaderOf(CURL* easy, const char* name) {
  curl_header* header = nullptr;
  if (curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &header) != CURLHE_OK) return {};
  return header->value;
}

// A header that is a decimal number and nothing else.
template <class Number>
std::optional<Number> NumberIn(CURL* easy, const char* name) {
  const std::string text = HeaderOf(easy, name);
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

HttpFault FaultOf(CURLcode code, const Transfer& transfer) {
  // Before curl's own code: a CA of the same name with another key fails as a mere "connect error".
  if (code != CURLE_OK && transfer.check.problem()) {
    return transfer.check.problem()->dates_only ? HttpFault::kCertificateDates
                                                : HttpFault::kCertificate;
  }
  switch (code) {
    case CURLE_OK:
      return HttpFault::kNone;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return HttpFault::kCertificate;
    case CURLE_WRITE_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_CONTENT_ENCODING:
      return HttpFault::kNotAnAnswer;
    default:
      return HttpFault::kUnreachable;
  }
}

HttpAnswer AnswerOf(Transfer& transfer, CURLcode code) {
  HttpAnswer answer;
  answer.fault = FaultOf(code, transfer);
  if (code != CURLE_OK) {
    answer.detail = transfer.too_large ? "the answer is larger than allowed"
                                       : std::string(curl_easy_strerror(code));
    if (transfer.check.problem()) {
      answer.certificate = transfer.check.problem();
      answer.detail += ": " + answer.certificate->reason;
    }
    return answer;
  }
  long status = 0;
  curl_easy_getinfo(transfer.easy, CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  answer.certificate_end_s = transfer.check.end_s();
  answer.retry_after = ReadRetryAfter(HeaderOf(transfer.easy, "Retry-After"),
                                      HeaderOf(transfer.easy, "Date"), std::time(nullptr));
  answer.upload_offset = NumberIn<std::uint64_t>(transfer.easy, "Upload-Offset");
  answer.body = std::move(transfer.body);
  return answer;
}

}  // namespace

struct HttpClient::Curl {
  explicit Curl(HttpSettings s) : settings(std::move(s)) {}
  HttpSettings settings;
  CURLM* multi = curl_multi_init();
  std::map<CURL*, std::unique_ptr<Transfer>> transfers;
  HttpClient::Ticket last_ticket = 0;
};

HttpClient::HttpClient(HttpSettings settings) {
  StartCurlOnce();
  curl_ = std::make_unique<Curl>(std::move(settings));
}

HttpClient::~HttpClient() {
  for (auto& [easy, transfer] : curl_->transfers) curl_multi_remove_handle(curl_->multi, easy);
  curl_->transfers.clear();
  curl_multi_cleanup(curl_->multi);
}

HttpClient::Ticket HttpClient::Send(HttpRequest request, Done done) {
  auto transfer = std::make_unique<Transfer>(std::move(request), std::move(done));
  const Ticket ticket = transfer->ticket = ++curl_->last_ticket;
  Configure(*transfer, curl_->settings);
  CURL* easy = transfer->easy;
  curl_->transfers.emplace(easy, std::move(transfer));
  curl_multi_add_handle(curl_->multi, easy);
  return ticket;
}

void HttpClient::Cancel(Ticket ticket) {
  auto& transfers = curl_->transfers;
  const auto found = std::find_if(transfers.begin(), transfers.end(), [ticket](const auto& each) {
    return each.second->ticket == ticket;
  });
  if (found == transfers.end()) return;
  curl_multi_remove_handle(curl_->multi, found->first);
  transfers.erase(found);
}

void HttpClient::Run(std::chrono::milliseconds at_most, int watch_fd) {
  int running = 0;
  curl_multi_perform(curl_->multi, &running);
  const bool finished = running < static_cast<int>(curl_->transfers.size());
  if (!finished) {
    const auto wait = std::clamp<std::int64_t>(at_most.count(), 0, 3'600'000);
    curl_waitfd watched{watch_fd, CURL_WAIT_POLLIN, 0};
    curl_multi_poll(curl_->multi, &watched, watch_fd >= 0 ? 1 : 0, static_cast<int>(wait), nullptr);
    curl_multi_perform(curl_->multi, &running);
  }
  // A completion may send again, so it runs after its transfer has left the table.
  int left = 0;
  while (CURLMsg* message = curl_multi_info_read(curl_->multi, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL* easy = message->easy_handle;
    const CURLcode code = message->data.result;
    auto node = curl_->transfers.extract(easy);
    HttpAnswer answer = AnswerOf(*node.mapped(), code);
    curl_multi_remove_handle(curl_->multi, easy);
    Done done = std::move(node.mapped()->done);
    node.mapped().reset();
    done(std::move(answer));
  }
}

void HttpClient::Wake() { curl_multi_wakeup(curl_->multi); }

}  // namespace studio

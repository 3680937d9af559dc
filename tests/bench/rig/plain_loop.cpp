#include "plain_loop.h"

#include <curl/curl.h>

#include <memory>
#include <stdexcept>

#include "figures.h"
#include "platform/system_clock.h"
#include "store/base/database.h"
#include "store/files/batch_packing.h"
#include "store/rows/tables.h"
#include "sync/link/county_protocol.h"

namespace studio::bench {
namespace {

struct Closer {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, Closer>;
using Headers = std::unique_ptr<curl_slist, Closer>;

std::size_t PassOver(char*, std::size_t size, std::size_t count, void*) { return size * count; }

Headers HeadersOf(const HttpRequest& request) {
  curl_slist* list = curl_slist_append(nullptr, "Expect:");
  for (const std::string& header : request.headers) {
    list = curl_slist_append(list, header.c_str());
  }
  return Headers(list);
}

void Post(CURL* easy, const HttpRequest& request) {
  const Headers headers = HeadersOf(request);
  curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
  curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  const CURLcode code = curl_easy_perform(easy);
  if (code != CURLE_OK) throw std::runtime_error(curl_easy_strerror(code));
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) throw std::runtime_error("a batch is answered " + std::to_string(status));
}

}  // namespace

std::vector<HttpRequest> PackAll(const std::filesystem::path& folder, const Identity& identity,
                                 const BatchLimits& limits) {
  auto opened = OpenDatabase(folder);
  if (!opened) throw std::runtime_error(opened.error().detail);
  const AttachmentFolder attachments(folder);
  Tables tables(std::move(*opened), identity, attachments);
  const auto protocol = CountyProtocol::For(identity);
  if (!protocol) throw std::runtime_error(protocol.error().detail);
  const std::int64_t now_s = SystemClock().Now().wall_ms / 1000;
  BatchPacking packing(limits, identity.county.terminal, tables.streams.Current());
  std::vector<HttpRequest> requests;
  const auto close = [&] {
    requests.push_back(protocol->RecordsRequest(Encode(packing.batch()), now_s));
    packing.Clear();
  };
  close();  // the greeting
  tables.outbox.PickWaiting([&](BatchEntry entry) {
    if (!packing.Takes(entry)) close();
    packing.Add(std::move(entry));
    return true;
  });
  if (!packing.batch().entries.empty()) close();
  return requests;
}

double PostAll(const std::vector<HttpRequest>& requests, const std::filesystem::path& ca_file) {
  const Easy easy(curl_easy_init());
  curl_easy_setopt(easy.get(), CURLOPT_CAINFO, ca_file.c_str());
  curl_easy_setopt(easy.get(), CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
  curl_easy_setopt(easy.get(), CURLOPT_TCP_NODELAY, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(easy.get(), CURLOPT_POST, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, PassOver);
  const Stopwatch watch;
  for (const HttpRequest& request : requests) Post(easy.get(), request);
  return watch.Ms();
}

}  // namespace studio::bench

#include "sync/line/server_address.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace studio {
namespace {

struct UrlCloser {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

std::string PartOf(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK || text == nullptr) return "";
  std::string out = text;
  curl_free(text);
  return out;
}

}  // namespace

Result<ServerAddress> ServerAddress::Parse(const std::string& url) {
  std::unique_ptr<CURLU, UrlCloser> parsed(curl_url());
  const CURLUcode code =
      curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME);
  if (code != CURLUE_OK) {
    return Fail(ErrorKind::kInvalid, "the server address \"" + url +
                                         "\" is not a URL such as https://county.example:8443 (" +
                                         curl_url_strerror(code) + ")");
  }
  if (PartOf(parsed.get(), CURLUPART_SCHEME) != "https") {
    return Fail(ErrorKind::kInvalid,
                "the server address \"" + url + "\" does not begin with https://");
  }
  std::string path = PartOf(parsed.get(), CURLUPART_PATH);
  if ((!path.empty() && path != "/") || !PartOf(parsed.get(), CURLUPART_QUERY).empty() ||
      !PartOf(parsed.get(), CURLUPART_FRAGMENT).empty() ||
      !PartOf(parsed.get(), CURLUPART_USER).empty()) {
    return Fail(ErrorKind::kInvalid, "the server address \"" + url +
                                         "\" has more than a host and a port: leave out user "
                                         "name, path and query");
  }
  std::string host = PartOf(parsed.get(), CURLUPART_HOST);
  std::transform(host.begin(), host.end(), host.begin(),
                 [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  std::string port = PartOf(parsed.get(), CURLUPART_PORT);

  ServerAddress address;
  address.authority_ = port.empty() || port == "443" ? host : host + ":" + port;
  address.origin_ = "https://" + address.authority_;
  return address;
}

}  // namespace studio

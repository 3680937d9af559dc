// The bytes are tried as the head of a request, as the front judges it before it reads a body.
// Whatever is let in has one framing that its route bears, a path, and an authority that is known.
#include "fuzz.h"
#include "server/front/bounds.h"
#include "server/front/request_head.h"
#include "shared/base/bytes.h"

using namespace county;

namespace {

bool IsName(std::string_view text) { return !text.empty() && text.find('/') == text.npos; }

const RouteTable& Routes() {
  static const RouteTable routes = [] {
    RouteTable table;
    table.Add({"GET", "/v1/time", "", nullptr, 0, Lane::kAnybody, {}});
    table.Add({"POST", "/v1/records", "", nullptr, 1000, Lane::kTerminals, {}});
    table.Add({"PATCH", "/v1/attachments/", "", IsName, 100, Lane::kTerminals, {}});
    table.Add({"GET", "/t/", "/thanks", IsName, 0, Lane::kAnybody, {}});
    return table;
  }();
  return routes;
}

}  // namespace

FUZZ(front)(const std::uint8_t* data, std::size_t size) {
  static const Authorities authorities({"localhost", "*.example.cn", "::1"}, {"county.cn:8443"});
  const std::string_view bytes = studio::AsText(studio::ByteView(data, size));
  const std::size_t end = HeadSize(bytes);
  const auto head = JudgeHead(bytes.substr(0, end == 0 ? size : end), Routes(), authorities);
  if (!head) {
    Must(head.error().status >= 400 && head.error().status < 600);
    Must(!head.error().code.empty() && !head.error().detail.empty());
    return 0;
  }
  const Request& request = head->request;
  Must(end != 0 && end <= kMaxHeadBytes && request.target.size() <= kMaxTarget);
  Must(head->route != nullptr && authorities.Know(request.authority));
  Must(request.path.starts_with('/') && request.path + request.query == request.target);
  Must(request.Count("Host") == 1 && request.Count("Content-Length") <= 1);
  const bool brings = head->framing != Framing::kNone;
  Must(!brings || head->route->most_body > 0);
  Must(!brings || request.method == "POST" || request.method == "PATCH");
  Must((head->framing == Framing::kChunked) == (request.Count("Transfer-Encoding") == 1));
  Must(head->framing != Framing::kLength || head->length <= head->route->most_body);
  return 0;
}

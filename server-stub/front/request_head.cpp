#include "server/front/request_head.h"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <charconv>
#include <limits>
#include <optional>

#include "server/front/bounds.h"

namespace county {

namespace {

namespace http = boost::beast::http;

using Objection = std::optional<FrontRefusal>;
using Fields = http::fields;

constexpr std::string_view kEndOfHead = "\r\n\r\n";
constexpr std::array kOnlyOnce = {"Host",         "Content-Length", "Transfer-Encoding",
                                  "Content-Type", "Content-Digest", "Signature-Input",
                                  "Signature",    "Expect",         "Content-Encoding",
                                  "Connection"};

FrontRefusal Malformed(std::string detail) { return {400, "malformed", std::move(detail)}; }

std::string_view ViewOf(boost::beast::string_view text) { return {text.data(), text.size()}; }

std::string_view ValueOf(const Fields& fields, const char* name) { return ViewOf(fields[name]); }

bool Has(const Fields& fields, const char* name) { return fields.find(name) != fields.end(); }

// Line ends are CR LF, nothing is folded, and there are neither too many lines nor too long ones.
Objection LinesRefused(std::string_view head) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = head.find("\r\n", at);
    const std::string_view line = head.substr(at, end - at);
    if (line.size() > kMaxHeadLine) {
      return lines == 0 ? FrontRefusal{414, "too_large", "the address is too long"}
                        : FrontRefusal{431, "too_large", "a header line is too long"};
    }
    if (++lines > kMaxHeadLines) return FrontRefusal{431, "too_large", "too many header lines"};
    if (line.starts_with(' ') || line.starts_with('\t')) return Malformed("a folded header line");
    const auto control = [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return (byte < 0x20 && byte != '\t') || byte == 0x7f;
    };
    if (std::any_of(line.begin(), line.end(), control)) return Malformed("a control character");
    at = end + 2;
  }
  return std::nullopt;
}

Objection TargetRefused(std::string_view target) {
  if (target.size() > kMaxTarget) return FrontRefusal{414, "too_large", "the address is too long"};
  const auto odd = [](char c) { return c <= ' ' || c >= 0x7f || c == '#'; };
  if (!target.starts_with('/') || std::any_of(target.begin(), target.end(), odd)) {
    return Malformed("the address is not a path");
  }
  return std::nullopt;
}

Objection DoubledRefused(const Fields& fields) {
  for (const char* name : kOnlyOnce) {
    if (fields.count(name) > 1) return Malformed(std::string(name) + " more than once");
  }
  return std::nullopt;
}

std::optional<std::uint64_t> LengthFrom(std::string_view text) {
  std::uint64_t length = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, length);
  if (text.empty() || error != std::errc{} || stop != end) return std::nullopt;
  return length;
}

// One framing, or none; without one a body cannot follow, so nothing else may either.
Objection FrameBody(const Fields& fields, bool old, RequestHead& head) {
  const bool bodiless = head.request.method != "POST" && head.request.method != "PATCH";
  const bool coded = Has(fields, "Transfer-Encoding");
  if (coded && (Has(fields, "Content-Length") || old)) {
    return Malformed("the body's length is told in two ways");
  }
  if (coded) {
    if (!SameName(ValueOf(fields, "Transfer-Encoding"), "chunked")) {
      return Malformed("Transfer-Encoding: chunked alone is taken");
    }
    head.framing = Framing::kChunked;
  } else if (Has(fields, "Content-Length")) {
    const auto length = LengthFrom(ValueOf(fields, "Content-Length"));
    if (!length) return Malformed("Content-Length: a number");
    head.length = *length;
    if (*length > 0) head.framing = Framing::kLength;
  } else if (!bodiless) {
    head.last = true;
  }
  if (bodiless && head.framing != Framing::kNone) {
    return Malformed("a request of this kind has no body");
  }
  return std::nullopt;
}

Objection HostRefused(const Fields& fields, const Authorities& authorities, Request& request) {
  if (!Has(fields, "Host")) return Malformed("Host is needed");
  request.authority = LowerCase(ValueOf(fields, "Host"));
  if (!authorities.Know(request.authority)) {
    return FrontRefusal{421, "malformed", "Host: this county has another name"};
  }
  return std::nullopt;
}

// What is of no use here is not taken, rather than read and left aside.
Objection ExtrasRefused(const Fields& fields, RequestHead& head) {
  if (Has(fields, "Range") || Has(fields, "If-Range")) {
    return Malformed("Range: answers are given whole");
  }
  const std::string_view coding = ValueOf(fields, "Content-Encoding");
  if (Has(fields, "Content-Encoding") && !SameName(coding, "identity")) {
    return FrontRefusal{415, "malformed", "bodies are sent as they are, without coding"};
  }
  if (LowerCase(ValueOf(fields, "Content-Type")).starts_with("multipart/")) {
    return FrontRefusal{415, "malformed", "a body of several parts is not taken"};
  }
  if (Has(fields, "Expect")) {
    if (!SameName(ValueOf(fields, "Expect"), "100-continue")) {
      return FrontRefusal{417, "malformed", "Expect: 100-continue alone is met"};
    }
    head.expects_continue = head.framing != Framing::kNone;
  }
  return std::nullopt;
}

Objection FindRoute(const RouteTable& routes, RequestHead& head) {
  const FoundRoute found = routes.Find(head.request.method, head.request.path);
  if (!found.route) return FrontRefusal{404, "not_found", "no such resource"};
  head.route = found.route;
  head.request.named = found.named;
  if (head.framing == Framing::kLength && head.length > found.route->most_body) {
    return FrontRefusal{413, "too_large",
                        "at most " + std::to_string(found.route->most_body) + " bytes"};
  }
  return std::nullopt;
}

void ReadTarget(std::string_view target, Request& request) {
  const std::size_t query = target.find('?');
  request.target = target;
  request.path = target.substr(0, query);
  if (query != std::string_view::npos) request.query = target.substr(query);
}

}  // namespace

std::size_t HeadSize(std::string_view bytes) {
  const std::size_t end = bytes.find(kEndOfHead);
  return end == std::string_view::npos ? 0 : end + kEndOfHead.size();
}

tl::expected<RequestHead, FrontRefusal> JudgeHead(std::string_view bytes, const RouteTable& routes,
                                                  const Authorities& authorities) {
  if (bytes.size() > kMaxHeadBytes) {
    return tl::unexpected(FrontRefusal{431, "too_large", "the header is too long"});
  }
  if (auto refused = LinesRefused(bytes)) return tl::unexpected(std::move(*refused));
  // Its framing is judged here, so that the library's does not matter.
  http::request_parser<http::empty_body> parser;
  parser.header_limit(kMaxHeadBytes);
  parser.body_limit(std::numeric_limits<std::uint64_t>::max());
  boost::system::error_code error;
  const std::size_t read = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  if (error && error != http::error::need_more && error != http::error::unexpected_body) {
    if (error == http::error::bad_version) {
      return tl::unexpected(FrontRefusal{505, "malformed", "another version than HTTP/1.1"});
    }
    return tl::unexpected(Malformed("no HTTP request that can be read: " + error.message()));
  }
  if (!parser.is_header_done() || read != bytes.size()) {
    return tl::unexpected(Malformed("no HTTP request that can be read"));
  }
  const auto& read_head = parser.get();
  RequestHead head;
  head.request.method = ViewOf(read_head.method_string());
  const bool old = read_head.version() < 11;
  head.last = old || LowerCase(ValueOf(read_head, "Connection")).find("close") != std::string::npos;
  Objection refused = TargetRefused(ViewOf(read_head.target()));
  if (!refused) refused = DoubledRefused(read_head);
  if (!refused) refused = FrameBody(read_head, old, head);
  if (!refused) refused = HostRefused(read_head, authorities, head.request);
  if (!refused) {
    ReadTarget(ViewOf(read_head.target()), head.request);
    refused = FindRoute(routes, head);
  }
  if (!refused) refused = ExtrasRefused(read_head, head);
  if (refused) return tl::unexpected(std::move(*refused));
  for (const auto& field : read_head) {
    head.request.fields.push_back(
        {std::string(ViewOf(field.name_string())), std::string(ViewOf(field.value()))});
  }
  return head;
}

}  // namespace county

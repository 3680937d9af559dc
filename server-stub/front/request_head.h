// The head of a request, judged before a byte of its body is read: HTTP/1.1 (RFC 9112) without
// what the protocol has no use for. A pure function over bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <tl/expected.hpp>

#include "server/front/authorities.h"
#include "server/front/http_message.h"
#include "server/front/route_table.h"

namespace county {

enum class Framing { kNone, kLength, kChunked };

struct RequestHead {
  Request request;  // without body and sender
  const Route* route = nullptr;
  Framing framing = Framing::kNone;
  std::uint64_t length = 0;       // of the body, where framing is kLength
  bool last = false;              // the connection ends with its answer
  bool expects_continue = false;  // Expect: 100-continue
};

// How long the head at the beginning of `bytes` is, with its blank line; 0: it is not whole yet.
std::size_t HeadSize(std::string_view bytes);

// head: of HeadSize() bytes. Whatever is refused ends its connection:
//   400 no HTTP/1.1, more than one Host or of what is signed, more than one framing or a doubtful
//       one, a body where there is none, a range
//   404 no route   413 a body that is too large   414, 431 too long, too many lines
//   415 a coded body, or one of several parts   417 another expectation   421 another county's
//   505 another version
tl::expected<RequestHead, FrontRefusal> JudgeHead(std::string_view head, const RouteTable& routes,
                                                  const Authorities& authorities);

}  // namespace county

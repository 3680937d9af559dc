#include "server/front/body_reader.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/front/bounds.h"

namespace county {

namespace {

namespace http = boost::beast::http;

constexpr std::string_view kHeadOfChunks = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";

}  // namespace

// The library's parser, told a head of its own.
struct BodyReader::Chunks {
  http::request_parser<http::string_body> parser;
};

BodyReader::BodyReader(const RequestHead& head, std::size_t most)
    : length_(static_cast<std::size_t>(head.length)) {
  if (head.framing != Framing::kChunked) return;
  chunks_ = std::make_unique<Chunks>();
  chunks_->parser.body_limit(most);
  boost::system::error_code error;
  chunks_->parser.put(boost::asio::buffer(kHeadOfChunks.data(), kHeadOfChunks.size()), error);
}

BodyReader::~BodyReader() = default;

std::size_t BodyReader::size() const {
  return chunks_ ? chunks_->parser.get().body().size() : body_.size();
}

std::string BodyReader::Body() {
  return chunks_ ? std::move(chunks_->parser.get().body()) : std::move(body_);
}

BodyReader::State BodyReader::Take(std::string& bytes) {
  if (chunks_) return TakeChunks(bytes);
  const std::size_t taken = std::min(bytes.size(), length_ - body_.size());
  body_.append(bytes, 0, taken);
  bytes.erase(0, taken);
  return body_.size() == length_ ? State::kWhole : State::kMore;
}

BodyReader::State BodyReader::TakeChunks(std::string& bytes) {
  auto& parser = chunks_->parser;
  parser.eager(true);
  std::size_t taken = 0;
  State state = State::kMore;
  while (state == State::kMore && taken < bytes.size()) {
    boost::system::error_code error;
    const std::size_t used =
        parser.put(boost::asio::buffer(bytes.data() + taken, bytes.size() - taken), error);
    taken += used;
    if (error == http::error::body_limit) return State::kTooLarge;
    if (error && error != http::error::need_more) return State::kMalformed;
    if (parser.is_done()) state = State::kWhole;
    if (used == 0) break;
  }
  bytes.erase(0, taken);
  // A line between chunks that does not end.
  if (state == State::kMore && bytes.size() >= kMaxReadAhead) return State::kMalformed;
  return state;
}

}  // namespace county

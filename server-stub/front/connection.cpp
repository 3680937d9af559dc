#include "server/front/connection.h"

#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/post.hpp>

namespace county {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t kPieces = 64;
constexpr std::chrono::milliseconds kPause{25};
constexpr int kReadsAtOnce = 16;  // then others have their turn
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// As far as it can be told where the head was no good; for the words of the refusal alone.
std::string PathIn(std::string_view head) {
  const std::size_t from = head.find(' ');
  if (from == std::string_view::npos) return {};
  const std::string_view rest = head.substr(from + 1);
  return std::string(rest.substr(0, rest.find_first_of(" ?\r")));
}

}  // namespace

class Connection::Asked : public Exchange {
 public:
  Asked(Request request, std::shared_ptr<Connection> connection)
      : Exchange(std::move(request)),
        loop_(connection->desk_.loop),
        connection_(std::move(connection)) {}

  ~Asked() override {
    if (!answered_) Tell([](Connection& connection) { connection.Close(); });
  }

  void Answer(Response response) override {
    if (answered_.exchange(true)) return;
    Tell([answer = std::move(response)](Connection& connection) mutable {
      connection.Answered(answer);
    });
  }
  bool Gone() const override { return gone_; }
  void Prove(std::uint32_t terminal) override {
    Tell(
        [terminal](Connection& connection) { connection.desk_.crowd.Prove(connection, terminal); });
  }
  void LoseAsker() { gone_ = true; }

 private:
  template <class What>
  void Tell(What what) {
    asio::post(loop_, [connection = connection_, told = std::move(what)]() mutable {
      if (connection->phase_ != Phase::kClosed) told(*connection);
    });
  }

  asio::io_context& loop_;
  const std::shared_ptr<Connection> connection_;
  std::atomic<bool> answered_ = false;
  std::atomic<bool> gone_ = false;
};

Connection::Connection(FrontDesk& desk, asio::ip::tcp::socket socket, const TlsContext& tls,
                       const Welcome& welcome, std::string address)
    : desk_(desk),
      socket_(std::move(socket)),
      line_(tls, socket_.native_handle(), welcome.certificate),
      timer_(desk.loop),
      address_(std::move(address)) {}

void Connection::Begin() {
  Enter(Phase::kShaking, desk_.settings.times.handshake);
  Go();
}

void Connection::EndSoon() {
  last_ = true;
  const bool answering = phase_ == Phase::kWorking || phase_ == Phase::kWriting ||
                         phase_ == Phase::kPausing || phase_ == Phase::kDraining;
  if (!answering) Close();
}

void Connection::Close() {
  if (phase_ == Phase::kClosed) return;
  phase_ = Phase::kClosed;
  const auto keep = shared_from_this();
  if (const auto asked = asked_.lock()) asked->LoseAsker();
  CountBody(0);
  timer_.cancel();
  error_code ignored;
  socket_.close(ignored);
  desk_.crowd.Leave(*this);
  if (desk_.stopping && desk_.crowd.size() == 0) desk_.emptied();
}

void Connection::Reset() {
  error_code ignored;
  socket_.set_option(asio::socket_base::linger(true, 0), ignored);
  Close();
}

void Connection::Enter(Phase phase, steady_clock::duration at_most) {
  phase_ = phase;
  timer_.expires_after(at_most);
  timer_.async_wait([self = weak_from_this()](const error_code& error) {
    const auto connection = self.lock();
    // One that was set anew meanwhile is not this one's end.
    if (error || !connection || connection->timer_.expiry() > steady_clock::now()) return;
    connection->TimeIsUp();
  });
}

void Connection::TimeIsUp() {
  switch (phase_) {
    case Phase::kHead:
      if (in_.empty()) return Close();
      [[fallthrough]];
    case Phase::kBody:
      Refuse({408, "malformed", "the request did not come whole in time"});
      break;
    case Phase::kPausing:
      Enter(Phase::kWriting, TimeFor(out_.size() - written_));
      Go();
      break;
    case Phase::kWorking:
    case Phase::kClosed:
      break;
    default:
      Close();
  }
}

void Connection::Await(asio::socket_base::wait_type what) {
  bool& awaiting = what == asio::socket_base::wait_read ? awaiting_read_ : awaiting_write_;
  if (awaiting || phase_ == Phase::kClosed) return;
  awaiting = true;
  socket_.async_wait(what, [self = shared_from_this(), &awaiting](const error_code& error) {
    awaiting = false;
    if (!error) self->Go();
  });
}

bool Connection::IsThrough(TlsLine::State state) {
  switch (state) {
    case TlsLine::State::kDone:
      return true;
    case TlsLine::State::kWantsRead:
      Await(asio::socket_base::wait_read);
      return false;
    case TlsLine::State::kWantsWrite:
      Await(asio::socket_base::wait_write);
      return false;
    default:
      Close();
      return false;
  }
}

void Connection::Go() {
  switch (phase_) {
    case Phase::kShaking:
      return Shake();
    case Phase::kIdle:
    case Phase::kHead:
    case Phase::kBody:
    case Phase::kWorking:
    case Phase::kSilent:
      return Read();
    case Phase::kWriting:
      return Write();
    case Phase::kDraining:
      return Drain();
    case Phase::kPausing:
    case Phase::kClosed:
      return;
  }
}

void Connection::Shake() {
  if (!IsThrough(line_.Shake())) return;
  Enter(Phase::kHead, desk_.settings.times.head);
  Read();
}

void Connection::Read() {
  for (int times = 0; times < kReadsAtOnce; ++times) {
    if (phase_ == Phase::kWorking && in_.size() >= kMaxReadAhead) return;
    const TlsLine::Moved moved = line_.Read(desk_.read);
    if (!IsThrough(moved.state)) return;
    if (phase_ == Phase::kSilent) continue;
    in_.append(desk_.read.data(), moved.bytes);
    if (phase_ != Phase::kWorking && Advance()) return;
  }
  GoOn();
}

// Not within this turn: others wait too.
void Connection::GoOn() {
  asio::post(desk_.loop, [self = shared_from_this()] { self->Go(); });
}

// True where the phase is another one now, which does what is to be done.
bool Connection::Advance() {
  if (phase_ == Phase::kIdle && !in_.empty()) Enter(Phase::kHead, desk_.settings.times.head);
  if (phase_ == Phase::kHead && TakeHead()) return true;
  return phase_ == Phase::kBody && TakeBody();
}

bool Connection::TakeHead() {
  const std::size_t size = HeadSize(in_);
  if (size == 0 && in_.size() <= kMaxHeadBytes) return false;
  auto head = JudgeHead(std::string_view(in_).substr(0, size == 0 ? in_.size() : size),
                        desk_.routes, desk_.authorities);
  if (!head) {
    Refuse(head.error());
    return true;
  }
  in_.erase(0, size);
  last_ = head->last || desk_.settings.one_request_each || desk_.stopping;
  head_only_ = head->request.method == "HEAD";
  head_ = std::move(*head);
  if (head_->framing == Framing::kNone) {
    Dispatch();
    return true;
  }
  const std::size_t most = head_->route->most_body;
  body_ = std::make_unique<BodyReader>(*head_, most);
  Enter(Phase::kBody, TimeFor(head_->framing == Framing::kChunked ? most : head_->length));
  // So little that it always fits into what the socket takes at once.
  if (head_->expects_continue && line_.Write(kContinue).state != TlsLine::State::kDone) {
    Close();
    return true;
  }
  return false;
}

bool Connection::TakeBody() {
  const BodyReader::State state = body_->Take(in_);
  CountBody(body_->size());
  if (phase_ == Phase::kClosed) return true;  // it was the oldest with a body, and there were many
  switch (state) {
    case BodyReader::State::kMore:
      return false;
    case BodyReader::State::kTooLarge:
      Refuse({413, "too_large", "at most " + std::to_string(head_->route->most_body) + " bytes"});
      return true;
    case BodyReader::State::kMalformed:
      Refuse({400, "malformed", "the body is not in the pieces that it was told to be in"});
      return true;
    case BodyReader::State::kWhole:
      break;
  }
  head_->request.body = body_->Body();
  Dispatch();
  return true;
}

void Connection::CountBody(std::size_t size) {
  const std::size_t before = counted_;
  counted_ = size;
  if (size > before) desk_.crowd.BodyGrew(size - before);
  if (size < before) desk_.crowd.BodyEnded(before - size);
}

void Connection::Dispatch() {
  phase_ = Phase::kWorking;
  timer_.cancel();
  body_.reset();
  if (in_.empty()) in_ = std::string();  // it may wait for long
  Request request = std::move(head_->request);
  request.address = address_;
  const Route& route = *head_->route;
  head_.reset();
  const auto asked = std::make_shared<Asked>(std::move(request), shared_from_this());
  asked_ = asked;
  desk_.post(route.lane, [&route, asked] { route.handle(asked); });
  // So that it is noticed when nobody waits any more.
  Read();
}

void Connection::Refuse(const FrontRefusal& refusal) {
  const std::string path = head_ ? head_->request.path : PathIn(in_);
  spdlog::debug("refused: {} {}", refusal.status, refusal.detail);
  in_ = std::string();
  body_.reset();
  head_.reset();
  CountBody(0);
  last_ = true;
  drains_ = true;
  Send(desk_.settings.refuse(refusal, path));
}

void Connection::Answered(const Response& response) {
  if (phase_ != Phase::kWorking) return;
  CountBody(0);
  switch (response.delivery) {
    case Delivery::kDropped:
      return Close();
    case Delivery::kReset:
      return Reset();
    case Delivery::kSilent:
      Enter(Phase::kSilent, kSilenceTime);
      if (desk_.stopping) return Close();
      return Read();
    default:
      return Send(response);
  }
}

void Connection::Send(const Response& response) {
  last_ = last_ || desk_.stopping;
  drops_ = response.delivery == Delivery::kHalf;
  out_ = HeadOnWire(response, last_);
  const std::size_t body_at = out_.size();
  if (!head_only_) out_ += response.body;
  written_ = 0;
  until_ = drops_ ? body_at + response.body.size() / 2 : out_.size();
  piece_ = 0;
  if (response.delivery == Delivery::kInPieces) {
    piece_ = response.body.size() / kPieces + 1;
    until_ = std::min(body_at + piece_, out_.size());
  }
  Enter(Phase::kWriting, TimeFor(out_.size()));
  Write();
}

void Connection::Write() {
  while (written_ < until_) {
    const TlsLine::Moved moved =
        line_.Write(std::string_view(out_).substr(written_, until_ - written_));
    if (!IsThrough(moved.state)) return;
    written_ += moved.bytes;
  }
  if (piece_ > 0 && written_ < out_.size()) {
    until_ = std::min(until_ + piece_, out_.size());
    return Enter(Phase::kPausing, kPause);
  }
  WriteEnded();
}

void Connection::WriteEnded() {
  if (drops_) return Close();
  out_ = std::string();
  if (last_ && !drains_ && in_.empty()) {
    line_.SayGoodbye();
    return Close();
  }
  if (last_) {
    // Cut at once, what is still on its way here would destroy the answer on its way there.
    line_.SayGoodbye();
    error_code ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    Enter(Phase::kDraining, kDrainTime);
    return Drain();
  }
  if (in_.empty()) {
    in_ = std::string();
    Enter(Phase::kIdle, desk_.settings.times.idle);
    return Read();
  }
  // The next one came already.
  Enter(Phase::kHead, desk_.settings.times.head);
  if (!Advance()) GoOn();
}

void Connection::Drain() {
  for (int times = 0; times < kReadsAtOnce; ++times) {
    const ssize_t bytes =
        recv(socket_.native_handle(), desk_.read.data(), desk_.read.size(), MSG_DONTWAIT);
    if (bytes < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
      return Await(asio::socket_base::wait_read);
    if (bytes <= 0) return Close();
    drained_ += static_cast<std::size_t>(bytes);
    if (drained_ > kMaxDrained) return Close();
  }
  GoOn();
}

}  // namespace county

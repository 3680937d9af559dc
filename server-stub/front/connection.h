// One connection to the front, from its handshake to its end. Lives on the loop's thread; what is
// worked on comes back to it there.
#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <string>

#include "server/front/body_reader.h"
#include "server/front/crowd.h"
#include "server/front/front.h"

namespace county {

// What all connections of a front share, on the loop's thread.
struct FrontDesk {
  const FrontSettings& settings;
  const RouteTable& routes;
  const Authorities& authorities;
  Crowd& crowd;
  boost::asio::io_context& loop;
  std::function<void(Lane, std::function<void()>)> post;
  std::function<void()> emptied;  // everybody has gone, while the county stops
  bool stopping = false;
  std::array<char, 16 * 1024> read{};  // what was read last, for whoever reads
};

class Connection : public Guest, public std::enable_shared_from_this<Connection> {
 public:
  Connection(FrontDesk& desk, boost::asio::ip::tcp::socket socket, const TlsContext& tls,
             const Welcome& welcome, std::string address);

  void Begin();
  // After its answer, or at once where nothing is under way.
  void EndSoon();
  void Close();

  bool Working() const override { return phase_ == Phase::kWorking; }
  bool HasBody() const override { return counted_ > 0; }
  void Expel() override { Close(); }

 private:
  class Asked;
  enum class Phase {
    kShaking,
    kIdle,  // before the first byte of a request
    kHead,
    kBody,
    kWorking,  // somebody has the request
    kWriting,
    kPausing,  // between two pieces
    kSilent,
    kDraining,
    kClosed,
  };

  void Go();  // whatever the phase allows
  void Shake();
  void Read();
  void Drain();
  bool Advance();  // false: more has to come
  bool TakeHead();
  bool TakeBody();
  void Dispatch();
  void CountBody(std::size_t size);
  void Refuse(const FrontRefusal& refusal);
  void Answered(const Response& response);
  void Send(const Response& response);
  void Write();
  void WriteEnded();
  void GoOn();

  void Enter(Phase phase, std::chrono::steady_clock::duration at_most);
  void Await(boost::asio::socket_base::wait_type what);
  // Otherwise it goes on once the socket can, or is closed.
  bool IsThrough(TlsLine::State state);
  void TimeIsUp();
  void Reset();

  FrontDesk& desk_;
  boost::asio::ip::tcp::socket socket_;
  TlsLine line_;
  boost::asio::steady_timer timer_;
  const std::string address_;
  Phase phase_ = Phase::kShaking;
  bool awaiting_read_ = false;
  bool awaiting_write_ = false;
  bool last_ = false;       // the connection ends with this answer
  bool head_only_ = false;  // it answers HEAD
  std::string in_;          // read and not yet taken
  std::string out_;         // to be written from written_ on, up to until_
  std::size_t written_ = 0;
  std::size_t until_ = 0;
  std::size_t piece_ = 0;    // 0: the answer goes in one
  bool drops_ = false;       // behind what is written the line is cut
  bool drains_ = false;      // it was refused before it was read
  std::size_t counted_ = 0;  // bytes of its body, as the crowd has them
  std::size_t drained_ = 0;
  std::optional<RequestHead> head_;
  std::unique_ptr<BodyReader> body_;
  std::weak_ptr<Asked> asked_;
};

}  // namespace county

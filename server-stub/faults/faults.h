// The faulty county: what a bad line, a bad middleman or a county in trouble does to exchanges, as
// a FaultPlan asks for it. Each fault that was served is one line in the log. At most one befalls
// a connection, and one a request.
#pragma once

#include <openssl/types.h>

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string>

#include "server/faults/fault_certificates.h"
#include "server/faults/fault_plan.h"
#include "server/keys/county_keys.h"
#include "server/office/office.h"

namespace httplib {
class SSLServer;
struct Request;
struct Response;
}  // namespace httplib

namespace county {

class Faults {
 public:
  Faults(const FaultPlan& plan, CountyKeys keys, FaultCertificates certificates);

  // Before it listens; both outlive each other's use. The pre-routing handler is taken. Where
  // connections are touched, each carries one request.
  void InstallOn(httplib::SSLServer& server);
  // After the routes have answered and before anything is zipped.
  void Serve(const httplib::Request& request, httplib::Response& response);
  void Stop();  // what hangs is let go

 private:
  static int OnHandshake(SSL* ssl, void* self);
  bool Shake(SSL* ssl);
  void Choose(const httplib::Request& request);
  bool ServeOnLine(Fault fault, httplib::Response& response);
  bool Replace(Fault fault, httplib::Response& response);
  bool Alter(Fault fault, httplib::Response& response);

  void Hang();
  bool Trickle(httplib::Response& response);
  bool AnswerOtherBatch(std::string& body) const;
  void RememberPage(const std::string& body);
  bool AnswerFromPast(std::string& body);
  std::string Noise(std::size_t size);
  bool Happens(Fault fault);

  const FaultPlan plan_;
  const CountyKeys keys_;
  const FaultCertificates certificates_;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> hanging_ = 0;
  std::mutex mutex_;
  std::mt19937_64 random_;                      // guarded by mutex_
  std::map<StudioId, std::string> first_page_;  // guarded by mutex_
};

// For the routes, about the request that this thread is answering. Without Faults: nothing.
std::optional<Refusal> FaultBeforeWork();  // do nothing and refuse; the fault then takes over
bool DeliveredTwice();

}  // namespace county

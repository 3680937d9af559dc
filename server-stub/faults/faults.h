// The faulty county: what a bad line, a bad middleman or a county in trouble does to exchanges, as
// a FaultPlan asks for it. Each fault that was served is one line in the log. At most one befalls
// a connection, and one a request.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string>

#include "server/faults/fault_certificates.h"
#include "server/faults/fault_plan.h"
#include "server/front/front.h"
#include "server/keys/county_keys.h"
#include "server/office/office.h"

namespace county {

class Faults {
 public:
  Faults(const FaultPlan& plan, CountyKeys keys, FaultCertificates certificates);

  // Then each carries one request.
  bool TouchConnections() const { return plan_.TouchesConnections(); }
  // Any thread:
  Welcome WelcomeConnection();
  // What befalls this request; nullopt: nothing.
  std::optional<Fault> Choose(const Request& request);
  // After the routes have answered and before anything is zipped.
  void Serve(std::optional<Fault> fault, const Request& request, Response& response);

 private:
  bool Befall(Fault fault, Response& response);
  bool Replace(Fault fault, Response& response);
  bool Alter(Fault fault, Response& response);

  bool AnswerOtherBatch(std::string& body) const;
  void RememberPage(const std::string& body);
  bool AnswerFromPast(std::string& body);
  std::string Noise(std::size_t size);
  bool Happens(Fault fault);

  const FaultPlan plan_;
  const CountyKeys keys_;
  const FaultCertificates certificates_;
  std::mutex mutex_;
  std::mt19937_64 random_;                      // guarded by mutex_
  std::map<StudioId, std::string> first_page_;  // guarded by mutex_
};

// Where it stands in for the work: do nothing and refuse; the fault then takes over.
std::optional<Refusal> FaultBeforeWork(std::optional<Fault> fault);

}  // namespace county

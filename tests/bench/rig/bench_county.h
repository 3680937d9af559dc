// A demo county that a benchmark has for itself: founded in a folder of its own, served by the
// real program over TLS on loopback, its ledger looked into afterwards.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "process.h"
#include "store/base/identity.h"

namespace studio::bench {

// Runs `county-stub` or `studio-kiosk` to its end; what it printed. Throws std::runtime_error.
std::string RunProgram(const std::string& name, const std::vector<std::string>& arguments,
                       std::chrono::seconds patience = std::chrono::seconds(120));
std::string ProgramPath(const std::string& name);

class BenchCounty {
 public:
  // In a folder that is not there yet. All of them throw std::runtime_error.
  explicit BenchCounty(std::filesystem::path folder);
  // The same keys and terminals in another folder; this one must not be serving.
  BenchCounty CopyTo(const std::filesystem::path& folder) const;

  // On the port it had before, where it had one.
  void Serve(const std::vector<std::string>& options = {});
  void Stop();
  Process& process() { return *serving_; }

  std::string Code() const;
  // Enrols a terminal in that folder by the protocol. The county must be serving.
  Identity Enrol(const std::filesystem::path& terminal) const;
  // Puts a notice under that title into the feed.
  void Publish(const std::string& title) const;
  // How many arrivals its ledger counts, records and attachments.
  std::uint64_t Arrivals() const;

  const std::filesystem::path& folder() const { return folder_; }
  int port() const { return port_; }
  std::string url() const { return "https://127.0.0.1:" + std::to_string(port_); }
  std::filesystem::path ca_file() const { return folder_ / "ca.pem"; }

 private:
  BenchCounty(std::filesystem::path folder, std::string studio)
      : folder_(std::move(folder)), studio_(std::move(studio)) {}

  std::filesystem::path folder_;
  std::string studio_;
  int port_ = 0;
  std::unique_ptr<Process> serving_;
};

}  // namespace studio::bench

// A county that is on the line or not, always at the same address.
#pragma once

#include <memory>
#include <string>

#include "../server/county/served_county.h"

namespace studio {

class WholeCounty {
 public:
  WholeCounty();

  void GoOn();
  void GoOff() { served_.reset(); }
  std::string url() const { return "https://localhost:" + std::to_string(port_); }
  std::filesystem::path ca_file() const { return county.folder().ca_certificate(); }
  nlohmann::json Ledger() const { return county.LedgerListing(); }
  // Every stream whole and nobody's clone.
  void CheckStreams() const;

  county::TestCounty county;

 private:
  std::unique_ptr<county::Served> served_;
  int port_ = 0;
};

}  // namespace studio

// How a terminal joins its county: `studio-kiosk enrol`. The county's answer is believed because
// of TLS against the CA file that came with the code; it brings the keys by which everything later
// is believed.
#pragma once

#include <filesystem>
#include <string>

#include "store/base/identity.h"

namespace studio {

struct EnrolmentOrder {
  std::filesystem::path folder;  // the data folder, opened by the caller
  std::string server_url;        // "https://host:port"
  std::filesystem::path ca_file;
  std::string code;   // as typed
  std::string proxy;  // empty: none
};

// Waits for the county. The terminal's key is on disk before anything is sent, and the same code
// with the same key gets the same answer, so a broken-off enrolment is simply repeated. Where it
// fails, the folder keeps the identity it had; Error::detail is a sentence for the operator.
// kInvalid: something typed; kDenied: the county refuses the code; kUnavailable: no county;
// kForged: somebody else answered; kConflict: the folder belongs to another terminal.
Result<Identity> Enrol(const EnrolmentOrder& order);

}  // namespace studio

// A terminal with no screen: it joins the county over HTTPS and sends records of any kind, signed
// as the real one signs them.
#pragma once

#include <string>

#include "shared/base/keys.h"
#include "shared/record/record.h"
#include "shared/record/stream.h"
#include "village.h"

namespace studio::e2e {

class SignedTerminal {
 public:
  // Enrols at the village's county, which serves.
  explicit SignedTerminal(Village& village);
  // Fails the test where the county does not store it.
  void Send(RecordKind kind, const std::string& body);

 private:
  std::string Ask(const std::string& path, const std::string& body, bool sign);

  Village& village_;
  SigningKey key_;
  TerminalNumber number_ = 0;
  StudioId studio_ = 0;
  BoxPublicKey county_;
  VerifyKey county_signs_;
  StreamOpening opening_;
  StreamHead head_;
};

}  // namespace studio::e2e

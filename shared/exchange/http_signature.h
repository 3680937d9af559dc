// Every request to the county except enrolment and time is signed with the terminal's key: HTTP
// Message Signatures (RFC 9421) over one fixed component list,
//   ("@method" "@authority" "@path" "@query" "content-digest")
// with created, keyid, nonce and alg="ed25519", and Content-Digest (RFC 9530, sha-256) always
// present, for an empty body too. `created` may be a wrong clock's, and the county puts no
// window on it: every request is idempotent, so a replay gains nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/record/record.h"

namespace studio {

struct HttpRequestParts {
  std::string method;     // upper case
  std::string authority;  // host[:port] as in Host, lower case
  std::string path;       // "/v1/records"
  std::string query;      // with "?", or "?" alone where there is none (RFC 9421 §2.2.7)
  ByteView body;
};

struct SignedHeaders {
  std::string content_digest;   // Content-Digest
  std::string signature_input;  // Signature-Input
  std::string signature;        // Signature
};

// keyid is the terminal number in decimal.
SignedHeaders SignRequest(const HttpRequestParts& request, TerminalNumber terminal,
                          const SigningKey& key, std::int64_t created_s);

// Finds the terminal's key by number, nullopt where it is unknown.
using KeyByTerminal = std::function<std::optional<VerifyKey>(TerminalNumber)>;

// Who signed. kMalformed, kForged (digest or signature), kNotFound (unknown terminal).
Result<TerminalNumber> VerifyRequest(const HttpRequestParts& request, const SignedHeaders& headers,
                                     const KeyByTerminal& keys);

}  // namespace studio

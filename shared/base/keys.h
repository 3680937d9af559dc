// The two kinds of key in the house: Ed25519 to sign, X25519 to seal to a reader (libsodium).
// Every kind of signed thing has its own context string, so a signature made for one thing is
// never good for another. Secret halves are wiped when their owner is destroyed.
#pragma once

#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"

namespace studio {

using Signature = ByteArray<64>;
using KeyId = ByteArray<8>;  // first 8 bytes of SHA-256("ms.key.v1" 00 public key)
using Seed = ByteArray<32>;

// Context strings. A signature covers context, one zero byte, message.
inline constexpr std::string_view kPlaceContext = "ms.place.v1";
inline constexpr std::string_view kAckContext = "ms.ack.v1";
inline constexpr std::string_view kFeedContext = "ms.feed.v1";
inline constexpr std::string_view kTimeContext = "ms.time.v1";
inline constexpr std::string_view kBadgeContext = "ms.badge.v1";
inline constexpr std::string_view kAttachmentContext = "ms.attachment.v1";
inline constexpr std::string_view kEnrolmentContext = "ms.enrolment.v1";
inline constexpr std::string_view kStatusContext = "ms.status.v1";
inline constexpr std::string_view kCarriedContext = "ms.carried.v1";

struct VerifyKey {
  ByteArray<32> bytes{};

  KeyId Id() const;
  bool Verify(std::string_view context, ByteView message, const Signature& signature) const;
  // For formats that bring their own framing (RFC 9421's signature base).
  bool VerifyBare(ByteView message, const Signature& signature) const;
  bool operator==(const VerifyKey&) const = default;
};

class SigningKey {
 public:
  static SigningKey Generate();
  static SigningKey FromSeed(const Seed& seed);
  SigningKey(const SigningKey&) = default;
  SigningKey& operator=(const SigningKey&) = default;
  ~SigningKey();

  const VerifyKey& Public() const { return public_; }
  const Seed& seed() const { return seed_; }
  Signature Sign(std::string_view context, ByteView message) const;
  Signature SignBare(ByteView message) const;

 private:
  SigningKey() = default;
  Seed seed_{};
  ByteArray<64> secret_{};
  VerifyKey public_{};
};

struct BoxPublicKey {
  ByteArray<32> bytes{};

  KeyId Id() const;
  bool operator==(const BoxPublicKey&) const = default;
};

class BoxKeyPair {
 public:
  static BoxKeyPair Generate();
  static BoxKeyPair FromSeed(const Seed& seed);
  BoxKeyPair(const BoxKeyPair&) = default;
  BoxKeyPair& operator=(const BoxKeyPair&) = default;
  ~BoxKeyPair();

  const BoxPublicKey& Public() const { return public_; }
  const ByteArray<32>& secret() const { return secret_; }
  const Seed& seed() const { return seed_; }

 private:
  BoxKeyPair() = default;
  Seed seed_{};
  BoxPublicKey public_{};
  ByteArray<32> secret_{};
};

}  // namespace studio

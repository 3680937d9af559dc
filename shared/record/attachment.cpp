#include "shared/record/attachment.h"

#include <sodium.h>

#include <algorithm>

namespace studio {
namespace {

constexpr std::string_view kAttachmentMagic = "MSA1";
constexpr std::size_t kHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t kOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kSealedPiece = kAttachmentPiece + kOverhead;

static_assert(std::tuple_size_v<AttachmentKey> == crypto_secretstream_xchacha20poly1305_KEYBYTES);

}  // namespace

struct AttachmentSealer::State {
  AttachmentKey key{};
  crypto_secretstream_xchacha20poly1305_state stream{};
  crypto_hash_sha256_state hash{};
  Bytes begun;    // magic and header, until the first output
  Bytes pending;  // plaintext short of a piece
  Digest digest{};
  std::uint64_t plain_bytes = 0;

  void SealPiece(ByteView plain, unsigned char tag, Bytes& out) {
    const std::size_t at = out.size();
    out.resize(at + plain.size() + kOverhead);
    crypto_secretstream_xchacha20poly1305_push(&stream, out.data() + at, nullptr, plain.data(),
                                               plain.size(), nullptr, 0, tag);
  }
  Bytes Hashed(Bytes out) {
    crypto_hash_sha256_update(&hash, out.data(), out.size());
    return out;
  }
};

AttachmentSealer::AttachmentSealer() : state_(std::make_unique<State>()) {
  crypto_secretstream_xchacha20poly1305_keygen(state_->key.data());
  ByteArray<kHeader> header{};
  crypto_secretstream_xchacha20poly1305_init_push(&state_->stream, header.data(),
                                                  state_->key.data());
  crypto_hash_sha256_init(&state_->hash);
  state_->begun.assign(kAttachmentMagic.begin(), kAttachmentMagic.end());
  state_->begun.insert(state_->begun.end(), header.begin(), header.end());
  state_->pending.reserve(kAttachmentPiece);
}

AttachmentSealer::~AttachmentSealer() {
  sodium_memzero(state_->key.data(), state_->key.size());
  sodium_memzero(&state_->stream, sizeof state_->stream);
  sodium_memzero(state_->pending.data(), state_->pending.size());
}

Bytes AttachmentSealer::Add(ByteView plain) {
  Bytes out = std::exchange(state_->begun, {});
  state_->plain_bytes += plain.size();
  while (!plain.empty()) {
    const std::size_t room = kAttachmentPiece - state_->pending.size();
    const ByteView taken = plain.first(std::min(room, plain.size()));
    state_->pending.insert(state_->pending.end(), taken.begin(), taken.end());
    plain = plain.subspan(taken.size());
    if (state_->pending.size() == kAttachmentPiece) {
      state_->SealPiece(state_->pending, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE, out);
      state_->pending.clear();
    }
  }
  return state_->Hashed(std::move(out));
}

Bytes AttachmentSealer::Finish() {
  Bytes out = std::exchange(state_->begun, {});
  state_->SealPiece(state_->pending, crypto_secretstream_xchacha20poly1305_TAG_FINAL, out);
  out = state_->Hashed(std::move(out));
  crypto_hash_sha256_final(&state_->hash, state_->digest.data());
  return out;
}

AttachmentRef AttachmentSealer::Ref() const {
  AttachmentRef ref;
  ref.digest = state_->digest;
  ref.key = state_->key;
  ref.bytes = state_->plain_bytes;
  return ref;
}

Result<Bytes> OpenAttachment(ByteView file, const AttachmentKey& key) {
  if (file.size() < kAttachmentMagic.size() + kHeader + kOverhead ||
      file.size() > kMaxAttachmentBytes ||
      AsText(file.first(kAttachmentMagic.size())) != kAttachmentMagic) {
    return Fail(ErrorKind::kMalformed, "not an attachment of this version");
  }
  file = file.subspan(kAttachmentMagic.size());
  crypto_secretstream_xchacha20poly1305_state stream;
  if (crypto_secretstream_xchacha20poly1305_init_pull(&stream, file.data(), key.data()) != 0) {
    return Fail(ErrorKind::kForged, "the attachment's header is not good");
  }
  file = file.subspan(kHeader);
  Bytes plain;
  plain.reserve(file.size());
  for (bool last = false; !last;) {
    const ByteView piece = file.first(std::min(kSealedPiece, file.size()));
    file = file.subspan(piece.size());
    if (piece.size() < kOverhead) return Fail(ErrorKind::kForged, "the attachment is cut short");
    const std::size_t at = plain.size();
    plain.resize(at + piece.size() - kOverhead);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&stream, plain.data() + at, nullptr, &tag,
                                                   piece.data(), piece.size(), nullptr, 0) != 0) {
      return Fail(ErrorKind::kForged, "the attachment does not open");
    }
    last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  }
  if (!file.empty()) return Fail(ErrorKind::kForged, "something follows the attachment");
  return plain;
}

}  // namespace studio

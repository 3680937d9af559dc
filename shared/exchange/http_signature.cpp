#include "shared/exchange/http_signature.h"

#include <algorithm>
#include <charconv>

namespace studio {
namespace {

constexpr std::string_view kInputStart =
    R"(ms=("@method" "@authority" "@path" "@query" "content-digest");created=)";
constexpr std::string_view kKeyId = R"(;keyid=")";
constexpr std::string_view kNoncePart = R"(";nonce=")";
constexpr std::string_view kInputEnd = R"(";alg="ed25519")";
constexpr std::string_view kLabel = "ms=";

using Nonce = ByteArray<16>;

struct Input {
  std::int64_t created_s = 0;
  TerminalNumber terminal = 0;
  Nonce nonce{};
};

std::string Spell(const Input& input) {
  std::string out(kInputStart);
  out += std::to_string(input.created_s);
  out += kKeyId;
  out += std::to_string(input.terminal);
  out += kNoncePart;
  out += ToBase64Url(input.nonce);
  out += kInputEnd;
  return out;
}

template <class Number>
bool TakeNumber(std::string_view& rest, Number& out) {
  const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), out);
  if (error != std::errc{}) return false;
  rest.remove_prefix(static_cast<std::size_t>(stop - rest.data()));
  return true;
}

bool Take(std::string_view& rest, std::string_view expected) {
  if (!rest.starts_with(expected)) return false;
  rest.remove_prefix(expected.size());
  return true;
}

std::optional<Input> ParseInput(std::string_view text) {
  Input input;
  std::string_view rest = text;
  if (!Take(rest, kInputStart) || !TakeNumber(rest, input.created_s) || !Take(rest, kKeyId) ||
      !TakeNumber(rest, input.terminal) || !Take(rest, kNoncePart)) {
    return std::nullopt;
  }
  const auto nonce = ToArray<16>(FromBase64Url(rest.substr(0, rest.find('"'))));
  if (!nonce) return std::nullopt;
  input.nonce = *nonce;
  // One spelling only (no leading zeros, nothing after): what is verified is what was sent.
  if (Spell(input) != text) return std::nullopt;
  return input;
}

std::string ContentDigest(ByteView body) { return "sha-256=:" + ToBase64(Sha256(body)) + ":"; }

// RFC 9421 §2.5.
std::string SignatureBase(const HttpRequestParts& request, std::string_view content_digest,
                          std::string_view signature_input) {
  std::string out;
  const auto line = [&out](std::string_view name, std::string_view value) {
    out.append("\"").append(name).append("\": ").append(value);
  };
  line("@method", request.method);
  out += '\n';
  line("@authority", request.authority);
  out += '\n';
  line("@path", request.path);
  out += '\n';
  line("@query", request.query);
  out += '\n';
  line("content-digest", content_digest);
  out += '\n';
  line("@signature-params", signature_input.substr(kLabel.size()));
  return out;
}

// A line break inside a component would let one request's base read as another's.
bool IsOneLine(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < 0x20; });
}

std::optional<Signature> ParseSignature(std::string_view text) {
  if (!Take(text, kLabel) || text.size() < 2 || text.front() != ':' || text.back() != ':') {
    return std::nullopt;
  }
  return ToArray<64>(FromBase64(text.substr(1, text.size() - 2)));
}

}  // namespace

SignedHeaders SignRequest(const HttpRequestParts& request, TerminalNumber terminal,
                          const SigningKey& key, std::int64_t created_s) {
  Input input{created_s, terminal, {}};
  FillRandom(input.nonce);
  SignedHeaders headers;
  headers.content_digest = ContentDigest(request.body);
  headers.signature_input = Spell(input);
  const std::string base = SignatureBase(request, headers.content_digest, headers.signature_input);
  headers.signature = std::string(kLabel) + ":" + ToBase64(key.SignBare(AsBytes(base))) + ":";
  return headers;
}

Result<TerminalNumber> VerifyRequest(const HttpRequestParts& request, const SignedHeaders& headers,
                                     const KeyByTerminal& keys) {
  const auto input = ParseInput(headers.signature_input);
  if (!input) return Fail(ErrorKind::kMalformed, "Signature-Input: not the agreed form");
  const auto signature = ParseSignature(headers.signature);
  if (!signature) return Fail(ErrorKind::kMalformed, "Signature: not the agreed form");
  if (!IsOneLine(request.method) || !IsOneLine(request.authority) || !IsOneLine(request.path) ||
      !IsOneLine(request.query)) {
    return Fail(ErrorKind::kMalformed, "request: control characters in a signed component");
  }
  const auto key = keys(input->terminal);
  if (!key) return Fail(ErrorKind::kNotFound, "keyid: unknown terminal");
  if (headers.content_digest != ContentDigest(request.body)) {
    return Fail(ErrorKind::kForged, "Content-Digest: not of this body");
  }
  const std::string base = SignatureBase(request, headers.content_digest, headers.signature_input);
  if (!key->VerifyBare(AsBytes(base), *signature)) {
    return Fail(ErrorKind::kForged, "Signature: does not hold");
  }
  return input->terminal;
}

}  // namespace studio

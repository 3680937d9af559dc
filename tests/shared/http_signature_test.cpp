#include "shared/exchange/http_signature.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace studio;

namespace {

const Bytes kBody{1, 2, 3};

HttpRequestParts Request() {
  return {"GET", "county.example:8443", "/v1/changes", "?after=7", kBody};
}

SignedHeaders Signed() { return SignRequest(Request(), 37, samples::Terminal(), 1'767'225'600); }

std::optional<VerifyKey> KeyOf(TerminalNumber terminal) {
  if (terminal == 37) return samples::Terminal().Public();
  if (terminal == 38) return samples::County().Public();
  return std::nullopt;
}

ErrorKind RefusedAs(const HttpRequestParts& request, const SignedHeaders& headers) {
  const auto verdict = VerifyRequest(request, headers, KeyOf);
  REQUIRE_FALSE(verdict);
  return verdict.error().kind;
}

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("a signed request says which terminal sent it") {
  CHECK(VerifyRequest(Request(), Signed(), KeyOf) == 37);
  HttpRequestParts empty = Request();
  empty.body = {};
  CHECK(VerifyRequest(empty, SignRequest(empty, 37, samples::Terminal(), -5), KeyOf) == 37);
}

TEST_CASE("a request altered in any signed part is refused") {
  const SignedHeaders headers = Signed();
  HttpRequestParts request = Request();
  request.method = "POST";
  CHECK(RefusedAs(request, headers) == ErrorKind::kForged);
  request = Request();
  request.authority = "other.example:8443";
  CHECK(RefusedAs(request, headers) == ErrorKind::kForged);
  request = Request();
  request.path = "/v1/change";
  CHECK(RefusedAs(request, headers) == ErrorKind::kForged);
  request = Request();
  request.query = "?after=8";
  CHECK(RefusedAs(request, headers) == ErrorKind::kForged);
  request = Request();
  const Bytes other{1, 2, 4};
  request.body = other;
  CHECK(RefusedAs(request, headers) == ErrorKind::kForged);
}

TEST_CASE("altered parameters, another's number and another's key are refused") {
  const auto with = [](std::string_view what, std::string_view by) {
    SignedHeaders headers = Signed();
    headers.signature_input = Replaced(headers.signature_input, what, by);
    return headers;
  };
  CHECK(RefusedAs(Request(), with("created=1767225600", "created=1767225601")) ==
        ErrorKind::kForged);
  CHECK(RefusedAs(Request(), with("keyid=\"37\"", "keyid=\"38\"")) == ErrorKind::kForged);
  CHECK(RefusedAs(Request(), with("keyid=\"37\"", "keyid=\"39\"")) == ErrorKind::kNotFound);
  SignedHeaders other_nonce = Signed();
  other_nonce.signature_input = Signed().signature_input;
  CHECK(RefusedAs(Request(), other_nonce) == ErrorKind::kForged);
  const auto stranger = SignRequest(Request(), 37, samples::County(), 1);
  CHECK(RefusedAs(Request(), stranger) == ErrorKind::kForged);
}

TEST_CASE("any other spelling of Signature-Input is refused") {
  const auto spelled = [](std::string_view what, std::string_view by) {
    SignedHeaders headers = Signed();
    headers.signature_input = Replaced(headers.signature_input, what, by);
    return RefusedAs(Request(), headers);
  };
  CHECK(spelled("ms=", "sig=") == ErrorKind::kMalformed);
  CHECK(spelled(" \"@query\"", "") == ErrorKind::kMalformed);
  CHECK(spelled("\"@method\" \"@authority\"", "\"@authority\" \"@method\"") ==
        ErrorKind::kMalformed);
  CHECK(spelled("created=1767225600", "created=01767225600") == ErrorKind::kMalformed);
  CHECK(spelled("created=1767225600", "created=") == ErrorKind::kMalformed);
  CHECK(spelled("keyid=\"37\"", "keyid=\"037\"") == ErrorKind::kMalformed);
  CHECK(spelled("keyid=\"37\"", "keyid=\"4294967296\"") == ErrorKind::kMalformed);
  CHECK(spelled("keyid=\"37\"", "keyid=\"-1\"") == ErrorKind::kMalformed);
  CHECK(spelled("alg=\"ed25519\"", "alg=\"ed25519\";tag=\"x\"") == ErrorKind::kMalformed);
  CHECK(spelled("alg=\"ed25519\"", "alg=\"hmac-sha256\"") == ErrorKind::kMalformed);
}

TEST_CASE("headers cut anywhere are refused, and never crash") {
  const SignedHeaders whole = Signed();
  for (std::string SignedHeaders::*field :
       {&SignedHeaders::content_digest, &SignedHeaders::signature_input,
        &SignedHeaders::signature}) {
    for (std::size_t size = 0; size < (whole.*field).size(); ++size) {
      SignedHeaders cut = whole;
      (cut.*field).resize(size);
      CHECK_FALSE(VerifyRequest(Request(), cut, KeyOf));
    }
  }
}

TEST_CASE("a line break cannot be smuggled into a signed part") {
  HttpRequestParts request = Request();
  request.path = "/v1/changes\n\"@query\": ?after=7";
  const auto headers = SignRequest(request, 37, samples::Terminal(), 1);
  CHECK(RefusedAs(request, headers) == ErrorKind::kMalformed);
}

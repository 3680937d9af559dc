// What crosses a boundary either succeeds or says what kind of thing went wrong. The kind is
// for code, `detail` is English for the log; people get sentences made at the edge
// (ui/words/strings).
#pragma once

#include <cerrno>
#include <cstring>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace studio {

enum class ErrorKind {
  kMalformed,  // bytes that do not follow the format
  kForged,     // a signature, hash or seal that does not verify
  kNotForUs,   // well formed and authentic, meant for somebody else
  kNotFound,
  kConflict,     // contradicts something already kept
  kDenied,       // the other side knows us and refuses
  kUnavailable,  // try again later: network, hardware, a stopped server
  kStorage,      // disk or database; nothing was kept
  kUnsupported,  // from a newer version
  kInvalid,      // an argument or an input that a person can correct
};

struct Error {
  ErrorKind kind;
  std::string detail;
  int number = 0;  // errno, where the system said no
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> Fail(ErrorKind kind, std::string detail) {
  return tl::unexpected<Error>(Error{kind, std::move(detail)});
}

// With the system's number and its words behind `what`.
inline tl::unexpected<Error> FailWithErrno(ErrorKind kind, std::string what, int number = errno) {
  return tl::unexpected<Error>(Error{kind, std::move(what) + ": " + std::strerror(number), number});
}

}  // namespace studio

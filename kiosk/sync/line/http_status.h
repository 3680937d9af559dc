// Answers of HTTP that the exchange tells apart (RFC 9110; 460: protocol.md, *Attachments*).
#pragma once

namespace studio::http {

inline constexpr int kOk = 200;
inline constexpr int kCreated = 201;
inline constexpr int kNoContent = 204;
inline constexpr int kNotFound = 404;
inline constexpr int kMethodNotAllowed = 405;
inline constexpr int kConflict = 409;
inline constexpr int kTooLarge = 413;
inline constexpr int kChecksumMismatch = 460;
inline constexpr int kNotImplemented = 501;

}  // namespace studio::http

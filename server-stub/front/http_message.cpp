#include "server/front/http_message.h"

#include <algorithm>

namespace county {

namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string ValueIn(const std::vector<Field>& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return SameName(field.name, name); });
  return found == fields.end() ? std::string() : found->value;
}

const char* ReasonOf(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Payload Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Entity";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Answer";
  }
}

}  // namespace

bool SameName(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return Lower(x) == Lower(y); });
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
  return lower;
}

std::string Request::Get(std::string_view name) const { return ValueIn(fields, name); }

std::size_t Request::Count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(fields.begin(), fields.end(),
                    [&](const Field& field) { return SameName(field.name, name); }));
}

std::string Response::Get(std::string_view name) const { return ValueIn(fields, name); }

void Response::Set(std::string_view name, std::string value) {
  std::erase_if(fields, [&](const Field& field) { return SameName(field.name, name); });
  fields.push_back({std::string(name), std::move(value)});
}

void Response::SetBody(std::string bytes, std::string type) {
  body = std::move(bytes);
  Set("Content-Type", std::move(type));
}

std::string HeadOnWire(const Response& response, bool last) {
  std::string head =
      "HTTP/1.1 " + std::to_string(response.status) + " " + ReasonOf(response.status) + "\r\n";
  const auto add = [&head](std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
  };
  for (const Field& field : response.fields) add(field.name, field.value);
  // RFC 9110 §8.6: not beside 204. What answers HEAD may have told the length of something else.
  if (response.status != 204 && response.Get("Content-Length").empty()) {
    add("Content-Length", std::to_string(response.body.size()));
  }
  if (last) add("Connection", "close");
  return head + "\r\n";
}

}  // namespace county

// A request as the front lets it in, and what is answered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace county {

struct Field {
  std::string name;
  std::string value;
};

struct Request {
  std::string method;     // upper case
  std::string target;     // path and query as they were sent
  std::string path;       // the target up to "?"
  std::string query;      // from "?" on; empty where there is none
  std::string authority;  // Host, lower case
  std::string address;    // who sent it, as numbers
  std::string named;      // what its address names where the route leaves it open
  std::vector<Field> fields;
  std::string body;

  std::string Get(std::string_view name) const;  // the first of that name; empty
  std::size_t Count(std::string_view name) const;
};

// What the line does with an answer. All but the first are faults that somebody asked for.
enum class Delivery {
  kWhole,
  kDropped,   // closed in order without an answer
  kReset,     // RST
  kSilent,    // nothing, until the other side goes
  kHalf,      // half of the body, then closed in order
  kInPieces,  // 64 of them over 1.6 s
};

struct Response {
  int status = 200;
  std::vector<Field> fields;
  std::string body;
  Delivery delivery = Delivery::kWhole;

  std::string Get(std::string_view name) const;
  void Set(std::string_view name, std::string value);  // in the place of what was there
  void SetBody(std::string bytes, std::string type);
};

// A request that is refused: an HTTP status with the code and detail of ErrorJson.
struct FrontRefusal {
  int status = 400;
  std::string code;
  std::string detail;
};

// Status line and fields with the blank line behind. last: the connection ends with this answer.
std::string HeadOnWire(const Response& response, bool last);

bool SameName(std::string_view a, std::string_view b);  // ASCII, whatever the case
std::string LowerCase(std::string_view text);           // ASCII alone

}  // namespace county

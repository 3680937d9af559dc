// Fields as a browser sends them, in a query or in a form: application/x-www-form-urlencoded.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace county {

class FormFields {
 public:
  // Of "a=b&c=d"; 32 fields at most, further ones are not read. "%" that begins no code is itself.
  explicit FormFields(std::string_view text);
  // Of a query as a request has it, with its "?".
  static FormFields OfQuery(std::string_view query) {
    return FormFields(query.starts_with('?') ? query.substr(1) : query);
  }

  bool Has(std::string_view name) const;
  std::string Get(std::string_view name) const;  // the first of that name; empty

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace county

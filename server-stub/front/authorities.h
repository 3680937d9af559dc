// Whom a request may be meant for: what stands in `Host`, and what a terminal signed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace county {

class Authorities {
 public:
  Authorities() = default;
  // names: hosts in lower case as the certificate has them ("*.example.cn" is any one label in
  // front), each with any port. told: HOST or HOST:PORT as an operator told them, which a proxy in
  // front may have been asked for.
  Authorities(std::vector<std::string> names, std::vector<std::string> told);

  // Of a certificate that was read again.
  void SetNames(std::vector<std::string> names) { names_ = std::move(names); }
  // authority: lower case.
  bool Know(std::string_view authority) const;
  // What the request may have been signed for: its own, then those that were told.
  std::vector<std::string> SignedFor(const std::string& authority) const;

 private:
  std::vector<std::string> names_;
  std::vector<std::string> told_;
};

}  // namespace county

// Reads the fields of a JSON object that may be hostile, as ByteReader reads bytes: the first
// thing that is missing or of the wrong type is remembered, reading goes on harmlessly, and the
// parser asks once, at the end (Finish). Texts come out as ReadableText has them, so that no field
// of any kind can show what nobody can read; keys, ids and tokens are ASCII, which it leaves alone.
// For .cpp files; never throws.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"

namespace studio {

class JsonFields {
 public:
  // At most 64 levels deep: what is deeper was made to exhaust a stack.
  explicit JsonFields(std::string_view text);

  bool Has(const char* name) const;  // null counts as absent

  // Fails where the field is absent, of another type or out of range; `out` is then unchanged.
  void Need(const char* name, std::string& out);
  void Need(const char* name, bool& out);
  void Need(const char* name, int& out);
  void Need(const char* name, std::uint32_t& out);
  void Need(const char* name, std::uint64_t& out);
  void Need(const char* name, std::int64_t& out);
  void Need(const char* name, Uuid& out);
  void Need(const char* name, std::vector<std::string>& out);
  void Need(const char* name, std::vector<std::uint32_t>& out);
  void Need(const char* name, std::map<std::string, int>& out);  // an object of numbers
  template <std::size_t N>
  void Need(const char* name, ByteArray<N>& out) {  // base64url
    std::string text;
    Need(name, text);
    if (const auto bytes = ToArray<N>(FromBase64Url(text))) {
      out = *bytes;
    } else {
      Refuse(name);
    }
  }
  // The same for a field that may be absent; `out` then keeps its default.
  template <class T>
  void May(const char* name, T& out) {
    if (Has(name)) Need(name, out);
  }

  JsonFields Object(const char* name);
  std::vector<JsonFields> Objects(const char* name);
  std::string ObjectText(const char* name);  // the field's object as JSON of its own

  void Refuse(const char* name);

  // `value` if every field was as it should be; `what` names the thing in the error.
  template <class T>
  Result<T> Finish(std::string_view what, T value) const {
    if (ok()) return value;
    return Fail(ErrorKind::kMalformed, std::string(what) + ": " + problem());
  }

 private:
  struct Document;
  JsonFields(std::shared_ptr<Document> document, const nlohmann::json* object);
  const nlohmann::json* Find(const char* name) const;
  bool ok() const;
  const std::string& problem() const;

  std::shared_ptr<Document> document_;
  const nlohmann::json* object_ = nullptr;  // inside document_; null where there is none
};

// A document that may be hostile, discarded where it is none or more than 64 levels deep: whatever
// walks it afterwards may do so by recursion. Every JSON of somebody else's is read by this or by
// JsonFields.
nlohmann::json ParseJson(std::string_view text);

// JSON text of a value, with the texts in it as ReadableText has them: what is sealed or signed is
// clean before. Bytes that are not UTF-8 come out as U+FFFD.
std::string JsonText(const nlohmann::json& value);

}  // namespace studio

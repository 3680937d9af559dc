#include "shared/base/json_fields.h"

#include <climits>
#include <limits>

#include "shared/base/clean_text.h"
#include "shared/base/json.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

constexpr int kMaxDepth = 64;

std::string TextOf(const nlohmann::json& value) {
  return ReadableText(*value.get_ptr<const std::string*>(), TextKind::kLines);
}

// Told before anything is built. In what is no JSON it may be wrong, which parsing tells.
bool IsTooDeep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted) {
      if (text[i] == '\\')
        ++i;
      else if (text[i] == '"')
        quoted = false;
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == '{' || text[i] == '[') {
      if (++depth > kMaxDepth) return true;
    } else if (text[i] == '}' || text[i] == ']') {
      --depth;
    }
  }
  return false;
}

void MakeReadable(nlohmann::json& value) {
  if (value.is_object()) {
    nlohmann::json readable = nlohmann::json::object();
    for (auto& [name, item] : value.items()) {
      MakeReadable(item);
      readable[IsUtf8(name) ? ReadableText(name, TextKind::kLine) : name] = std::move(item);
    }
    value = std::move(readable);
  } else if (value.is_array()) {
    for (nlohmann::json& item : value) MakeReadable(item);
  } else if (value.is_string() && IsUtf8(*value.get_ptr<const std::string*>())) {
    value = TextOf(value);
  }
}

}  // namespace

struct JsonFields::Document {
  nlohmann::json root;
  std::string problem;
};

JsonFields::JsonFields(std::string_view text) : document_(std::make_shared<Document>()) {
  if (IsTooDeep(text)) {
    document_->problem = "nested too deep";
    return;
  }
  document_->root = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
  if (!document_->root.is_object()) {
    document_->problem = "not a JSON object";
  } else {
    object_ = &document_->root;
  }
}

JsonFields::JsonFields(std::shared_ptr<Document> document, const nlohmann::json* object)
    : document_(std::move(document)), object_(object) {}

const nlohmann::json* JsonFields::Find(const char* name) const {
  if (object_ == nullptr) return nullptr;
  const auto found = object_->find(name);
  return found == object_->end() || found->is_null() ? nullptr : &*found;
}

bool JsonFields::Has(const char* name) const { return Find(name) != nullptr; }

void JsonFields::Refuse(const char* name) {
  if (ok()) document_->problem = std::string("field ") + name + " is missing or wrong";
}

bool JsonFields::ok() const { return document_->problem.empty(); }

const std::string& JsonFields::problem() const { return document_->problem; }

void JsonFields::Need(const char* name, std::string& out) {
  const nlohmann::json* value = Find(name);
  if (value == nullptr || !value->is_string()) return Refuse(name);
  out = TextOf(*value);
}

void JsonFields::Need(const char* name, bool& out) {
  const nlohmann::json* value = Find(name);
  if (value == nullptr || !value->is_boolean()) return Refuse(name);
  out = value->get<bool>();
}

void JsonFields::Need(const char* name, std::uint64_t& out) {
  const nlohmann::json* value = Find(name);
  if (value == nullptr || !value->is_number_unsigned()) return Refuse(name);
  out = value->get<std::uint64_t>();
}

void JsonFields::Need(const char* name, std::int64_t& out) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
  const nlohmann::json* value = Find(name);
  if (value == nullptr || !value->is_number_integer()) return Refuse(name);
  if (value->is_number_unsigned() && value->get<std::uint64_t>() > kMost) return Refuse(name);
  out = value->get<std::int64_t>();
}

void JsonFields::Need(const char* name, std::uint32_t& out) {
  std::uint64_t wide = out;
  Need(name, wide);
  if (wide > std::numeric_limits<std::uint32_t>::max()) return Refuse(name);
  out = static_cast<std::uint32_t>(wide);
}

void JsonFields::Need(const char* name, int& out) {
  std::int64_t wide = out;
  Need(name, wide);
  if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max()) {
    return Refuse(name);
  }
  out = static_cast<int>(wide);
}

void JsonFields::Need(const char* name, Uuid& out) {
  std::string text;
  Need(name, text);
  if (const auto parsed = Uuid::Parse(text)) {
    out = *parsed;
  } else {
    Refuse(name);
  }
}

void JsonFields::Need(const char* name, std::vector<std::uint32_t>& out) {
  const nlohmann::json* value = Find(name);
  if (value == nullptr || !value->is_array()) return Refuse(name);
  std::vector<std::uint32_t> numbers;
  for (const nlohmann::json& item : *value) {
    const auto* number = item.get_ptr<const nlohmann::json::number_unsigned_t*>();
    if (number == nullptr || *number > std::numeric_limits<std::uint32_t>::max()) {
      return Refuse(name);
    }
    numbers.push_back(static_cast<std::uint32_t>(*number));
  }
  out = std::move(numbers);
}

void JsonFields::Need(const char* name, std::vector<std::string>& out) {
  const nlohmann::json* value = Find(name);
  if (value == nullptr || !value->is_array()) return Refuse(name);
  std::vector<std::string> texts;
  for (const nlohmann::json& item : *value) {
    if (!item.is_string()) return Refuse(name);
    texts.push_back(TextOf(item));
  }
  out = std::move(texts);
}

void JsonFields::Need(const char* name, std::map<std::string, int>& out) {
  const nlohmann::json* value = Find(name);
  if (value == nullptr || !value->is_object()) return Refuse(name);
  std::map<std::string, int> numbers;
  for (const auto& [key, item] : value->items()) {
    const double number = item.is_number_integer() ? item.get<double>() : 1e300;
    if (number < INT_MIN || number > INT_MAX) return Refuse(name);
    numbers.emplace(key, static_cast<int>(number));
  }
  out = std::move(numbers);
}

JsonFields JsonFields::Object(const char* name) {
  const nlohmann::json* value = Find(name);
  if (value != nullptr && value->is_object()) return {document_, value};
  Refuse(name);
  return {document_, nullptr};
}

std::vector<JsonFields> JsonFields::Objects(const char* name) {
  const nlohmann::json* value = Find(name);
  std::vector<JsonFields> objects;
  if (value == nullptr || !value->is_array()) {
    Refuse(name);
    return objects;
  }
  for (const nlohmann::json& item : *value) {
    if (!item.is_object()) {
      Refuse(name);
      return {};
    }
    objects.push_back(JsonFields(document_, &item));
  }
  return objects;
}

std::string JsonFields::ObjectText(const char* name) {
  const nlohmann::json* value = Find(name);
  if (value != nullptr && value->is_object()) return JsonText(*value);
  Refuse(name);
  return {};
}

nlohmann::json ParseJson(std::string_view text) {
  if (IsTooDeep(text)) return nlohmann::json(nlohmann::json::value_t::discarded);
  return nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
}

std::string JsonText(const nlohmann::json& value) {
  nlohmann::json readable = value;
  MakeReadable(readable);
  return readable.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace studio

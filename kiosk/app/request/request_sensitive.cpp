// What of a request is agreed to separately. Who does not agree files the rest.
#include <algorithm>

#include "app/request/request_flow.h"
#include "shared/base/clean_text.h"

namespace studio {

std::vector<SensitivePart> RequestFlow::SensitiveParts() const {
  if (!category()) return {};
  return SensitivePartsIn(words_.text(), *category(), station_->safety, added_.Any());
}

void RequestFlow::AnswerSensitive(const std::string& kind, bool agreed) {
  Changed();
  agreed_sensitive_[kind] = agreed;
}

std::optional<bool> RequestFlow::AgreedSensitive(const std::string& kind) const {
  const auto answer = agreed_sensitive_.find(kind);
  if (answer == agreed_sensitive_.end()) return std::nullopt;
  return answer->second;
}

// Where nothing is touched any more there is nothing to ask, and what was answered is forgotten.
bool RequestFlow::AsksSensitive() {
  if (step_ < RequestStep::kWho && !return_to_check_) return false;
  const std::vector<SensitivePart> parts = SensitiveParts();
  if (parts.empty()) answered_sensitive_.clear();
  return parts != answered_sensitive_;
}

void RequestFlow::GoOnFromSensitive() {
  if (!at_sensitive_) return;
  const std::vector<SensitivePart> parts = SensitiveParts();
  const auto answered = [&](const SensitivePart& part) {
    return AgreedSensitive(part.kind).has_value();
  };
  if (!std::all_of(parts.begin(), parts.end(), answered)) {
    problem_ = RequestProblem::kAgreeSensitive;
    return;
  }
  answered_sensitive_ = parts;
  at_sensitive_ = false;
  Next();
}

void RequestFlow::ChangeSensitiveWords() {
  if (!at_sensitive_) return;
  Changed();
  at_sensitive_ = false;
  step_ = RequestStep::kWords;
}

std::vector<SensitivePart> RequestFlow::RefusedParts() const {
  std::vector<SensitivePart> parts = SensitiveParts();
  std::erase_if(
      parts, [&](const SensitivePart& part) { return AgreedSensitive(part.kind).value_or(true); });
  return parts;
}

std::string RequestFlow::FiledWords() const {
  const std::vector<SensitivePart> refused = RefusedParts();
  if (refused.empty()) return words_.Finished();
  return CleanText(WithoutSentences(words_.text(), refused), TextKind::kLines);
}

bool RequestFlow::FilesAttachments() const {
  const std::vector<SensitivePart> refused = RefusedParts();
  return std::none_of(refused.begin(), refused.end(),
                      [](const SensitivePart& part) { return part.spoken; });
}

std::vector<std::string> RequestFlow::LeftOut() const {
  std::vector<std::string> kinds;
  for (const SensitivePart& part : RefusedParts()) kinds.push_back(part.kind);
  return kinds;
}

}  // namespace studio

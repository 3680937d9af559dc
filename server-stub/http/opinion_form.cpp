#include "server/http/opinion_form.h"

#include "server/http/form_fields.h"
#include "server/http/phone_strings.h"
#include "shared/base/clean_text.h"
#include "shared/base/utf8.h"

namespace county {

namespace {

std::string FaultOf(const OpinionForm& form) {
  if (!form.stance) return say::kChooseFirst;
  const std::size_t count = studio::CountCharacters(form.words);
  if (count > kMaxOpinionWords) {
    return say::kTooLongBefore + std::to_string(count) + say::kTooLongAfter;
  }
  if (form.stance == studio::Stance::kSuggest && studio::IsBlank(form.words))
    return say::kSuggestNeedsWords;
  return {};
}

}  // namespace

OpinionForm ReadOpinionForm(std::string_view body) {
  const FormFields fields(body);
  OpinionForm form;
  form.stance = studio::StanceFrom(fields.Get("stance"));
  form.ballot = fields.Get("ballot");
  const std::string words = fields.Get("words");
  if (!studio::IsUtf8(words)) {
    form.fault = say::kNotReadable;
    return form;
  }
  form.words = studio::CleanText(words, studio::TextKind::kLines);
  form.fault = FaultOf(form);
  return form;
}

std::optional<studio::Ballot> ReadBallot(std::string_view text) {
  return studio::ToArray<16>(studio::FromBase64Url(text));
}

}  // namespace county

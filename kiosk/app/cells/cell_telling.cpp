#include "app/cells/cell_telling.h"

#include <utility>

namespace studio {

std::optional<std::size_t> CellsTold::Ask(CellProblem problem, const CellAnswers& answers) {
  const CellQuestion question = problem.Question();
  const auto found = answers.find(question);
  const int said = found == answers.end() ? kLeftOut : found->second;
  const bool way = said >= 0 && static_cast<std::size_t>(said) < problem.ways.size();
  const bool known = way || (found != answers.end() && said == kLeftOut);
  if (asked.insert(question).second) {
    if (known) problem.answer = said;
    (known ? answered : problems).push_back(std::move(problem));
  }
  return way ? std::optional(static_cast<std::size_t>(said)) : std::nullopt;
}

CellProblem CellTelling::About(GridAt at, CellFault fault, std::string_view text) const {
  CellProblem problem;
  problem.at = grid_.PlaceOf(at);
  problem.fault = fault;
  problem.text = Clip(text);
  return problem;
}

CellProblem& CellTelling::Refuse(GridAt at, CellFault fault, std::string_view text) {
  grid_.Mark(at, Fate::kRefused);
  return told_.problems.emplace_back(About(at, fault, text));
}

std::optional<std::size_t> CellTelling::Ask(GridAt at, CellProblem problem) {
  const auto way = told_.Ask(std::move(problem), answers_);
  if (!way) grid_.Mark(at, Fate::kRefused);
  return way;
}

bool CellTelling::Takes(GridAt at, CellFault fault, std::string_view text) {
  CellProblem problem = About(at, fault, text);
  problem.ways = {""};
  return Ask(at, std::move(problem)).has_value();
}

bool CellTelling::LeftOut(GridAt at, CellFault fault, std::string_view text) const {
  const auto said = answers_.find(About(at, fault, text).Question());
  return said != answers_.end() && said->second == kLeftOut;
}

void CellTelling::Note(GridAt at, CellRemark remark, std::string_view text, GridAt other) {
  CellNote note{grid_.PlaceOf(at), remark, Clip(text), grid_.PlaceOf(other)};
  const CellAt about = remark == CellRemark::kNotOfThisStudio ? CellAt() : note.at;
  if (told_.noted.insert({about, remark, note.text, note.other}).second) {
    told_.notes.push_back(std::move(note));
  }
}

std::string Clip(std::string_view text) {
  constexpr std::size_t kTextCharacters = 40;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] & 0xC0) != 0x80 && ++characters > kTextCharacters) {
      return std::string(text.substr(0, i)) + "…";
    }
  }
  return std::string(text);
}

}  // namespace studio

// A member writes 社情民意信息 from lines of the ledger, or hands the same form in as a suggestion
// for a topic or a proposal's raw material. What is written is kept sealed for its writer as it
// grows, until it is handed in or given up. Main thread.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/desk/ledger_flow.h"
#include "app/saying/safety_stop.h"
#include "app/saying/text_draft.h"
#include "app/station/kiosk_state.h"

namespace studio {

enum class InformationPart { kTitle, kSituation, kAnalysis, kSuggestion };
inline constexpr std::array kInformationParts = {
    InformationPart::kTitle, InformationPart::kSituation, InformationPart::kAnalysis,
    InformationPart::kSuggestion};
inline constexpr std::array kHandedInAsChoices = {HandedInAs::kInformation, HandedInAs::kTopic,
                                                  HandedInAs::kProposal};

enum class InformationStep { kForm, kSaving, kDone };

enum class InformationProblem {
  kNoTitle,
  kNoSituation,
  kNoSuggestion,
  kLineGone,  // withdrawn meanwhile, and no longer among the lines
  kFull,
  kFailed,
};

class InformationFlow {
 public:
  // All outlive the flow. Begins with the ledger's picked lines, beside what was kept.
  InformationFlow(LedgerStore& store, const KioskState& state, const Clock& clock,
                  std::shared_ptr<LedgerFlow> ledger, const InformationBody* resumed = nullptr);
  // What was written and not handed in is kept.
  ~InformationFlow();

  InformationStep step() const { return step_; }
  std::optional<InformationProblem> problem() const { return problem_; }
  const Station& station() const { return *station_; }
  const LedgerFlow& ledger() const { return *ledger_; }

  // The three parts share their room: what the others leave is this one's.
  TextDraft& words(InformationPart part);
  const TextDraft& words(InformationPart part) const { return words_[Index(part)]; }
  std::size_t Characters() const;  // of the three parts together
  void NoteWriting() { problem_.reset(); }

  HandedInAs handed_in_as() const { return handed_in_as_; }
  void ChooseHandedInAs(HandedInAs as) { handed_in_as_ = as; }

  // Who could have written it with them: of this studio first, then whoever else is a member.
  std::vector<const Member*> Others() const;
  bool IsJoint(const std::string& member) const;
  void ToggleJoint(const std::string& member);
  const std::vector<std::string>& joint() const { return joint_; }

  // Those that it comes from and that are still there; newest first.
  std::vector<const DeskLine*> Lines() const;
  std::size_t LineCount() const { return sources_.size() + lines_.size(); }

  // Danger alone, as of a write-up.
  SafetyStop& stop() { return stop_; }
  const SafetyStop& stop() const { return stop_; }
  bool StopsAt(InformationPart part);

  bool HasSomething() const;
  void Keep();
  void GiveUp();
  // To kDone, or problem() says why not. While it is being kept, and after, nothing more is filed.
  void File();

 private:
  static std::size_t Index(InformationPart part) { return static_cast<std::size_t>(part); }
  std::optional<InformationProblem> Missing() const;
  InformationBody Body() const;
  void Resume(const InformationBody& kept);
  void AddPicked();
  bool LeaveGoneLines();

  LedgerStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  const std::shared_ptr<LedgerFlow> ledger_;
  const std::shared_ptr<const Station> station_;
  InformationStep step_ = InformationStep::kForm;
  std::optional<InformationProblem> problem_;
  std::array<TextDraft, 4> words_{TextDraft{kMaxWorkTitle, TextKind::kLine},
                                  TextDraft{kMaxInformationWords}, TextDraft{kMaxInformationWords},
                                  TextDraft{kMaxInformationWords}};
  HandedInAs handed_in_as_ = HandedInAs::kInformation;
  std::vector<std::string> joint_;            // ids
  std::vector<std::string> sources_, lines_;  // as the body has them
  bool told_gone_ = false;
  SafetyStop stop_;
  std::optional<InformationBody> kept_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio

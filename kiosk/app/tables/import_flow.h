// A table of shifts taken over by the studio's manager: which one, what it leaves open, what it
// would change and which rows cannot be used, and only then the change. Main thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/checkin/key_session.h"
#include "app/duty/duty_store.h"
#include "app/duty/month_view.h"
#include "app/station/kiosk_state.h"
#include "app/tables/roster_files.h"

namespace studio {

enum class ImportStep {
  kLooking,  // for sticks and tables
  kChoose,   // one of contents().tables; there may be none
  kReading,
  kPreview,
  kSaving,
  kDone,  // made() changes wait for the county
};

class ImportFlow {
 public:
  // All outlive the flow; `view` is the month that the manager came from.
  ImportFlow(RosterFiles& files, DutyStore& store, const KioskState& state, MonthView& view,
             KeySession session);

  ImportStep step() const { return step_; }
  const ExchangeContents& contents() const { return contents_; }
  void LookAgain();
  void Choose(const TableFile& table);
  // At kChoose, what was wrong with the table last chosen.
  const std::optional<TableRefusal>& refusal() const { return refusal_; }
  RosterPreview::Refusal table_refusal() const { return preview_.refusal; }

  const std::string& table() const { return table_; }  // its file's name
  const RosterPreview& preview() const { return preview_; }
  // What is asked of the table, said already or not, by cell. All may be answered again.
  const std::vector<const CellProblem*>& questions() const { return questions_; }
  std::size_t open_questions() const { return open_; }
  // What cannot be used, whatever is said.
  const std::vector<const CellProblem*>& refused() const { return refused_; }
  // `way`: see CellAnswers. The table is read again; meanwhile weighing() and what was there
  // stands.
  void Answer(const CellQuestion& question, int way);
  // Those nobody has answered: as they are written, where there is one way to take them, or none.
  void TakeAll();
  void LeaveAll();
  bool weighing() const { return weighing_; }
  // Of preview().changes, those that can be asked for. The others speak of shifts whose last change
  // still waits for the county.
  const std::vector<const RosterChange*>& usable() const { return usable_; }
  std::size_t held_back() const { return held_back_; }
  void Confirm();
  void Back();                             // to the choice
  bool failed() const { return failed_; }  // it could not be read or kept; may be tried again
  std::size_t made() const { return made_; }

  // A table to fill in, into the first place.
  void SaveTemplate();
  const std::optional<Result<std::string>>& saved_template() const { return saved_template_; }

 private:
  void OnRoster(std::filesystem::path path, Result<RosterNow> roster);
  void OnPreview(RosterPreview preview);
  void AnswerOpen(int way);
  void ReadAgain();

  RosterFiles& files_;
  DutyStore& store_;
  const KioskState& state_;
  MonthView& view_;
  KeySession session_;
  ImportStep step_ = ImportStep::kLooking;
  ExchangeContents contents_;
  std::string table_;
  std::optional<TableRefusal> refusal_;
  RosterFiles::Table read_;
  RosterImportInput input_;
  RosterPreview preview_;
  // Into preview_.
  std::vector<const CellProblem*> questions_, refused_;
  std::vector<const RosterChange*> usable_;
  std::size_t open_ = 0, held_back_ = 0, made_ = 0;
  bool failed_ = false, weighing_ = false;
  std::optional<Result<std::string>> saved_template_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio

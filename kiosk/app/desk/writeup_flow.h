// An activity being written up at the desk, of whatever kind the mechanism has: its template says
// what is asked. What is written is kept sealed for its writer as it grows, until it is filed or
// given up. Main thread.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/checkin/key_session.h"
#include "app/desk/desk_store.h"
#include "app/saying/added_things.h"
#include "app/saying/safety_stop.h"
#include "app/saying/text_draft.h"
#include "app/station/kiosk_state.h"
#include "app/station/storage_state.h"

namespace studio {

enum class WriteupStep { kForm, kSaving, kDone };

// Why it cannot be filed yet, or a day not be taken.
enum class WriteupProblem {
  kFutureDay,
  kBeforeTerm,  // the term of office, or their own joining: see first_day()
  kChoosePlace,
  kChooseRole,
  kSaySomething,  // in words, or by voice
  kThingGone,     // the file of a photo or of the message
  kStorageFull,
  kStorageFailed,
};

// What a write-up may belong to.
struct WriteupLink {
  enum class To { kLiaison, kRequest, kWish, kTopic };
  std::string about;  // as ActivityBody::about
  To to = To::kRequest;
  std::string title;
  std::string more{};  // of a request what was said, of a wish its village; may be empty
};

class WriteupFlow {
 public:
  // All outlive the flow. `resumed`: what was kept of this kind; its words, figures, place, voice
  // and photos.
  WriteupFlow(DeskStore& store, const KioskState& state, const Clock& clock,
              const KeySession& session, ActivityTemplate asked,
              const ActivityBody* resumed = nullptr);
  // What was written and not filed is kept.
  ~WriteupFlow();

  const ActivityTemplate& asked() const { return asked_; }
  const Station& station() const { return *station_; }
  const std::string& member() const { return session_.member; }
  WriteupStep step() const { return step_; }
  std::optional<WriteupProblem> problem() const { return problem_; }
  int filed() const { return filed_; }  // here, one after the other

  CalendarDate Today() const;
  std::optional<CalendarDate> first_day() const { return first_day_; }
  CalendarDate date() const { return date_; }
  // False: problem() says why that day cannot be.
  bool ChooseDate(CalendarDate date);

  const std::string& place() const { return place_; }  // as it is called; empty: not said
  void ChooseVillage(const Village& village);
  void ChooseGroup(const std::string& group);  // of that village
  const Village* village() const;
  const std::string& group() const { return group_; }

  std::vector<const Member*> Others() const;  // of this studio, who could have come along
  bool CameAlong(const std::string& member) const;
  void ToggleCompanion(const std::string& member);
  const std::vector<std::string>& companions() const { return companions_; }

  std::optional<std::size_t> role() const { return role_; }  // of asked().roles
  void ChooseRole(std::size_t role);

  int& figure(std::size_t index) { return figures_[index]; }  // of asked().figures
  TextDraft& words(std::size_t index) { return words_[index]; }
  const TextDraft& words(std::size_t index) const { return words_[index]; }
  void NoteWriting() { problem_.reset(); }
  TextDraft& met() { return met_; }  // residents, groups, departments
  const TextDraft& met() const { return met_; }

  // Whom the writer keeps in touch with, requests that members may read, wishes not granted yet,
  // topics not closed.
  bool AsksAbout() const { return asked_.about.empty(); }
  void ReadLinks();
  bool links_are_there() const { return links_are_there_; }
  const std::vector<WriteupLink>& links() const { return links_; }
  const std::string& about() const { return about_; }
  // Nothing, or no longer to be seen.
  const WriteupLink* link() const;
  void ToggleLink(const WriteupLink& link);

  // Beside the rows: one voice message, which may stand for the words, and photos. Each change is
  // kept at once.
  const AddedThings& added() const { return added_; }
  void SetVoice(AttachmentPtr voice);  // null: none, or no longer
  bool AddPhoto(Photo photo);          // false: there are kMaxPhotos
  void RemovePhoto(std::size_t index);
  // One that was kept with the draft was opened.
  void ShowPhoto(const Digest& photo, const PicturePtr& picture) { added_.Show(photo, picture); }
  // What the disk has no room for now.
  void UseShortage(Shortage shortage) { shortage_ = shortage; }
  bool takes_photos() const { return shortage_ < Shortage::kNoPhotos; }
  bool takes_voice() const { return shortage_ < Shortage::kNoVoice; }

  // Danger alone: a member tells of what elsewhere would be somebody else's matter.
  SafetyStop& stop() { return stop_; }
  const SafetyStop& stop() const { return stop_; }
  bool StopsAt(std::size_t index);

  // Whether anything would be lost.
  bool HasSomething() const;
  // Keeps what has changed since it was last kept.
  void Keep();
  // To kDone, or problem() says why not.
  void File();
  // At kDone: the next one of the same kind, on the same day, in the same place, with the same
  // people.
  void Another();

 private:
  std::optional<WriteupProblem> Missing() const;
  ActivityBody Body() const;
  void AddLinks(const std::vector<DeskRequest>& requests);
  void Resume(const ActivityBody& kept);
  void ChoosePlaceNamed(const std::string& place);

  DeskStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  const KeySession session_;
  std::shared_ptr<const Station> station_;
  ActivityTemplate asked_;
  WriteupStep step_ = WriteupStep::kForm;
  std::optional<WriteupProblem> problem_;
  std::optional<CalendarDate> first_day_;
  CalendarDate date_{};
  std::string village_, group_, place_;
  std::vector<std::string> companions_;
  std::optional<std::size_t> role_;
  std::vector<int> figures_;
  std::deque<TextDraft> words_;
  TextDraft met_{kMaxActivityMet, TextKind::kLine};
  std::string about_;
  std::vector<WriteupLink> links_;
  bool links_are_there_ = false;
  AddedThings added_;
  Shortage shortage_ = Shortage::kNone;
  SafetyStop stop_;
  std::optional<ActivityBody> kept_;
  bool keep_again_ = false;  // it could not be
  int filed_ = 0;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio

#include "server/intake/work_examination.h"

namespace county {

using studio::RecordKind;

namespace {

template <class Body>
void Examine(studio::Result<Body> read, std::string Body::*what, std::string Body::*who,
             const BadgeTrust& trust, ExaminedWork& work) {
  if (!read) {
    work.unread = read.error().detail;
  } else if (!((*read).*what).empty()) {
    work.unproven = TokenFault(read->token, (*read).*who, trust);
    work.body = std::move(*read);
  }
}

}  // namespace

ExaminedWork ExamineWork(RecordKind kind, std::string_view body, const BadgeTrust& trust) {
  ExaminedWork work;
  if (kind == RecordKind::kActivity) {
    Examine(studio::ActivityBodyFromJson(body), &studio::ActivityBody::kind,
            &studio::ActivityBody::by, trust, work);
  } else if (kind == RecordKind::kInformation) {
    Examine(studio::InformationBodyFromJson(body), &studio::InformationBody::title,
            &studio::InformationBody::by, trust, work);
    if (std::holds_alternative<std::monostate>(work.body) && work.unread.empty())
      Examine(studio::HeardBodyFromJson(body), &studio::HeardBody::words, &studio::HeardBody::by,
              trust, work);
  } else if (kind == RecordKind::kCoauthor) {
    Examine(studio::CoauthorBodyFromJson(body), &studio::CoauthorBody::deed,
            &studio::CoauthorBody::member, trust, work);
  } else if (kind == RecordKind::kReview) {
    Examine(studio::ReviewBodyFromJson(body), &studio::ReviewBody::by, &studio::ReviewBody::by,
            trust, work);
  } else if (kind == RecordKind::kYearClosing) {
    Examine(studio::YearClosingBodyFromJson(body), &studio::YearClosingBody::by,
            &studio::YearClosingBody::by, trust, work);
  } else if (kind == RecordKind::kProposalRating) {
    Examine(studio::ProposalRatingBodyFromJson(body), &studio::ProposalRatingBody::proposal,
            &studio::ProposalRatingBody::by, trust, work);
  }
  return work;
}

}  // namespace county

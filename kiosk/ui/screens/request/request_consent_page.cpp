#include "ui/screens/request/request_consent_page.h"

#include <vector>

#include "shared/bodies/reader_words.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/consent_lines.h"
#include "ui/words/slip_strings.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

std::string WhatIsKept(const RequestFlow& flow) {
  std::string out = "您说的事、在哪个村";
  if (const std::string added = say::AddedLine(flow); !added.empty()) out += "、" + added;
  if (flow.head_count() > 1) out += "、一共几个人";
  if (flow.visibility() == Visibility::kAnonymous) return out;
  out += "、姓名";
  if (!flow.phone().empty()) out += "、电话";
  if (!flow.Representatives().empty()) out += "、代表姓名";
  return out;
}

}  // namespace

RequestTap RequestConsentPage::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const County& county = flow_.station().county;
  const std::string_view name = say::CountyName(flow_.station());
  const Rect beside = BesideRequestFoot(frame, area);
  const RequestTap tap = DrawRequestFoot(frame, area, flow_);
  Rect title = area;
  Question(frame, area, say::kConsentTitle);
  title = title.TakeTop(area.y - title.y).Inset(theme.size.margin, 0);
  area = area.Inset(theme.size.margin, 0);

  const std::vector<ConsentLine> lines = {
      {"account_balance", say::kConsentWhoTitle, say::CountyAndPhone(flow_.station())},
      {"task_alt", say::kConsentWhatForTitle, std::string(say::kConsentWhatFor)},
      {"description", say::kConsentWhatTitle, WhatIsKept(flow_)},
      {"visibility", say::kConsentReadTitle, WhoReads(flow_.Choice(), name)},
      {"event", say::kConsentKeepTitle,
       say::Fill(say::kConsentKeep, {{"days", say::Number(county.retention_days)}})},
      {"undo", say::kConsentRightsTitle, say::Fill(say::kConsentRights, {{"county", name}})},
  };

  const float row = theme.Px(118);
  // Large letters lying down leave it the place of what stands in the way.
  const bool low = frame.wide && theme_.extra_large;
  const bool asks = flow_.MembersCanRead() && !(low && flow_.problem());
  Rect agree, members;
  if (low) {
    // The lines need the whole width.
    agree = title.TakeRight(title.w * 0.4f);
    agree = agree.Centred(agree.w, row);
    members = beside;
  } else if (frame.wide) {
    agree = area.TakeRight(area.w * 0.34f, theme.Px(40));
    if (asks) members = agree.TakeTop(row, theme.size.gap);
  } else {
    agree = area.TakeBottom(row, asks ? theme.Px(14) : theme.size.gap);
    if (asks) members = area.TakeBottom(row, theme.size.gap);
  }
  DrawCard(frame, area);
  DrawConsentLines(frame, area.Inset(theme.Px(40), theme.Px(22)), lines);

  if (asks && CheckRow(frame, members, say::kMembersMayRead, "", flow_.members_may_read()))
    flow_.LetMembersRead(!flow_.members_may_read());
  if (CheckRow(frame, agree.TakeTop(row), say::kAgree, "", flow_.agreed())) {
    flow_.SetAgreed(!flow_.agreed());
  }
  return tap;
}

}  // namespace studio

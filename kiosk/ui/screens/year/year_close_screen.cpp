#include "ui/screens/year/year_close_screen.h"

#include <algorithm>
#include <memory>

#include "shared/mechanism/assessment_digest.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/year/reason_screen.h"
#include "ui/screens/year/review_screen.h"
#include "ui/words/staff/manage_strings.h"

namespace studio {
namespace {

struct Finding {
  std::string words;
  bool well = true;
};

std::string WithCount(std::string_view pattern, std::int64_t n) {
  return say::Fill(pattern, {{"n", say::Number(n)}});
}

std::vector<Finding> FindingsOf(const YearFlow& flow) {
  const StudioAccount& account = *flow.account();
  std::vector<Finding> out;
  const auto add = [&](std::int64_t n, std::string_view some, std::string_view none) {
    if (n > 0) {
      out.push_back({WithCount(some, n), false});
    } else if (!none.empty()) {
      out.push_back({std::string(none), true});
    }
  };
  add(static_cast<std::int64_t>(flow.WaitingOfYear()), say::kCloseWaiting, say::kCloseWaitingNone);
  std::int64_t back = 0;
  for (const auto& [id, deed] : account.deeds) {
    back += !deed.sent_back.empty() && static_cast<int>(deed.done.year()) == account.year;
  }
  add(back, say::kCloseSentBack, {});
  const auto all = flow.Standings();
  add(std::count_if(all.begin(), all.end(),
                    [](const MemberStanding& one) { return one.open + one.missed > 0; }),
      say::kCloseGaps, say::kCloseGapsNone);
  const auto& quotas = account.own.quotas;
  add(std::count_if(quotas.begin(), quotas.end(), [](const auto& one) { return !one.met; }),
      say::kCloseStudio, quotas.empty() ? std::string_view() : say::kCloseStudioNone);
  if (account.today < std::chrono::year(account.year) / 12 / 31)
    out.push_back({std::string(say::kCloseEarly), false});
  return out;
}

}  // namespace

void YearCloseScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const std::string title = say::Fill(say::kClosePage, {{"year", say::Number(flow_->year())}});
  if (Header(frame, area, title)) return parts_.navigator.Pop();
  if (flow_->state() != YearState::kThere) {
    if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack))
      return parts_.navigator.Pop();
    static_cast<void>(
        IsYearThere(frame, area.Inset(theme.size.margin, 0), *flow_, *parts_.state.station));
    return;
  }
  flow_->account()->IsClosed() ? DrawClosed(frame, area) : DrawOpen(frame, area);
}

void YearCloseScreen::DrawOpen(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::vector<Finding> findings = FindingsOf(*flow_);
  const bool waiting = flow_->WaitingOfYear() > 0;
  DeskFoot foot = TakeDeskFoot(frame, area);
  bool review = false, close = false;
  ButtonLook look;
  look.ends = true;
  look.enabled = flow_->MayClose() && !flow_->saving();
  if (waiting) {
    // Upright, what ends stands where the page of what waits has nothing that does.
    const auto right_half = [&](Rect& row) {
      return row.TakeRight((row.w - theme.size.gap) / 2, theme.size.gap);
    };
    const Rect on = right_half(frame.wide ? foot.ends : foot.step);
    if (!frame.wide) right_half(foot.ends);
    close = SecondaryButton(frame, foot.ends, say::kCloseAnyway, look);
    review = PrimaryButton(frame, on, say::kCloseToReview);
  } else {
    close = PrimaryButton(frame, foot.ends, say::kClose, look);
  }
  const bool back = SecondaryButton(frame, foot.step, say::kBack);
  Question(frame, area, say::kCloseQuestion, say::kCloseExplained);
  area = area.Inset(theme.size.margin, 0);
  if (flow_->save_failed())
    DrawProblem(frame, area.TakeTop(theme.Px(110), theme.Px(16)), say::kReviewFailed);
  const float height = std::min(theme.size.row_height * 1.1f,
                                area.h / static_cast<float>(findings.size()) - theme.Px(12));
  for (const Finding& one : findings) {
    TileLook tile{one.well ? "check_circle" : "pending", {}, one.well ? Tone::kJade : Tone::kAmber};
    tile.enabled = false;
    tile.leads = false;
    (void)RowTile(frame, area.TakeTop(height, theme.Px(12)), one.words, tile);
  }
  if (back) return parts_.navigator.Pop();
  if (review) return parts_.navigator.Push(std::make_unique<ReviewScreen>(parts_, flow_));
  if (close) flow_->Close();
}

void YearCloseScreen::DrawClosed(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const StudioAccount& account = *flow_->account();
  const Station& station = *parts_.state.station;
  const DeskFoot foot = TakeDeskFoot(frame, area);
  const bool back = SecondaryButton(frame, foot.step, say::kBack);
  const bool open = SecondaryButton(frame, foot.ends, say::kReopen, {"lock_open"});
  area = area.Inset(theme.size.margin, theme.Px(24));
  const std::string title = say::Fill(say::kClosedTitle, {{"year", say::Number(account.year)}});
  std::string hint = say::ClosedLine(account, station);
  if (const auto digest = ToArray<32>(FromHex(account.closing->digest))) {
    hint += "\n" + say::Fill(say::kClosedDigest, {{"digest", PrintedDigest(*digest)}});
  }
  if (account.closing_untold) {
    hint += "\n" + say::Fill(say::kClosedUntold, {{"county", say::CountyName(station)}});
  }
  DrawOutcome(frame, area, {"lock", title, hint});
  if (account.ChangedSinceClosing())
    DrawProblem(frame, area.TakeTop(theme.Px(150)), say::kClosedChanged);
  if (open) return parts_.navigator.Push(MakeReopenScreen(parts_, flow_));
  if (back) parts_.navigator.Pop();
}

}  // namespace studio

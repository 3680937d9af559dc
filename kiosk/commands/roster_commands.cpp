#include "commands/roster_commands.h"

#include <algorithm>
#include <charconv>
#include <ostream>

#include "app/base/clock.h"
#include "app/rules/mechanism_rules.h"
#include "app/tables/roster_import.h"
#include "commands/store_for_a_moment.h"
#include "platform/system_clock.h"
#include "shared/base/shown_text.h"
#include "shared/bodies/duty_bodies.h"
#include "store/acts/duty_view.h"
#include "store/base/data_folder.h"
#include "store/base/schema.h"
#include "tables/roster_export.h"
#include "tables/sheet_reader.h"

namespace studio {
namespace {

Result<std::vector<Sheet>> ReadTable(const std::filesystem::path& file) {
  auto sheets = ReadSheetsFile(file);
  if (!sheets) return Fail(ErrorKind::kInvalid, file.string() + ": " + Sentence(sheets.error()));
  return std::move(*sheets);
}

// A cell as the command line names it, with the way that is meant.
struct SaidCell {
  std::string cell;
  int way = 0;
  bool used = false;
};

std::vector<SaidCell> SaidIn(const ImportOrder& order) {
  std::vector<SaidCell> said;
  for (const std::string& text : order.take) {
    SaidCell& one = said.emplace_back();
    one.cell = text;
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos) continue;
    const char *const begin = text.data() + colon + 1, *const end = text.data() + text.size();
    if (int way = 0; std::from_chars(begin, end, way).ptr == end && way > 0) {
      one.cell.resize(colon);
      one.way = way - 1;
    }
  }
  for (const std::string& text : order.leave) said.push_back({text, kLeftOut, false});
  // What is said of one cell goes before what is said of all.
  std::stable_partition(said.begin(), said.end(),
                        [](const SaidCell& one) { return one.cell != "all"; });
  return said;
}

bool Speaks(const SaidCell& said, const RosterPreview& preview, const CellProblem& problem) {
  if (said.cell == "all") return said.way == kLeftOut || problem.ways.size() == 1;
  return said.cell == preview.Where(problem.at) &&
         (said.way == kLeftOut || static_cast<std::size_t>(said.way) < problem.ways.size());
}

// Answers what is asked, until nothing more is said to it: an answer may bring up another question.
Result<RosterPreview> ReadWithAnswers(const std::vector<Sheet>& sheets, RosterImportInput& input,
                                      const ImportOrder& order) {
  std::vector<SaidCell> said = SaidIn(order);
  for (;;) {
    RosterPreview preview = ReadRoster(sheets, input);
    if (preview.refusal != RosterPreview::Refusal::kNone) return preview;
    const std::size_t before = input.answers.size();
    for (const CellProblem& problem : preview.problems) {
      if (problem.ways.empty()) continue;
      const auto found = std::find_if(said.begin(), said.end(), [&](const SaidCell& one) {
        return Speaks(one, preview, problem);
      });
      if (found == said.end()) continue;
      found->used = true;
      input.answers[problem.Question()] = found->way;
    }
    if (input.answers.size() > before) continue;
    for (const SaidCell& one : said) {
      if (one.used || one.cell == "all") continue;
      return Fail(ErrorKind::kInvalid,
                  "nothing is asked of " + one.cell + " that could be said so");
    }
    return preview;
  }
}

Result<RosterPreview> Preview(const ImportOrder& order, const Identity& identity,
                              const std::vector<Sheet>& sheets) {
  auto view = DutyView::Open(order.data, identity);
  if (!view) return tl::unexpected(view.error());
  auto roster = view->Roster();
  if (!roster) return tl::unexpected(roster.error());
  const LocalTime now = LocalTime::At(view->TimeAt(SystemClock().Now(), BootId()).ms);
  RosterImportInput input;
  input.studio = identity.county.studio;
  input.month = std::chrono::year(now.year) / now.month;
  input.today = input.month / now.day;
  input.members = std::move(roster->members);
  input.studios = std::move(roster->studios);
  input.shifts = std::move(roster->shifts);
  if (const auto& usual = view->station().mechanism.usual_hours; !usual.empty()) {
    input.usual_hours = usual;
  }
  return ReadWithAnswers(sheets, input, order);
}

void PrintNames(const RosterPreview& preview, const std::vector<std::string>& members,
                std::ostream& out) {
  for (const std::string& member : members) {
    const auto name = preview.names.find(member);
    out << ' ' << ShownText(name == preview.names.end() ? member : name->second);
  }
}

void Print(const RosterPreview& preview, std::ostream& out) {
  for (const RosterChange& change : preview.changes) {
    if (change.kind == RosterChange::Kind::kSame) continue;
    const Shift& shift = change.shift;
    out << (change.kind == RosterChange::Kind::kNew ? "new      " : "changed  ") << shift.date
        << ' ' << shift.from << '-' << shift.to << ':';
    PrintNames(preview, shift.members, out);
    if (change.kind == RosterChange::Kind::kChanged) {
      out << " (was:";
      PrintNames(preview, change.members_before, out);
      out << ')';
    }
    out << '\n';
  }
  for (const CellNote& note : preview.notes) {
    out << "note: " << ShownText(Sentence(preview, note)) << '\n';
  }
  for (const CellProblem& problem : preview.answered) {
    const int way = *problem.answer;
    out << "answered: " << ShownText(Sentence(preview, problem)) << ": "
        << (way == kLeftOut ? "left out"
                            : ShownText(WaySentence(problem, static_cast<std::size_t>(way))))
        << '\n';
  }
  for (const CellProblem& problem : preview.problems) {
    out << (problem.ways.empty() ? "not used: " : "asked: ")
        << ShownText(Sentence(preview, problem)) << '\n';
    for (std::size_t way = 0; way < problem.ways.size(); ++way) {
      out << "  --take " << ShownText(preview.Where(problem.at));
      if (problem.ways.size() > 1) out << ':' << way + 1;
      out << "  " << ShownText(WaySentence(problem, way)) << '\n';
    }
  }
  out << preview.Count(RosterChange::Kind::kNew) << " new, "
      << preview.Count(RosterChange::Kind::kChanged) << " changed, "
      << preview.Count(RosterChange::Kind::kSame) << " as they are, " << preview.problems.size()
      << " cells not used, " << preview.not_named.size() << " shifts not named and kept\n";
}

Result<bool> PrintPreview(const ImportOrder& order, const Identity& identity,
                          const std::vector<Sheet>& sheets, std::ostream& out,
                          RosterPreview& preview) {
  auto read = Preview(order, identity, sheets);
  if (!read) return tl::unexpected(read.error());
  if (read->refusal != RosterPreview::Refusal::kNone) {
    return Fail(ErrorKind::kInvalid, order.file.string() + ": " + Sentence(read->refusal));
  }
  Print(*read, out);
  preview = std::move(*read);
  return preview.problems.empty();
}

}  // namespace

Result<bool> ImportRoster(const ImportOrder& order, std::ostream& out) {
  const auto identity = LoadIdentity(order.data);
  if (!identity) return tl::unexpected(identity.error());
  const auto sheets = ReadTable(order.file);
  if (!sheets) return tl::unexpected(sheets.error());
  RosterPreview preview;
  if (order.dry_run) return PrintPreview(order, *identity, *sheets, out, preview);

  const auto folder = DataFolder::Open(order.data);
  if (!folder && folder.error().kind == ErrorKind::kConflict) {
    return Fail(ErrorKind::kConflict, "the terminal is running in " + order.data.string() +
                                          ": stop it first, or use --dry-run");
  }
  if (!folder) return tl::unexpected(folder.error());
  if (auto known = CheckSchemaVersion(order.data); !known) return tl::unexpected(known.error());
  StoreForAMoment store(order.data, *identity);
  // Its first answer comes once the database is open and up to date.
  using Pending = std::vector<PendingRosterChange>;
  const auto opened = store.Ask<Pending>(
      [](DutyStore& duty, auto done) { duty.ReadPendingChanges(std::move(done)); });
  if (!opened) return tl::unexpected(opened.error());
  const auto usable = PrintPreview(order, *identity, *sheets, out, preview);
  if (!usable) return usable;
  std::vector<RosterChangeBody> bodies;
  for (const RosterChange& change : preview.changes) {
    if (change.kind != RosterChange::Kind::kSame) bodies.push_back(BodyOf(change));
  }
  const std::size_t count = bodies.size();
  if (count == 0) return usable;
  const auto kept = store.Ask<bool>([&](DutyStore& duty, auto done) {
    duty.ChangeRosterAtOnce(std::move(bodies), std::move(done));
  });
  if (!kept) return tl::unexpected(kept.error());
  out << count << " changes wait for the county\n";
  return usable;
}

Result<void> ExportRosterOf(const ExportOrder& order) {
  const auto first = ParseDate(order.month + "-01");
  if (!first) return Fail(ErrorKind::kInvalid, "--month: '" + order.month + "' is no YYYY-MM");
  if (!FormatOf(order.out)) {
    return Fail(ErrorKind::kInvalid,
                "--out: " + order.out.string() + " ends in none of .xlsx, .csv, .ics");
  }
  const auto identity = LoadIdentity(order.data);
  if (!identity) return tl::unexpected(identity.error());
  auto view = DutyView::Open(order.data, *identity);
  if (!view) return tl::unexpected(view.error());
  auto input = view->Month(first->year() / first->month());
  if (!input) return tl::unexpected(input.error());
  RosterReport report;
  report.input = std::move(*input);
  report.input.now_ms = view->TimeAt(SystemClock().Now(), BootId()).ms;
  const auto today = ParseDate(LocalTime::At(report.input.now_ms).Date());
  if (!HasCheckIns(report.input.month, *today)) {
    return Fail(ErrorKind::kNotFound, "--month: " + order.month +
                                          " is too long ago: check-ins stay " +
                                          std::to_string(kAttendanceDays) + " days on a terminal");
  }
  const Station& station = view->station();
  report.month =
      ComputeRotation(report.input, RotationRuleOf(station.mechanism, station.duty_quotas));
  report.studio_name = view->station().studio.name;
  if (report.studio_name.empty()) report.studio_name = identity->county.studio_name;
  report.county = view->station().county.code;
  report.large_paper = order.large_paper;
  const auto written = ExportRoster(report, order.out);
  if (!written) return tl::unexpected(written.error());
  return {};
}

}  // namespace studio

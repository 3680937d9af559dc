#include "server/http/http_surface.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "server/faults/faults.h"
#include "server/front/front.h"
#include "server/http/attachment_routes.h"
#include "server/http/form_fields.h"
#include "server/http/held_questions.h"
#include "server/http/http_exchange.h"
#include "server/http/metrics.h"
#include "server/http/topic_routes.h"
#include "server/ledger/ledger_database.h"
#include "server/ledger/ledger_place.h"
#include "shared/exchange/heartbeat.h"

namespace county {

namespace {

constexpr int kHoldSecondsAtMost = 25;
// For news, in the ledger; and where it tells them, in case a word of it was lost.
constexpr std::chrono::milliseconds kLookForNewsEvery{200}, kLookWhereTold{5000};
constexpr std::size_t kMaxEnrolmentBytes = 16 * 1024;

using Asked = std::shared_ptr<Exchange>;

// 0 where it asks for none, or for something that is no number.
std::chrono::seconds HoldSeconds(const std::string& wait) {
  int seconds = 0;
  const char* const end = wait.data() + wait.size();
  const auto [stop, error] = std::from_chars(wait.data(), end, seconds);
  if (error != std::errc{} || stop != end) return std::chrono::seconds(0);
  return std::chrono::seconds(std::clamp(seconds, 0, kHoldSecondsAtMost));
}

Response NoContent() {
  Response response;
  response.status = 204;
  return response;
}

bool IsNamed(std::string_view text) {
  return !text.empty() && text.find('/') == std::string_view::npos;
}

Response Enrol(Call& call) { return Answered(call.office.Enrol(call.request().body)); }

Response TakeHeartbeat(Call& call) {
  const auto terminal = Identify(call);
  if (!terminal) return Refused(terminal.error());
  const auto taken = call.office.TakeHeartbeat(*terminal, call.request().body);
  return taken ? NoContent() : Refused(taken.error());
}

Response TellTime(Call& call) {
  return Answered(call.office.Time(FormFields::OfQuery(call.request().query).Get("nonce")));
}

Response TellStatus(Call& call) {
  const auto terminal = Identify(call);
  if (!terminal) return Refused(terminal.error());
  return Answered(call.office.Status(call.request().named));
}

// What was refused before it was a request: a sentence, and for a phone a page.
Response RefusalBy(const FrontRefusal& refusal, std::string_view path) {
  if (path.starts_with("/t/") && refusal.status != 404) return RefusedPage(refusal.status);
  return Refused({refusal.status, refusal.code, refusal.detail});
}

FrontSettings SettingsFor(const DataFolder& folder, const SurfaceSettings& settings) {
  FrontSettings front;
  front.certificate = folder.server_certificate();
  front.key = folder.server_key();
  front.authorities = settings.authorities;
  front.bounds = settings.bounds;
  front.times = settings.times;
  front.refuse = RefusalBy;
  if (Faults* const faults = settings.faults; faults && faults->TouchConnections()) {
    front.one_request_each = true;
    front.welcome = [faults] { return faults->WelcomeConnection(); };
  }
  return front;
}

}  // namespace

struct HttpSurface::Parts {
  Parts(Office& the_office, Faults* the_faults, Front the_front, const DataFolder& folder)
      : office(the_office),
        faults(the_faults),
        front(std::move(the_front)),
        held([this] { return office.FeedVersion(); },
             LedgerUrl(folder) ? kLookWhereTold : kLookForNewsEvery),
        listening(NewsOf(folder, [this] { held.LookSoon(); })) {
    AddRoutes();
  }

  // A question for changes, while it is held too.
  struct Question {
    Asked asked;
    std::optional<Fault> fault;
    Terminal terminal;
    std::string after;
    std::chrono::steady_clock::time_point until;
  };

  void AddRoutes();
  void Add(WorkRoute route);
  template <class Answering>
  void Answer(const Asked& asked, Answering answering);
  // took: where it was not held meanwhile.
  void Finish(const Asked& asked, std::optional<Fault> fault, Response response,
              std::optional<std::chrono::steady_clock::duration> took);
  std::optional<Response> TakeQuestion(const Asked& asked, std::optional<Fault> fault);
  std::optional<Response> LookForNews(const Question& question);
  void GoOn(const Question& question, bool news);
  Response TakeBatch(Call& call);

  Office& office;
  Faults* faults;
  Front front;
  RequestCounts counts;
  HeldQuestions held;
  const std::unique_ptr<LedgerNews> listening;
};

namespace {

Response OfWhatWasThrown(const std::string& where) {
  try {
    throw;
  } catch (const LedgerAway& away) {
    spdlog::error("{}: {}", where, away.what());
    return Refused({503, "unavailable", "the county cannot reach its ledger for now"});
  } catch (const std::exception& error) {
    spdlog::error("{}: {}", where, error.what());
    return Refused({500, "storage", "the county could not keep or read its ledger"});
  }
}

}  // namespace

// answering: (fault) -> the response, or nullopt where it is held. What it throws is a 500, or a
// 503 where the ledger is away.
template <class Answering>
void HttpSurface::Parts::Answer(const Asked& asked, Answering answering) {
  const Request& request = asked->request();
  const auto fault = faults ? faults->Choose(request) : std::nullopt;
  std::optional<Response> response;
  try {
    response = answering(fault);
  } catch (...) {
    response = OfWhatWasThrown(request.method + " " + request.path);
  }
  if (response) {
    Finish(asked, fault, std::move(*response), std::chrono::steady_clock::now() - asked->came());
  }
}

void HttpSurface::Parts::Finish(const Asked& asked, std::optional<Fault> fault, Response response,
                                std::optional<std::chrono::steady_clock::duration> took) {
  const Request& request = asked->request();
  if (faults) faults->Serve(fault, request, response);
  ZipPage(request, response);
  spdlog::debug("{} {} -> {}", request.method, request.path, response.status);
  counts.Answered(request.path, response.status, took);
  asked->Answer(std::move(response));
}

void HttpSurface::Parts::Add(WorkRoute each) {
  each.route.handle = [this, work = each.work](const Asked& asked) {
    Answer(asked, [&](std::optional<Fault> fault) -> std::optional<Response> {
      Call call{office, front, *asked, fault};
      return work(call);
    });
  };
  front.routes().Add(std::move(each.route));
}

void HttpSurface::Parts::AddRoutes() {
  const auto add = [this](Route route, auto answering) {
    route.handle = [this, answering](const Asked& asked) {
      Answer(asked, [&](std::optional<Fault> fault) { return answering(asked, fault); });
    };
    front.routes().Add(std::move(route));
  };
  add({"POST", "/v1/records", "", nullptr, studio::kMaxBatchBytes, Lane::kTerminals, {}},
      [this](const Asked& asked, std::optional<Fault> fault) -> std::optional<Response> {
        Call call{office, front, *asked, fault};
        return TakeBatch(call);
      });
  add({"GET", "/v1/changes", "", nullptr, 0, Lane::kTerminals, {}},
      [this](const Asked& asked, std::optional<Fault> fault) {
        return TakeQuestion(asked, fault);
      });
  Add({{"POST", "/v1/enrol", "", nullptr, kMaxEnrolmentBytes, Lane::kAnybody, {}}, Enrol});
  Add({{"POST", "/v1/heartbeat", "", nullptr, studio::kMaxHeartbeatBytes, Lane::kTerminals, {}},
       TakeHeartbeat});
  Add({{"GET", "/v1/time", "", nullptr, 0, Lane::kAnybody, {}}, TellTime});
  Add({{"GET", "/v1/statuses/", "", IsNamed, 0, Lane::kTerminals, {}}, TellStatus});
  for (WorkRoute& each : AttachmentRoutes()) Add(std::move(each));
  for (WorkRoute& each : TopicRoutes()) Add(std::move(each));
}

Response HttpSurface::Parts::TakeBatch(Call& call) {
  const auto terminal = Identify(call);
  if (!terminal) return Refused(terminal.error());
  held.LetGo(terminal->number);
  const auto batch = studio::AsBytes(call.request().body);
  if (call.fault == Fault::kDuplicate) office.TakeBatch(*terminal, batch);
  return Answered(office.TakeBatch(*terminal, batch));
}

std::optional<Response> HttpSurface::Parts::TakeQuestion(const Asked& asked,
                                                         std::optional<Fault> fault) {
  Call call{office, front, *asked, fault};
  const auto terminal = Identify(call);
  if (!terminal) return Refused(terminal.error());
  const auto query = FormFields::OfQuery(asked->request().query);
  const auto patience = HoldSeconds(query.Get("wait"));
  return LookForNews(
      {asked, fault, *terminal, query.Get("after"), std::chrono::steady_clock::now() + patience});
}

// Where the terminal is patient, the answer waits until there is news for it: nullopt.
std::optional<Response> HttpSurface::Parts::LookForNews(const Question& question) {
  const std::uint64_t seen = office.FeedVersion();
  const bool patient = question.until > std::chrono::steady_clock::now();
  if (patient && !office.HasNews(question.terminal, question.after)) {
    held.Hold(question.terminal.number,
              {seen, question.until, [asked = question.asked] { return asked->Gone(); },
               [this, question](bool news) {
                 front.Post(Lane::kTerminals, [this, question, news] { GoOn(question, news); });
               }});
    return std::nullopt;
  }
  const auto page = office.Changes(question.terminal, question.after);
  if (!page) return Refused(page.error());
  return *page ? Enveloped(**page) : NoContent();
}

void HttpSurface::Parts::GoOn(const Question& question, bool news) {
  std::optional<Response> response = NoContent();
  try {
    if (news) response = LookForNews(question);
  } catch (...) {
    response = OfWhatWasThrown("changes");
  }
  if (response) Finish(question.asked, question.fault, std::move(*response), std::nullopt);
}

Result<HttpSurface> HttpSurface::Make(Office& office, const DataFolder& folder,
                                      const SurfaceSettings& settings) {
  auto front = Front::Make(SettingsFor(folder, settings));
  if (!front) return tl::unexpected(front.error());
  return HttpSurface(std::make_unique<Parts>(office, settings.faults, std::move(*front), folder));
}

HttpSurface::HttpSurface(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
HttpSurface::HttpSurface(HttpSurface&&) noexcept = default;
HttpSurface::~HttpSurface() = default;

Result<int> HttpSurface::Bind(const std::string& host, int port) {
  return parts_->front.Bind(host, port);
}
void HttpSurface::Run() { parts_->front.Run(); }
bool HttpSurface::Running() const { return parts_->front.Running(); }
std::string HttpSurface::Metrics(const std::optional<LedgerState>& ledger,
                                 std::int64_t now_ms) const {
  return MetricsText(parts_->counts, {parts_->office.Counts(), parts_->front.Connections(),
                                      parts_->held.size(), ledger, now_ms});
}
void HttpSurface::Stop() {
  parts_->held.LetAllGo();
  parts_->front.Stop();
}
Result<void> HttpSurface::ReadCertificateAgain() { return parts_->front.ReadCertificateAgain(); }

}  // namespace county

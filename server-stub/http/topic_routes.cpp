#include "server/http/topic_routes.h"

#include <algorithm>

#include "server/faults/faults.h"
#include "server/front/crowd.h"
#include "server/front/front.h"
#include "server/http/form_fields.h"
#include "server/http/opinion_form.h"
#include "server/http/phone_strings.h"
#include "server/http/topic_page.h"

namespace county {

namespace {

using studio::Ballot;

constexpr const char* kPages = "/t/";
constexpr const char* kThanks = "/thanks";
constexpr std::size_t kLongestTopic = 64;
constexpr const char* kCookie = "ballot";
constexpr const char* kCookieAge = "5184000";  // 60 days, in seconds

bool IsTopic(std::string_view text) {
  return !text.empty() && text.size() <= kLongestTopic &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-';
         });
}

std::string FreshNonce() {
  studio::ByteArray<16> bytes{};
  studio::FillRandom(bytes);
  return studio::ToBase64Url(bytes);
}

Response Page(int status, const PageVisit& visit, std::string page) {
  Response response;
  response.status = status;
  response.Set("Content-Security-Policy",
               "default-src 'none'; style-src 'nonce-" + visit.nonce +
                   "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  response.Set("Referrer-Policy", "no-referrer");
  response.Set("Cache-Control", "no-store");
  response.Set("X-Content-Type-Options", "nosniff");
  response.SetBody(std::move(page), "text/html; charset=utf-8");
  return response;
}

Response Trouble(int status, const PageVisit& visit, const char* title, const char* text,
                 const std::string& back = {}) {
  return Page(status, visit, TroublePage(visit, title, text, back));
}

// Of the topic's own cookie; nullopt where there is none that can be read.
std::optional<Ballot> CookieBallot(const Request& request) {
  const std::string name = std::string(kCookie) + "=";
  const std::string text = request.Get("Cookie");
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find(';', at);
    if (end == std::string::npos) end = text.size();
    if (text.compare(at, name.size(), name) == 0) {
      return ReadBallot(std::string_view(text).substr(at + name.size(), end - at - name.size()));
    }
    at = text.find_first_not_of(" ;", end);
  }
  return std::nullopt;
}

// A request for a topic's page, with whose ballot it is.
struct Visit {
  std::string topic;
  PageVisit page;
  std::optional<Ballot> ballot;
  bool misread = false;  // the address told a ballot that is none
};

Visit VisitOf(const Request& request) {
  Visit visit;
  const FormFields query = FormFields::OfQuery(request.query);
  visit.topic = request.named;
  visit.page.nonce = FreshNonce();
  visit.page.address = "https://" + request.authority + "/t/" + visit.topic;
  visit.page.told = query.Has("b");
  visit.ballot = visit.page.told ? ReadBallot(query.Get("b")) : CookieBallot(request);
  visit.misread = visit.page.told && !visit.ballot;
  if (visit.ballot) visit.page.ballot = studio::ToBase64Url(*visit.ballot);
  return visit;
}

// What is said to the visitor instead; nullopt where the visit may go on.
std::optional<Response> TurnedAway(const Call& call, const Visit& visit) {
  if (const auto fault = FaultBeforeWork(call.fault)) {
    return Trouble(fault->status, visit.page, say::kTroubleTitle, say::kTrouble);
  }
  if (!visit.misread) return std::nullopt;
  return Trouble(400, visit.page, say::kTroubleTitle, say::kBadBallot, kPages + visit.topic);
}

Response NoTopic(const Visit& visit) {
  return Trouble(404, visit.page, say::kNoTopicTitle, say::kNoTopic);
}

Response Show(Call& call) {
  Visit visit = VisitOf(call.request());
  if (auto away = TurnedAway(call, visit)) return std::move(*away);
  const auto view = call.office.ViewTopic(visit.topic, visit.ballot);
  if (!view) return NoTopic(visit);
  if (!visit.ballot) visit.ballot = studio::RandomBallot();
  visit.page.ballot = studio::ToBase64Url(*visit.ballot);
  Response response = Page(200, visit.page, TopicPage(*view, visit.page, {}));
  if (!visit.page.told) {
    response.Set("Set-Cookie", std::string(kCookie) + "=" + visit.page.ballot + "; Path=/t/" +
                                   visit.topic + "; Max-Age=" + kCookieAge +
                                   "; Secure; HttpOnly; SameSite=Lax");
  }
  return response;
}

const char* NameOf(PhoneVoice voice) {
  switch (voice) {
    case PhoneVoice::kChanged:
      return "changed";
    case PhoneVoice::kLate:
      return "late";
    default:
      return "counted";
  }
}

Response Thank(Call& call) {
  const Visit visit = VisitOf(call.request());
  if (auto away = TurnedAway(call, visit)) return std::move(*away);
  const auto view = call.office.ViewTopic(visit.topic, visit.ballot);
  if (!view) return NoTopic(visit);
  const std::string told = FormFields::OfQuery(call.request().query).Get("said");
  PhoneVoice said = PhoneVoice::kCounted;
  for (const PhoneVoice voice : {PhoneVoice::kChanged, PhoneVoice::kLate}) {
    if (told == NameOf(voice)) said = voice;
  }
  return Page(200, visit.page, ThanksPage(*view, visit.page, said));
}

// The form again, with what was typed and what is wrong.
Response ShowAgain(Call& call, const Visit& visit, int status, const OpinionForm& form) {
  const auto view = call.office.ViewTopic(visit.topic, visit.ballot);
  if (!view) return NoTopic(visit);
  if (!view->Open()) {  // there is no form any more, or not yet
    return Trouble(status, visit.page, say::kTroubleTitle, form.fault.c_str(),
                   LinkTo(visit.topic, visit.page));
  }
  return Page(status, visit.page, TopicPage(*view, visit.page, form));
}

Response AnswerForm(Call& call, const Visit& visit, OpinionForm form) {
  const auto again = [&](int status, const char* fault, const char* later = nullptr) {
    form.fault = fault;
    Response response = ShowAgain(call, visit, status, form);
    if (later) response.Set("Retry-After", later);
    return response;
  };
  studio::OpinionBody opinion;
  opinion.topic = visit.topic;
  opinion.ballot = *visit.ballot;
  opinion.stance = *form.stance;
  opinion.words = form.words;
  const std::string& address = call.request().address;
  const PhoneVoice voice = call.office.TakePhoneOpinion(
      std::move(opinion), {NetworkOf(address), WideNetworkOf(address)});
  switch (voice) {
    case PhoneVoice::kNoTopic:
      return NoTopic(visit);
    case PhoneVoice::kNotOpen:
      return again(409, say::kNotOpenYet);
    case PhoneVoice::kCrowded:
      return again(429, say::kCrowded, "60");
    case PhoneVoice::kTooOften:
      return again(429, say::kTooOften, "86400");
    case PhoneVoice::kCounted:
    case PhoneVoice::kChanged:
    case PhoneVoice::kLate:
      break;
  }
  Response response = Page(303, visit.page, {});
  response.Set("Location",
               LinkTo(visit.topic, visit.page, std::string("thanks?said=") + NameOf(voice)));
  return response;
}

// A form that another site had the browser send. A page with Referrer-Policy no-referrer tells
// "null" to its own server too.
bool ComesFromElsewhere(const Call& call) {
  const Request& request = call.request();
  const std::string site = request.Get("Sec-Fetch-Site");
  if (!site.empty() && site != "same-origin" && site != "none") return true;
  const std::string origin = LowerCase(request.Get("Origin"));
  if (origin.empty() || origin == "null") return false;
  const auto ours = call.front.SignedFor(request.authority);
  return std::none_of(ours.begin(), ours.end(),
                      [&](const std::string& each) { return origin == "https://" + each; });
}

Response Take(Call& call) {
  Visit visit = VisitOf(call.request());
  if (auto away = TurnedAway(call, visit)) return std::move(*away);
  const OpinionForm form = ReadOpinionForm(call.request().body);
  const auto of_form = ReadBallot(form.ballot);
  // Nobody else's page knows the cookie's ballot, which our form tells.
  const bool made_elsewhere = !visit.page.told && visit.ballot && of_form != visit.ballot;
  if (made_elsewhere || ComesFromElsewhere(call)) {
    return Trouble(403, visit.page, say::kTroubleTitle, say::kFromElsewhere,
                   LinkTo(visit.topic, visit.page));
  }
  // The form remembers the ballot where a browser keeps no cookies.
  if (!visit.page.told) visit.ballot = of_form;
  if (!visit.ballot) {
    return Trouble(400, visit.page, say::kTroubleTitle, say::kNoBallot, kPages + visit.topic);
  }
  visit.page.ballot = studio::ToBase64Url(*visit.ballot);
  if (!form.fault.empty()) return ShowAgain(call, visit, 422, form);
  return AnswerForm(call, visit, form);
}

}  // namespace

Response RefusedPage(int status) {
  PageVisit visit;
  visit.nonce = FreshNonce();
  return Trouble(status, visit, say::kTroubleTitle, status == 413 ? say::kTooLarge : say::kTrouble);
}

std::vector<WorkRoute> TopicRoutes() {
  return {{{"GET", kPages, "", IsTopic, 0, Lane::kAnybody, {}}, Show},
          {{"GET", kPages, kThanks, IsTopic, 0, Lane::kAnybody, {}}, Thank},
          {{"POST", kPages, "", IsTopic, kMaxFormBytes, Lane::kAnybody, {}}, Take}};
}

}  // namespace county

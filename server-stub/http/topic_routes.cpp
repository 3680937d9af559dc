#include "server/http/topic_routes.h"

#include <httplib.h>

#include "server/faults/faults.h"
#include "server/http/http_exchange.h"
#include "server/http/opinion_form.h"
#include "server/http/phone_strings.h"
#include "server/http/topic_page.h"

namespace county {

namespace {

using httplib::ContentReader;
using httplib::Request;
using httplib::Response;
using studio::Ballot;

constexpr const char* kTopic = "/t/([A-Za-z0-9-]{1,64})";
constexpr const char* kThanks = "/t/([A-Za-z0-9-]{1,64})/thanks";
constexpr const char* kCookie = "ballot";
constexpr const char* kCookieAge = "5184000";  // 60 days, in seconds

std::string FreshNonce() {
  studio::ByteArray<16> bytes{};
  studio::FillRandom(bytes);
  return studio::ToBase64Url(bytes);
}

void SendPage(Response& response, int status, const PageVisit& visit, const std::string& page) {
  response.status = status;
  response.set_header("Content-Security-Policy",
                      "default-src 'none'; style-src 'nonce-" + visit.nonce +
                          "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cache-Control", "no-store");
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_content(page, "text/html; charset=utf-8");
}

void SendTrouble(Response& response, int status, const PageVisit& visit, const char* title,
                 const char* text, const std::string& back = {}) {
  SendPage(response, status, visit, TroublePage(visit, title, text, back));
}

// Of the topic's own cookie; nullopt where there is none that can be read.
std::optional<Ballot> CookieBallot(const Request& request) {
  const std::string name = std::string(kCookie) + "=";
  const std::string text = request.get_header_value("Cookie");
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
  visit.topic = request.matches[1].str();
  visit.page.nonce = FreshNonce();
  visit.page.address = "https://" + request.get_header_value("Host") + "/t/" + visit.topic;
  visit.page.told = request.has_param("b");
  visit.ballot = visit.page.told ? ReadBallot(request.get_param_value("b")) : CookieBallot(request);
  visit.misread = visit.page.told && !visit.ballot;
  if (visit.ballot) visit.page.ballot = studio::ToBase64Url(*visit.ballot);
  return visit;
}

// Refuses for the visitor; false where the visit may go on.
bool TurnedAway(const Visit& visit, Response& response) {
  if (const auto fault = FaultBeforeWork()) {
    SendTrouble(response, fault->status, visit.page, say::kTroubleTitle, say::kTrouble);
  } else if (visit.misread) {
    SendTrouble(response, 400, visit.page, say::kTroubleTitle, say::kBadBallot,
                "/t/" + visit.topic);
  } else {
    return false;
  }
  return true;
}

void SendNoTopic(Response& response, const Visit& visit) {
  SendTrouble(response, 404, visit.page, say::kNoTopicTitle, say::kNoTopic);
}

void Show(Office& office, const Request& request, Response& response) {
  Visit visit = VisitOf(request);
  if (TurnedAway(visit, response)) return;
  const auto view = office.ViewTopic(visit.topic, visit.ballot);
  if (!view) return SendNoTopic(response, visit);
  if (!visit.ballot) visit.ballot = studio::RandomBallot();
  visit.page.ballot = studio::ToBase64Url(*visit.ballot);
  if (!visit.page.told) {
    response.set_header("Set-Cookie", std::string(kCookie) + "=" + visit.page.ballot +
                                          "; Path=/t/" + visit.topic + "; Max-Age=" + kCookieAge +
                                          "; Secure; HttpOnly; SameSite=Lax");
  }
  SendPage(response, 200, visit.page, TopicPage(*view, visit.page, {}));
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

void Thank(Office& office, const Request& request, Response& response) {
  const Visit visit = VisitOf(request);
  if (TurnedAway(visit, response)) return;
  const auto view = office.ViewTopic(visit.topic, visit.ballot);
  if (!view) return SendNoTopic(response, visit);
  PhoneVoice said = PhoneVoice::kCounted;
  for (const PhoneVoice voice : {PhoneVoice::kChanged, PhoneVoice::kLate}) {
    if (request.get_param_value("said") == NameOf(voice)) said = voice;
  }
  SendPage(response, 200, visit.page, ThanksPage(*view, visit.page, said));
}

// The form again, with what was typed and what is wrong.
void ShowAgain(Office& office, Response& response, const Visit& visit, int status,
               const OpinionForm& form) {
  const auto view = office.ViewTopic(visit.topic, visit.ballot);
  if (!view) return SendNoTopic(response, visit);
  if (!view->Open()) {  // there is no form any more, or not yet
    return SendTrouble(response, status, visit.page, say::kTroubleTitle, form.fault.c_str(),
                       LinkTo(visit.topic, visit.page));
  }
  SendPage(response, status, visit.page, TopicPage(*view, visit.page, form));
}

void AnswerForm(Office& office, Response& response, const Visit& visit, OpinionForm form) {
  const auto again = [&](int status, const char* fault) {
    form.fault = fault;
    ShowAgain(office, response, visit, status, form);
  };
  studio::OpinionBody opinion;
  opinion.topic = visit.topic;
  opinion.ballot = *visit.ballot;
  opinion.stance = *form.stance;
  opinion.words = form.words;
  const PhoneVoice voice = office.TakePhoneOpinion(std::move(opinion));
  switch (voice) {
    case PhoneVoice::kNoTopic:
      return SendNoTopic(response, visit);
    case PhoneVoice::kNotOpen:
      return again(409, say::kNotOpenYet);
    case PhoneVoice::kCrowded:
      response.set_header("Retry-After", "60");
      return again(429, say::kCrowded);
    case PhoneVoice::kTooOften:
      response.set_header("Retry-After", "86400");
      return again(429, say::kTooOften);
    case PhoneVoice::kCounted:
    case PhoneVoice::kChanged:
    case PhoneVoice::kLate:
      break;
  }
  SendPage(response, 303, visit.page, {});
  response.set_header("Location",
                      LinkTo(visit.topic, visit.page, std::string("thanks?said=") + NameOf(voice)));
}

void Take(Office& office, const Request& request, Response& response, const ContentReader& reader) {
  Visit visit = VisitOf(request);
  const auto body = ReadBody(request, response, reader, kMaxFormBytes);
  if (!body) {
    const char* text = response.status == 413 ? say::kTooLarge : say::kTrouble;
    return SendTrouble(response, response.status, visit.page, say::kTroubleTitle, text);
  }
  if (TurnedAway(visit, response)) return;
  const OpinionForm form = ReadOpinionForm(*body);
  // The form remembers the ballot where a browser keeps no cookies.
  if (!visit.page.told) {
    if (const auto ballot = ReadBallot(form.ballot)) visit.ballot = ballot;
  }
  if (!visit.ballot) {
    return SendTrouble(response, 400, visit.page, say::kTroubleTitle, say::kNoBallot,
                       "/t/" + visit.topic);
  }
  visit.page.ballot = studio::ToBase64Url(*visit.ballot);
  if (!form.fault.empty()) return ShowAgain(office, response, visit, 422, form);
  AnswerForm(office, response, visit, form);
}

}  // namespace

void RouteTopics(httplib::Server& server, Office& office) {
  server.Get(kTopic, [&office](const Request& request, Response& response) {
    Show(office, request, response);
  });
  server.Get(kThanks, [&office](const Request& request, Response& response) {
    Thank(office, request, response);
  });
  server.Post(kTopic,
              [&office](const Request& request, Response& response, const ContentReader& reader) {
                Take(office, request, response, reader);
              });
}

}  // namespace county

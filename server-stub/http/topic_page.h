// The pages that a phone is shown of a topic: plain HTML with one style sheet inside, no scripts,
// nothing from elsewhere. Everything that somebody wrote is escaped.
#pragma once

#include <string>

#include "server/clerk/topic_view.h"
#include "server/http/opinion_form.h"

namespace county {

// The part of a page that makes it this visitor's.
struct PageVisit {
  std::string nonce;    // of the style sheet, told in Content-Security-Policy too
  std::string ballot;   // base64url; empty: there is none, and the form is not shown
  bool told = false;    // the ballot stands in the address, so it does in the pages' links
  std::string address;  // of this topic for others: "https://host/t/TOPIC"
};

// form: what was typed before and what is wrong with it.
std::string TopicPage(const TopicView& view, const PageVisit& visit, const OpinionForm& form);
std::string ThanksPage(const TopicView& view, const PageVisit& visit, PhoneVoice voice);
// Of whatever went wrong. back: an address on this server; empty: none is offered.
std::string TroublePage(const PageVisit& visit, std::string_view title, std::string_view text,
                        std::string_view back);

// Links of a topic's pages: "/t/TOPIC" or "/t/TOPIC?b=BALLOT", and with `page` "/t/TOPIC/PAGE…".
std::string LinkTo(const std::string& topic, const PageVisit& visit, std::string_view page = {});

}  // namespace county

// The topics that a member leads, each with its course, what people say, and the way to a note of
// what was looked into and who was asked to come.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/checkin/key_session.h"
#include "app/desk/ledger_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/article.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class LedTopicsScreen : public Screen {
 public:
  LedTopicsScreen(ScreenParts parts, KeySession session)
      : parts_(parts), session_(std::move(session)) {}

  std::string_view Tag() const override { return "led-topics"; }
  void Draw(Frame& frame) override;

 private:
  ScreenParts parts_;
  KeySession session_;
  ScrollState scroll_;
};

class LedTopicScreen : public Screen {
 public:
  LedTopicScreen(ScreenParts parts, KeySession session, std::string topic)
      : parts_(parts),
        session_(std::move(session)),
        topic_(std::move(topic)),
        ledger_(parts.ledger, session_) {}

  std::string_view Tag() const override { return "led-topic"; }
  void OnEnter() override { ledger_.Read(); }
  void Draw(Frame& frame) override;

 private:
  ScreenParts parts_;
  KeySession session_;
  std::string topic_;  // id
  LedgerFlow ledger_;  // what they noted
  ArticleState read_;
};

}  // namespace studio

// 我的提案: a member's proposals, each with its page, where they rate the handling (双评).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/desk/proposals_flow.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/article.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class ProposalsScreen : public Screen {
 public:
  ProposalsScreen(ScreenParts parts, std::shared_ptr<ProposalsFlow> flow)
      : parts_(parts), flow_(std::move(flow)) {}

  std::string_view Tag() const override { return "proposals"; }
  void OnEnter() override { flow_->Read(); }
  void Draw(Frame& frame) override;

 private:
  ScreenParts parts_;
  std::shared_ptr<ProposalsFlow> flow_;
  ScrollState scroll_;
};

class ProposalScreen : public Screen {
 public:
  ProposalScreen(ScreenParts parts, std::shared_ptr<ProposalsFlow> flow, std::string number)
      : parts_(parts), flow_(std::move(flow)), number_(std::move(number)) {}

  std::string_view Tag() const override { return "proposal"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override;

 private:
  enum class Page { kLook, kHow, kWhy, kCheck, kDone };

  void GoBack();
  void DrawLook(Frame& frame, Rect area, const Proposal& proposal);
  // proposal_rating.cpp
  void DrawHow(Frame& frame, Rect area);
  void DrawWhy(Frame& frame, Rect area);
  void DrawCheck(Frame& frame, Rect area);
  void DrawDone(Frame& frame, Rect area);
  bool AsksWhy() const { return satisfaction_ != Satisfaction::kSatisfied; }

  ScreenParts parts_;
  std::shared_ptr<ProposalsFlow> flow_;
  std::string number_;
  Page page_ = Page::kLook;
  Satisfaction satisfaction_ = Satisfaction::kSatisfied;
  std::vector<std::string> reasons_;
  bool sent_ = false;
  ArticleState read_;
};

}  // namespace studio

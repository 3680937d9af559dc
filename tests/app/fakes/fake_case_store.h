// Stores of cases, topics and wishes that answer when the test says so, or at once from what it put
// there.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "app/request/withdrawal.h"
#include "app/station/public_pictures.h"
#include "app/topics/topic_store.h"
#include "app/tracking/case_store.h"
#include "app/tracking/county_questions.h"
#include "app/wishes/wish_store.h"

namespace studio {

class FakeCaseStore : public CaseStore {
 public:
  void Track(const ReceiptNumber& number, const LookupCode&, Done<TrackReply> done) override {
    Look(number, std::move(done));
  }
  void TrackLive(const ReceiptNumber& number, const LookupCode&, StatusWord word,
                 Done<TrackReply> done) override {
    words.push_back(std::move(word));
    Look(number, std::move(done));
  }
  void Rate(RatingBody body, Done<bool> done) override {
    rated.push_back(std::move(body));
    if (rating_fails) {
      done(Fail(*rating_fails, "test"));
    } else {
      done(true);
    }
  }

  // What the next looks end in, in turn; the last one again and again.
  std::vector<TrackReply> replies = {{}};
  std::optional<ErrorKind> fails;
  std::optional<ErrorKind> rating_fails;
  bool holds = false;                       // looks are answered when the test calls `held`
  std::vector<std::function<void()>> held;  // in turn
  std::vector<std::string> looked;          // numbers
  std::vector<StatusWord> words;
  std::vector<RatingBody> rated;

 private:
  void Look(const ReceiptNumber& number, Done<TrackReply> done) {
    looked.push_back(number.digits());
    if (fails) return done(Fail(*fails, "test"));
    TrackReply reply = replies.front();
    if (replies.size() > 1) replies.erase(replies.begin());
    reply.found.number = number.digits();
    if (holds) {
      held.push_back([reply, done] { done(reply); });
    } else {
      done(std::move(reply));
    }
  }
};

class FakeTopicStore : public TopicStore {
 public:
  void GiveOpinion(OpinionBody body, std::function<void(Result<bool>)> done) override {
    given.push_back(std::move(body));
    if (fails) {
      done(Fail(*fails, "test"));
    } else {
      done(true);
    }
  }
  std::optional<ErrorKind> fails;
  std::vector<OpinionBody> given;
};

class FakeWishStore : public WishStore {
 public:
  void PostWish(WishBody body, std::function<void(Result<ReceiptStatus>)> done) override {
    ReceiptStatus status;
    status.number = body.receipt;
    status.withdraw_until_ms = withdraw_until_ms;
    posted.push_back(std::move(body));
    if (fails) return done(Fail(*fails, "test"));
    done(status);
  }
  void TendWish(WishBody body, std::function<void(Result<bool>)> done) override {
    tended.push_back(std::move(body));
    if (fails) {
      done(Fail(*fails, "test"));
    } else {
      done(true);
    }
  }
  std::optional<ErrorKind> fails;
  // Ten minutes from when a TestClock begins.
  std::int64_t withdraw_until_ms = 1'000'000 + kWithdrawWindowMs;
  std::vector<WishBody> posted, tended;
};

class FakeQuestions : public CountyQuestions {
 public:
  void AskStatus(const ReceiptNumber& number,
                 std::function<void(Result<StatusWord>)> done) override {
    asked.push_back(number.digits());
    if (fails) return done(Fail(*fails, "test"));
    StatusWord said = word;
    said.number = number.digits();
    if (holds) {
      held.push_back([said, done] { done(said); });
    } else {
      done(std::move(said));
    }
  }
  std::optional<ErrorKind> fails;
  bool holds = false;                       // it is answered when the test calls `held`
  std::vector<std::function<void()>> held;  // in turn
  StatusWord word;
  std::vector<std::string> asked;
};

// A plain coloured picture for every id.
class FakePictures : public PublicPictures {
 public:
  PicturePtr Get(const std::string& id) override {
    if (id.empty() || !there) return nullptr;
    static const PicturePtr picture = [] {
      auto made = std::make_shared<ColourPicture>(ColourPicture{160, 200, {}});
      for (int i = 0; i < made->width * made->height; ++i)
        made->pixels.insert(made->pixels.end(), {180, 160, 140, 255});
      return made;
    }();
    return picture;
  }
  bool there = true;
};

}  // namespace studio

// What the county publishes of common matters, by kind of feed change: topics, wishes, open matters
// without names, the monthly notice, rules on the wall, honours, whom members keep in touch with,
// pictures. Each parses from the JSON body of a FeedChange; unknown fields are ignored, missing
// ones take the default here. Below each stands its row in the table of kinds (feed_kind.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/calendar_date.h"
#include "shared/base/result.h"
#include "shared/bodies/topic_bodies.h"
#include "shared/feed/entities.h"
#include "shared/feed/feed_kind.h"
#include "shared/record/record.h"

namespace studio {

// Ballots of one origin.
struct TopicCount {
  std::string origin;  // "screen", "phone": residents, by where they spoke first; "member"
  int agree = 0, differ = 0, suggest = 0;
  int Sum() const { return agree + differ + suggest; }
};

// kind "topic": 协商议题
struct Topic {
  struct Step {
    std::string name;  // one of Mechanism.topic_steps or, once closed, topic_after
    std::string date;  // "2026-11-21"
  };
  struct Page {
    std::string title;
    std::string text;
    std::string picture;  // id
  };
  std::string id;  // letters, digits and hyphens: it stands in an address
  std::string title;
  std::string summary;
  std::string leading;       // member id
  std::string leading_name;  // who leads where it is no member of this county
  std::vector<Step> steps;   // those reached, oldest first; the last is where it stands
  std::string opens;         // first day on which opinions are taken
  std::string closes;        // last one; empty: until it is closed
  bool closed = false;
  std::vector<Page> background;
  std::vector<TopicCount> counts;
  std::vector<std::string> voices;  // words that the county has read and made public
  std::string result;               // after closing
  std::string follow_up;            // what was done about it
  std::vector<SeenItem> checked{};  // of Mechanism.topic_checklist

  // On a day of the county's calendar, "2026-11-21".
  bool TakesOpinions(std::string_view today) const;
  std::string_view BegunOn() const;
};
Result<Topic> TopicFromJson(std::string_view json, std::string_view id);
struct TopicKind : FeedKind<Topic> {
  static constexpr std::string_view kName = "topic";
  static constexpr auto kParse = &TopicFromJson;
  struct Shown {
    std::vector<Topic> topics;  // those that take opinions first, then newest first
  };
  static constexpr auto kShown = &Shown::topics;
  static void Order(std::vector<Topic>& topics, const ShownAt& at) {
    std::stable_sort(topics.begin(), topics.end(), [&](const Topic& a, const Topic& b) {
      const bool a_open = a.TakesOpinions(at.today), b_open = b.TakesOpinions(at.today);
      return a_open != b_open ? a_open : a.BegunOn() > b.BegunOn();
    });
  }
};

// kind "wish": 微心愿 as it hangs on the wall, without a name
struct Wish {
  std::string id;
  std::string text;
  std::string village;  // its name
  bool for_child = false;
  std::string step = "posted";  // "posted", "claimed", "granted", "confirmed"
  std::string member;           // id of who claimed it
  std::string member_name;
  std::string claim;  // id of the record that claimed it
  std::string date;   // when it was posted
};
Result<Wish> WishFromJson(std::string_view json, std::string_view id);
struct WishKind : FeedKind<Wish> {
  static constexpr std::string_view kName = "wish";
  static constexpr auto kParse = &WishFromJson;
  struct Shown {
    std::vector<Wish> wishes;  // newest first
  };
  static constexpr auto kShown = &Shown::wishes;
  static void Order(std::vector<Wish>& list, const ShownAt&) { NewestFirst(list, &Wish::date); }
};

// kind "matter": something open that several may have met, in the county's own nameless words
struct Matter {
  std::string id;
  std::string village;   // id
  std::string category;  // id
  std::string summary;
  std::string since;  // date
  int voices = 1;     // who has raised it
  bool open = true;
};
Result<Matter> MatterFromJson(std::string_view json, std::string_view id);
struct MatterKind : FeedKind<Matter> {
  static constexpr std::string_view kName = "matter";
  static constexpr auto kParse = &MatterFromJson;
  struct Shown {
    std::vector<Matter> matters;  // open ones, newest first
  };
  static constexpr auto kShown = &Shown::matters;
  static bool Shows(const Matter& matter, const ShownAt&) { return matter.open; }
  static void Order(std::vector<Matter>& list, const ShownAt&) {
    NewestFirst(list, &Matter::since);
  }
};

// kind "tally", id "MONTH/STUDIO": 公示 of one month at one studio
struct Tally {
  std::string month;  // "2026-11"
  StudioId studio = 0;
  int received = 0;
  int answered = 0;
  int solved = 0;
  int open = 0;            // received and not answered yet
  std::int64_t at_ms = 0;  // when it was counted
};
Result<Tally> TallyFromJson(std::string_view json);
struct TallyKind : FeedKind<Tally> {
  static constexpr std::string_view kName = "tally";
  static constexpr auto kParse = &TallyFromJson;
  struct Shown {
    std::vector<Tally> tallies;  // this studio's, newest month first
  };
  static constexpr auto kShown = &Shown::tallies;
  static constexpr bool kOwnStudio = true;
  static bool Shows(const Tally& tally, const ShownAt& at) { return tally.studio == at.studio; }
  static void Order(std::vector<Tally>& list, const ShownAt&) { NewestFirst(list, &Tally::month); }
};

// kind "rule": 制度上墙
struct Rule {
  std::string id;
  std::string title;
  std::string text;
  int order = 0;
};
struct RuleKind : FeedKind<Rule> {
  static constexpr std::string_view kName = "rule";
  struct Shown {
    std::vector<Rule> rules;  // in order
  };
  static constexpr auto kShown = &Shown::rules;
  static void Order(std::vector<Rule>& list, const ShownAt&) { InOrder(list); }
  template <class Fields>
  static void Read(Fields& in, Rule& rule) {
    in.Need("title", rule.title);
    in.May("text", rule.text);
    in.May("order", rule.order);
  }
};

// kind "honour". kMalformed without the consent of whom it is about.
struct Honour {
  std::string id;
  std::string member;  // id; empty: of the studio
  std::string title;   // "优秀提案"
  std::string text;
  std::string level;  // "省", "市", "县"
  std::string date;
  std::string picture;  // id
};
struct HonourKind : FeedKind<Honour> {
  static constexpr std::string_view kName = "honour";
  struct Shown {
    std::vector<Honour> honours;  // newest first
  };
  static constexpr auto kShown = &Shown::honours;
  static void Order(std::vector<Honour>& list, const ShownAt&) { NewestFirst(list, &Honour::date); }
  template <class Fields>
  static void Read(Fields& in, Honour& honour) {
    bool consent = false;
    in.May("member", honour.member);
    in.Need("title", honour.title);
    in.May("text", honour.text);
    in.May("level", honour.level);
    in.May("date", honour.date);
    in.May("picture", honour.picture);
    in.May("consent", consent);
    if (!consent) in.Refuse("consent");
  }
};

// kind "liaison": whom a member keeps in touch with (双联, 包联), as the county words it. It hangs
// on the wall: residents only by village, group or sector, nobody's name.
struct Liaison {
  std::string id;
  std::string member;  // id: whose
  std::string title;   // "双联", "包联"
  std::string with;    // "示例村的农户"
  int order = 0;
};
struct LiaisonKind : FeedKind<Liaison> {
  static constexpr std::string_view kName = "liaison";
  struct Shown {
    std::vector<Liaison> liaisons;  // in order
  };
  static constexpr auto kShown = &Shown::liaisons;
  static void Order(std::vector<Liaison>& list, const ShownAt&) { InOrder(list); }
  template <class Fields>
  static void Read(Fields& in, Liaison& liaison) {
    in.Need("member", liaison.member);
    in.Need("title", liaison.title);
    in.Need("with", liaison.with);
    in.May("order", liaison.order);
  }
};

// kind "planned_event": what the county's body means to hold this year, on the calendar of its
// consultations and activities (14527+N, 委员阅读日). Whether it was held is what the county says.
struct PlannedEvent {
  std::string id;
  std::string title;
  std::string kind;     // of the deed that it will be, a word of the mechanism; may be empty
  std::string date;     // the day
  std::string place{};  // may be empty
  std::string level{};  // "省", "市", "县", "本站"; may be empty
  bool held = false;
  std::string link{};  // where one takes part from afar: https://…; may be empty
};
inline constexpr std::size_t kMaxEventLink = 200;  // bytes
struct PlannedEventKind : FeedKind<PlannedEvent> {
  static constexpr std::string_view kName = "planned_event";
  struct Shown {
    std::vector<PlannedEvent> planned;  // by day
  };
  static constexpr auto kShown = &Shown::planned;
  static void Order(std::vector<PlannedEvent>& list, const ShownAt&) {
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
      return std::tie(a.date, a.id) < std::tie(b.date, b.id);
    });
  }
  template <class Fields>
  static void Read(Fields& in, PlannedEvent& event) {
    in.Need("title", event.title);
    in.May("kind", event.kind);
    in.Need("date", event.date);
    if (!ParseDate(event.date)) in.Refuse("date");
    in.May("place", event.place);
    in.May("level", event.level);
    in.May("held", event.held);
    in.May("link", event.link);
    if (!event.link.empty() &&
        (!event.link.starts_with("https://") || event.link.size() > kMaxEventLink))
      in.Refuse("link");
  }
};

// kind "picture": a JPEG
inline constexpr std::size_t kMaxPictureBytes = 96 * 1024;
inline constexpr int kMaxPictureSide = 1600;  // pixels
// The file; {"jpeg": base64url}.
Result<Bytes> PictureFromJson(std::string_view json);
struct PictureKind : FeedKind<Bytes> {
  static constexpr std::string_view kName = "picture";
  static constexpr auto kParse = &PictureFromJson;
  static constexpr bool kLookedUp = true;
};

using PublicKinds = KindList<TopicKind, WishKind, MatterKind, TallyKind, RuleKind, HonourKind,
                             LiaisonKind, PlannedEventKind, PictureKind>;

}  // namespace studio

// What the county publishes down the feed, by kind. Each parses from the JSON body of a
// FeedChange; unknown fields are ignored, missing ones take the default here. Below each stands its
// row in the table of kinds (feed_kind.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/feed/activity_template.h"
#include "shared/feed/feed_kind.h"
#include "shared/record/record.h"
#include "shared/safety/safety_reading.h"

namespace studio {

class JsonFields;

// kind "county", id "county"
struct County {
  std::string name;        // "演示市政协": the body above, as people call it
  std::uint32_t code = 0;  // division code (GB/T 2260); 0: not told, and then no badge is known
  std::string phone;       // how to reach who collects the data
  std::string address;
  std::string mechanism;                // "tieli"
  std::string studio_word;              // what a studio is called here: "委员工作室"
  int retention_days = 365;             // how long a closed request is kept
  BoxPublicKey sealing_key;             // base64url in JSON; zeros: keep the one from enrolment
  std::vector<VerifyKey> signing_keys;  // all that are good now
  // Where a phone finds the pages of topics: "https://host", without a path. Empty: nowhere.
  std::string phone_pages{};
  std::string term_from{}, term_to{};  // of office: first and last day; empty: the year's own
};
Result<County> CountyFromJson(std::string_view json);
struct CountyKind : FeedKind<County> {
  static constexpr std::string_view kName = "county";
  static constexpr auto kParse = &CountyFromJson;
  struct Shown {
    County county;
  };
  static constexpr auto kShown = &Shown::county;
};

// What of a checklist somebody has seen.
struct SeenItem {
  std::string name;      // of Mechanism::haves, Mechanism::topic_checklist
  std::string evidence;  // "门口挂了统一的牌子，2026 年 3 月看过"
};
void MaySeen(JsonFields& in, const char* name, std::vector<SeenItem>& out);

// What the county tells of a studio or a member besides, in its own words: "设在" "乡党群服务中心",
// "报到依据" "居住地".
struct ToldFact {
  std::string title, words;
};
inline constexpr std::size_t kMostFacts = 8;

// kind "studio", id = number
struct Studio {
  StudioId id = 0;
  std::string name;
  std::string township;
  std::string phone;
  std::string hours;         // as written on the door
  BoxPublicKey sealing_key;  // the studio's; zeros: it has none yet
  // Sounds that the keyboard takes for one another: "standard", "southern" or "wide".
  std::string spelling = "southern";
  std::string reception{};  // reception days as written: "每周三", "每月10日、20日"
  // Ids of members. Empty: everybody whose card opens the studio's key.
  std::vector<std::string> managers{};
  bool platform = false;  // of its township, where the mechanism has some
  StudioId parent = 0;    // the area station whose workroom it is; 0: none
  // What of the mechanism's checklist (六有) somebody has seen there, and by what.
  std::vector<SeenItem> haves{};
  std::vector<ToldFact> facts{};  // at most kMostFacts
};
Result<Studio> StudioFromJson(std::string_view json);
struct StudioKind : FeedKind<Studio> {
  static constexpr std::string_view kName = "studio";
  static constexpr auto kParse = &StudioFromJson;
  struct Shown {
    Studio studio;  // its own
  };
  static constexpr auto kShown = &Shown::studio;
  static bool Shows(const Studio&, const ShownAt& at) { return at.id == std::to_string(at.studio); }
};

// What a place means by 上午 in a roster.
struct UsualHours {
  std::vector<std::string> names;  // without 班
  std::string from, to;            // "08:30"
};

// kind "mechanism", id = name: what a terminal has to know of how one place has its members serve.
// County.mechanism names the one in use.
struct Mechanism {
  enum class Subject { kMember, kPlatform };
  static constexpr int kLongestMinutes = 12 * 60;  // of each of the minutes below

  std::string id;                               // "tieli"
  std::string title;                            // "四个一"
  std::string rotation_name;                    // "一月一轮值"; empty: nobody has named it
  Subject rotation_subject = Subject::kMember;  // whose duty is counted
  int rotation_at_least = 1;                    // times a calendar month, 1 to 31
  int late_after_minutes = 15;                  // from a shift's beginning
  int early_before_minutes = 15;                // before its end
  int early_arrival_minutes = 90;               // before a shift that count as its own
  bool ask_pin = false;                         // at check-in and check-out
  std::vector<UsualHours> usual_hours{};        // empty: the terminal's own
  std::string topic_method{};                   // "六步法"; empty: nobody has named it
  std::vector<std::string> topic_steps{};       // of a consultation, in order; empty: nobody's
  std::vector<ActivityTemplate> activities{};   // what members write up, in order
  // What a consultation is to have (八个一), and the steps of what follows it (五步工作法).
  std::vector<std::string> topic_checklist{}, topic_after{};
  std::vector<std::string> haves{};  // what every studio is to have (六有)
  int studios_wanted = 0;            // in all the county, platforms left out; 0: nobody has said
  std::string platform_rule{};  // "一乡一平台": each township has one; empty: no such rule
};
Result<Mechanism> MechanismFromJson(std::string_view json, std::string_view id);
struct MechanismKind : FeedKind<Mechanism> {
  static constexpr std::string_view kName = "mechanism";
  static constexpr auto kParse = &MechanismFromJson;
  struct Shown {
    std::vector<Mechanism> mechanisms;
  };
  static constexpr auto kShown = &Shown::mechanisms;
};

// kind "category"
struct Category {
  std::string id;
  std::string name;  // "道路桥梁"
  std::string hint;  // "路灯 护栏"
  std::string icon;  // name of a Material icon: "alt_route"
  int order = 0;
  std::vector<std::string> sentences;  // ready sentences
  // Kinds that are likely in it: asked about where a voice message or a picture may touch them.
  std::vector<std::string> sensitive;
};
Result<Category> CategoryFromJson(std::string_view json, std::string_view id);
struct CategoryKind : FeedKind<Category> {
  static constexpr std::string_view kName = "category";
  static constexpr auto kParse = &CategoryFromJson;
  struct Shown {
    std::vector<Category> categories;  // in order
  };
  static constexpr auto kShown = &Shown::categories;
  static void Order(std::vector<Category>& list, const ShownAt&) { InOrder(list); }
};

// kind "village"
struct Village {
  std::string id;
  std::string name;
  int order = 0;
  std::vector<std::string> groups;  // 村民小组 or 网格
};
struct VillageKind : FeedKind<Village> {
  static constexpr std::string_view kName = "village";
  struct Shown {
    std::vector<Village> villages;  // in order
  };
  static constexpr auto kShown = &Shown::villages;
  static void Order(std::vector<Village>& list, const ShownAt&) { InOrder(list); }
  template <class Fields>
  static void Read(Fields& in, Village& village) {
    in.May("name", village.name);
    in.May("order", village.order);
    in.May("groups", village.groups);
  }
};

// "常委", from a day on until (and with) another; empty: without that end.
struct MemberPost {
  std::string post, from, until;
};

// kind "member"
struct Member {
  std::string id;
  std::string name;
  std::string sector;               // 界别
  std::string group;                // activity group
  std::vector<StudioId> studios{};  // of all their places; empty: any
  std::string photo{};              // id of a picture (public_entities.h)
  std::string intro{};              // who they are and what they care for, a few lines
  // What an assessment asks of them (shared/mechanism/counting.h).
  std::vector<MemberPost> posts{};
  std::string type{};            // "企业委员"
  std::string joined{}, left{};  // days; empty: before and after everything
  bool ranked = true;
  std::vector<ToldFact> facts{};  // at most kMostFacts
};
Result<Member> MemberFromJson(std::string_view json, std::string_view id);
void ReadMember(JsonFields& in, Member& member);  // all but the id
struct MemberKind : FeedKind<Member> {
  static constexpr std::string_view kName = "member";
  static constexpr auto kParse = &MemberFromJson;
  struct Shown {
    std::vector<Member> members;
  };
  static constexpr auto kShown = &Shown::members;
};

// kind "revocation": badges that are good no more
struct Revocation {
  std::string id;
  std::string member;         // id: all of theirs that were issued before
  std::int64_t before_s = 0;  // Unix time
  ByteArray<16> nonce{};      // that one badge, where not zero
};
Result<Revocation> RevocationFromJson(std::string_view json, std::string_view id);
struct RevocationKind : FeedKind<Revocation> {
  static constexpr std::string_view kName = "revocation";
  static constexpr auto kParse = &RevocationFromJson;
};

// What was changed about one member's place in a shift.
struct ShiftChange {
  enum class Kind {
    kLeave,    // 请假
    kStandIn,  // 代班: `other` comes instead
    kSwap,     // 调班: `member` has taken the place of `other`
  };
  Kind kind = Kind::kLeave;
  std::string member;     // id
  std::string other;      // id
  std::string asked_by;   // id
  std::string agreed_by;  // id
  std::string reason;     // as an older county tells it, or once it was opened (leave_reason.h)
  std::string record{};   // id of the roster_change that brought it; empty: made at the county
  Bytes sealed_reason{};
};

// kind "shift": one duty on one day at one studio
struct Shift {
  std::string id;
  StudioId studio = 0;
  std::string date;                    // "2026-11-21", the county's calendar (Asia/Shanghai)
  std::string from;                    // "08:30"
  std::string to;                      // "11:30"
  std::vector<std::string> members;    // ids
  std::vector<ShiftChange> changes{};  // oldest first
  std::uint64_t version = 0;           // of the feed's change that brought it
  std::string applied_record{};        // id of the last roster_change that was applied to it
};
// Not what begins like the name of walk-ins ("DATE/STUDIO"): their lines would be taken for its
// own.
bool IsShiftId(std::string_view id);
// kMalformed, also where the id is none.
Result<Shift> ShiftFromJson(std::string_view json, std::string_view id);
struct ShiftKind : FeedKind<Shift> {
  static constexpr std::string_view kName = "shift";
  static constexpr auto kParse = &ShiftFromJson;
};

// kind "attendance": one coming and going, as the county put it together of its check-ins
struct AttendanceLine {
  std::string id;      // "SHIFT/MEMBER", "DATE/STUDIO/MEMBER" for an extra one
  std::string shift;   // id; empty: extra
  std::string member;  // id, who came
  StudioId studio = 0;
  std::string date;          // of the shift, or of the day
  std::int64_t in_ms = 0;    // Unix time; 0: the check-in has not arrived yet
  std::int64_t out_ms = 0;   // 0: no check-out has
  std::string stand_in_for;  // member id
  // 外出走访: when they last went out, and when they last came back. Unix time; 0: never
  std::int64_t visit_ms = 0, back_ms = 0;
  bool unproven = false;  // the badge told in a check-in did not hold when checked again
};
Result<AttendanceLine> AttendanceFromJson(std::string_view json, std::string_view id);
struct AttendanceKind : FeedKind<AttendanceLine> {
  static constexpr std::string_view kName = "attendance";
  static constexpr auto kParse = &AttendanceFromJson;
};

// kind "key_wrap", id "STUDIO/MEMBER": the studio's private key for one member (key_wrap.h)
struct KeyWrap {
  StudioId studio = 0;
  std::string member;    // id
  Bytes wrapped;         // base64url in JSON
  ByteArray<16> card{};  // nonce of the card whose secret is needed; zeros: not told
};
Result<KeyWrap> KeyWrapFromJson(std::string_view json);
struct KeyWrapKind : FeedKind<KeyWrap> {
  static constexpr std::string_view kName = "key_wrap";
  static constexpr auto kParse = &KeyWrapFromJson;
  static constexpr bool kOwnStudio = true;
};

// kind "superseded", id = record: a roster change that was not applied
struct Superseded {
  std::string record;
  std::string shift;
  std::string kind;        // of the change: "leave", …
  std::string reason;      // "version": another came first; "unfit": it cannot be done
  std::int64_t at_ms = 0;  // Unix time
};
Result<Superseded> SupersededFromJson(std::string_view json, std::string_view id);
struct SupersededKind : FeedKind<Superseded> {
  static constexpr std::string_view kName = "superseded";
  static constexpr auto kParse = &SupersededFromJson;
  static constexpr bool kOwnStudio = true;
};

// kind "holiday", id = date: a public holiday, or a weekend day worked instead
struct Holiday {
  std::string date;  // "2026-10-01"
  std::string name;  // "国庆节"
  bool worked = false;
};
Result<Holiday> HolidayFromJson(std::string_view json, std::string_view id);
struct HolidayKind : FeedKind<Holiday> {
  static constexpr std::string_view kName = "holiday";
  static constexpr auto kParse = &HolidayFromJson;
};

// kind "notice"
struct Notice {
  std::string id;
  std::string title;
  std::string text;
  std::string level;  // "省", "市", "县", "本站"
  std::string date;
  std::string picture{};  // id (public_entities.h)
};
struct NoticeKind : FeedKind<Notice> {
  static constexpr std::string_view kName = "notice";
  struct Shown {
    std::vector<Notice> notices;  // newest first
  };
  static constexpr auto kShown = &Shown::notices;
  static void Order(std::vector<Notice>& list, const ShownAt&) { NewestFirst(list, &Notice::date); }
  template <class Fields>
  static void Read(Fields& in, Notice& notice) {
    in.May("title", notice.title);
    in.May("text", notice.text);
    in.May("level", notice.level);
    in.May("date", notice.date);
    in.May("picture", notice.picture);
  }
};

// kind "word": what the keyboard should know beyond its dictionary
struct Word {
  std::string id;
  std::string text;    // "榆树沟村"
  std::string pinyin;  // "yu shu gou cun"
};
struct WordKind : FeedKind<Word> {
  static constexpr std::string_view kName = "word";
  struct Shown {
    std::vector<Word> words;  // the county's own, for the keyboard
  };
  static constexpr auto kShown = &Shown::words;
  template <class Fields>
  static void Read(Fields& in, Word& word) {
    in.May("text", word.text);
    in.May("pinyin", word.pinyin);
  }
};

// shared/safety/safety_list.h
struct SafetyKind : FeedKind<Safety> {
  static constexpr std::string_view kName = "safety";
  static constexpr auto kParse = &SafetyFromJson;
  struct Shown {
    SafetyReading safety;
  };
  static constexpr auto kShown = &Shown::safety;
};

using EntityKinds = KindList<CountyKind, StudioKind, MechanismKind, CategoryKind, VillageKind,
                             MemberKind, RevocationKind, ShiftKind, AttendanceKind, KeyWrapKind,
                             SupersededKind, HolidayKind, NoticeKind, WordKind, SafetyKind>;

}  // namespace studio

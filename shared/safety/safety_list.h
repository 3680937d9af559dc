// kind "safety", id "safety": what makes the terminal stop and ask. Danger now, and matters that
// belong elsewhere by law, as patterns that a county edits (protocol.md, *What stops a writer*).
// Pure data; what is made of it once is `check`.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace studio {

class SafetyCheck;

struct Safety {
  // A list from before patterns: plain words. Used where `danger` is empty.
  std::vector<std::string> danger_words;

  // Words that patterns name as <name>.
  struct Words {
    std::string name;
    std::vector<std::string> any;
  };
  std::vector<Words> words;

  // Longer words that mean no harm: what they cover is seen by no pattern.
  std::vector<std::string> innocent;

  // Makes a match mean no harm where one of `any` stands in its clause or in as many clauses before
  // and after it, and none of `but` does.
  struct Excuse {
    std::string id;
    int before = 0, after = 0;
    std::vector<std::string> any, but;
  };
  std::vector<Excuse> excuses;

  struct Patterns {
    std::vector<std::string> any;
    std::vector<std::string> unless;  // ids of excuses
  };
  struct Danger {
    std::string id;    // "fire"
    std::string name;  // "着火、漏气"
    std::string line;  // the number to call: "119"
    std::vector<Patterns> patterns;
  };
  std::vector<Danger> danger;

  struct NotOurs {
    std::string id;                  // "petition", "court", …
    std::string name;                // "涉法涉诉"
    std::vector<std::string> words;  // plain; used where there are no patterns
    std::string where;               // where to go instead, in plain words
    std::string phone;
    std::vector<Patterns> patterns{};
  };
  std::vector<NotOurs> not_ours;  // the first that fits is told

  // What is asked at the beginning or the end of a clause: no points of these excuse a danger.
  std::vector<std::string> questions;

  // Words that say much the same, for points; a word may be of several kinds.
  struct Kind {
    std::string name;
    std::vector<std::string> any;  // plain
  };
  std::vector<Kind> kinds;

  // What runs of characters say beside the patterns, for "danger" or for a matter by its id; learnt
  // from sentences (safety_learning.h), in hundredths of a logit.
  struct Points {
    std::string id;
    int base = 0;          // of every text
    int least = 0;         // the sum that counts alone
    int with_pattern = 0;  // the sum without which no pattern counts
    // So many more are asked of a part of a text; none: a list from before, and short texts have no
    // parts.
    std::optional<int> parts;
    std::map<std::string, int> runs;
  };
  std::vector<Points> points;

  struct Line {
    std::string number;  // "110"
    std::string what;    // "有人打人、抢东西"
  };
  std::vector<Line> lines;

  // What is agreed to separately before it is written down.
  struct Sensitive {
    std::string kind;                   // "health", "disability", "money", "children"
    std::string name;                   // "身体和看病的事"
    std::vector<std::string> words;     // that touch it
    std::vector<std::string> innocent;  // longer ones that hold such a word and do not: "牲口生病"
  };
  std::vector<Sensitive> sensitive;

  std::shared_ptr<const SafetyCheck> check;  // null: there is nothing to look for
};

// kMalformed also for a pattern that cannot be read; the detail says where it stands.
Result<Safety> SafetyFromJson(std::string_view json);

}  // namespace studio

// What turns pinyin letters or strokes into characters. Implemented by kiosk/input; nothing of what
// is typed outlives the session, and no file is ever written. Main thread; a call takes well under
// a frame.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace studio {

enum class PhraseMode {
  kPinyin,  // keys a to z and '
  kNames,   // the same, for a person's name
  kStroke,  // keys h s p n z: 横 竖 撇 点(捺) 折
};

// Which sounds are taken for one another.
enum class Spelling {
  kStandard,
  kSouthern,  // z/zh, c/ch, s/sh, n/l, in/ing, en/eng
  kWide,      // f/h and r/l as well
};

inline constexpr std::size_t kCandidatesPerPage = 8;

struct PhraseOffer {
  std::string typed;                    // as shown: "cun kou", or "一丨丿"
  std::vector<std::string> candidates;  // this page, UTF-8, at most kCandidatesPerPage
  bool earlier = false, more = false;   // pages before and after
};

class PhraseSession {
 public:
  virtual ~PhraseSession() = default;
  virtual bool Press(
      char key) = 0;             // false: not a key of this mode or no room for it; nothing changed
  virtual void DeleteKey() = 0;  // the last key pressed
  virtual void Clear() = 0;
  virtual void Page(int by) = 0;  // +1 or -1
  // Takes a candidate of the page. What is now certain, to be inserted in the text; the offer goes
  // on with the keys that are left over.
  virtual std::string Choose(std::size_t index) = 0;
  virtual PhraseOffer Offer() const = 0;
};

// A word that the county adds: written, and its pinyin with spaces between syllables.
struct CountyWord {
  std::string text;
  std::string pinyin;
};

class PhraseEngine {
 public:
  virtual ~PhraseEngine() = default;
  // Null where the mode's data are missing.
  virtual std::unique_ptr<PhraseSession> Begin(PhraseMode mode) = 0;
  virtual bool Has(PhraseMode mode) const = 0;
  virtual void SetSpelling(Spelling spelling) = 0;                 // of sessions that begin later
  virtual void SetCountyWords(std::vector<CountyWord> words) = 0;  // likewise
};

}  // namespace studio

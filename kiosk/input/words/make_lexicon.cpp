// Build tool: make_lexicon COMMON_DICT LIBIME_DICT WORDS OUT_WORDS OUT_VILLAGE SENTENCES...
// The keyboard's words (lexicon.h) with their readings, of three lists: Debian's pinyin dictionary
// (librime's form: text, pinyin, frequency), libime's own (as libime_pinyindict -d prints it: text,
// pinyin, log10 of how likely it is read like that) and ours (text, weight on the first one's
// scale, perhaps pinyin). How likely a word is comes from the model of sentences where that knows
// it, else from the first list. How words follow each other in a village (village_model.h) is
// counted in SENTENCES: every run of Chinese characters there is one, parted into the likeliest
// words.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "lexicon.h"
#include "sentence_model.h"
#include "shared/base/utf8.h"
#include "village_model.h"

namespace {

using studio::Lexicon;
using studio::SentenceModel;
using studio::SyllableId;
using studio::VillageModel;
using studio::VillageWord;

using Reading = std::vector<SyllableId>;

constexpr double kRare = 0.5;         // stands for a frequency of none
constexpr double kLeastShare = 0.02;  // of a reading that counts where none is given
constexpr std::size_t kMostReadings = 4;
constexpr std::size_t kLongestPart = 4;  // characters of a word that sentences are parted into
constexpr double kEachWord = -1;  // log10, so that sentences are parted into fewer, longer words
constexpr double kOurWord =
    6000;  // the weight of a word of ours that counts as seen after one more

std::vector<std::string> FieldsOf(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, '\t');) fields.push_back(field);
  return fields;
}

// The rows of a dictionary after its head, if it has one; fields with tabs between.
bool EachRow(const char* file, const std::function<void(const std::vector<std::string>&)>& take) {
  std::ifstream in(file);
  bool body = true;
  for (std::string line; std::getline(in, line);) {
    const bool mark = line == "---" || line == "...";
    if (mark) body = line == "...";
    if (body && !mark && !line.empty() && line.front() != '#') take(FieldsOf(line));
  }
  return in.eof();
}

std::vector<std::string> CharactersOf(const std::string& text) {
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    studio::NextCodePoint(text, at);
    characters.push_back(text.substr(from, at - from));
  }
  return characters;
}

std::int16_t Thousandths(double log10) {
  return static_cast<std::int16_t>(
      std::clamp(std::lround(1000 * log10), long{Lexicon::kNever}, 0L));
}

class Words {
 public:
  // Frequencies of Debian's dictionary say which syllables there are.
  bool ReadCommon(const char* file) {
    return EachRow(file, [&](const std::vector<std::string>& row) {
      if (row.size() < 2) return;
      const Reading reading = ReadingOf(row[1], ' ', true);
      if (reading.empty()) return;
      const double frequency = row.size() > 2 ? std::atof(row[2].c_str()) : 0;
      words_[row[0]].readings[reading] += frequency;
      words_[row[0]].frequency += frequency;
      total_ += frequency;
    });
  }

  bool ReadLibime(const char* file) {
    std::ifstream in(file);
    std::string text, pinyin;
    double cost = 0;
    while (in >> text >> pinyin >> cost) {
      const Reading reading = ReadingOf(pinyin, '\'', false);
      if (!reading.empty()) words_[text].libimes[reading] = cost;
    }
    return in.eof();
  }

  bool ReadOurs(const char* file) {
    std::vector<std::vector<std::string>> rows;
    if (!EachRow(file, [&](const std::vector<std::string>& row) { rows.push_back(row); })) {
      return false;
    }
    std::map<std::string, Readings> spelled;  // looked up before ours are among them
    for (const auto& row : rows) {
      if (row.size() > 2) {
        spelled[row[0]].emplace(ReadingOf(row[2], ' ', false), 0);
      } else if (!words_.contains(row[0])) {
        spelled[row[0]] = Spell(row[0]);
      }
    }
    for (auto& [text, readings] : spelled) words_[text].readings.merge(readings);
    for (const auto& row : rows) {
      words_[row[0]].ours = row.size() > 1 ? std::atof(row[1].c_str()) : 0;
    }
    return true;
  }

  void Weigh(const SentenceModel& model) {
    for (auto& [text, word] : words_) {
      const std::uint32_t known = model.IndexOf(text);
      SentenceModel::State after;
      word.known = known != SentenceModel::kUnknown;
      word.alone = word.known ? double{model.Score(model.Nothing(), known, after)}
                              : std::log10((word.frequency + kRare) / total_);
    }
  }

  // Before all sentences.
  void CountOurs() {
    counts_.also = {0, 0};
    for (auto& [text, word] : words_) {
      if (word.ours > 0 && CharactersOf(text).size() > 1) {
        counts_.also[VillageWordOf(word)] += word.ours / kOurWord;
      }
    }
  }

  bool CountSentences(const char* file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      std::vector<std::string> run;
      for (std::string& character : CharactersOf(line + '\n')) {
        if (words_.contains(character)) {
          run.push_back(std::move(character));
        } else {
          CountSentence(run);
          run.clear();
        }
      }
    }
    return in.eof();
  }

  bool WriteVillage(const char* file) const { return VillageModel::Write(counts_, file); }

  bool Write(const char* file) const {
    const std::vector<double> in_village = VillageModel::Alone(counts_);
    std::vector<Lexicon::Entry> entries;
    for (const auto& [text, word] : words_) {
      const double alone = std::log10((std::pow(10, word.alone) + in_village[word.village]) / 2);
      for (const auto& [reading, share] : Shares(word)) {
        entries.push_back(
            {text, reading, Thousandths(alone + share), Thousandths(share), word.village});
      }
    }
    return Lexicon::Of(names_, std::move(entries)).Write(file);
  }

 private:
  using Readings = std::map<Reading, double>;
  struct Word {
    Readings readings;     // and how frequent
    double frequency = 0;  // of all
    Readings libimes;      // and log10 of how likely of the word
    double ours = 0;       // how frequent in a village
    double alone = 0;      // log10 of how likely
    bool known = false;    // to the model of sentences
    VillageWord village = VillageModel::kNone;
  };

  // log10 of how likely the word is read like this.
  static Readings Shares(const Word& word) {
    Readings shares = word.libimes;
    double sum = 0;
    for (const auto& [reading, frequency] : word.readings) sum += frequency + kRare;
    for (const auto& [reading, frequency] : word.readings) {
      shares.emplace(reading, std::log10((frequency + kRare) / sum));
    }
    return shares;
  }

  // Empty: not all are syllables. ü is v but in lue and nue.
  Reading ReadingOf(std::string pinyin, char between, bool add) {
    std::replace(pinyin.begin(), pinyin.end(), between, ' ');
    std::istringstream in(pinyin);
    Reading reading;
    for (std::string name; in >> name;) {
      if (name == "lve") name = "lue";
      if (name == "nve") name = "nue";
      const bool silent = name.find_first_of("aeiouv") == name.npos;  // hm, ng
      auto found = ids_.find(name);
      if (found == ids_.end()) {
        if (!add || silent) return {};
        found = ids_.emplace(name, static_cast<SyllableId>(names_.size())).first;
        names_.push_back(name);
      }
      reading.push_back(found->second);
    }
    return reading;
  }

  // The readings of the fewest words that make up the text, the more frequent words of as many.
  Readings Spell(const std::string& text) const {
    struct Best {
      double cost = 1e9;
      Readings readings;
    };
    const std::vector<std::string> characters = CharactersOf(text);
    std::vector<Best> best(characters.size() + 1);
    best[0] = {0, {{{}, 1}}};
    for (std::size_t from = 0; from < characters.size(); ++from) {
      std::string part;
      for (std::size_t to = from + 1; to <= characters.size(); ++to) {
        part += characters[to - 1];
        const auto word = words_.find(part);
        if (word == words_.end()) continue;
        const double cost =
            best[from].cost + 100 - std::log10((word->second.frequency + kRare) / total_);
        if (cost < best[to].cost) best[to] = {cost, Joined(best[from].readings, word->second)};
      }
    }
    return best.back().readings;
  }

  static Readings Joined(const Readings& before, const Word& word) {
    Readings joined;
    for (const auto& [begin, before_share] : before) {
      for (const auto& [reading, share] : Shares(word)) {
        const double both = before_share * std::pow(10, share);
        if (both < kLeastShare || joined.size() == kMostReadings) continue;
        Reading whole = begin;
        whole.insert(whole.end(), reading.begin(), reading.end());
        joined[whole] = both;
      }
    }
    return joined;
  }

  VillageWord VillageWordOf(Word& word) {
    if (word.village == VillageModel::kNone && counts_.also.size() < 0xffff) {
      word.village = static_cast<VillageWord>(counts_.also.size());
      counts_.also.push_back(0);
    }
    return word.village;
  }

  void CountSentence(const std::vector<std::string>& characters) {
    if (characters.size() < 2) return;
    struct Best {
      double score = -1e9;
      std::size_t from = 0;
      Word* word = nullptr;
    };
    std::vector<Best> best(characters.size() + 1);
    best[0].score = 0;
    for (std::size_t from = 0; from < characters.size(); ++from) {
      std::string part;
      for (std::size_t to = from + 1; to <= std::min(characters.size(), from + kLongestPart);
           ++to) {
        part += characters[to - 1];
        const auto word = words_.find(part);
        if (word == words_.end() || (to - from == kLongestPart && !word->second.known)) continue;
        const double score = best[from].score + word->second.alone + kEachWord;
        if (score > best[to].score) best[to] = {score, from, &word->second};
      }
    }
    std::vector<VillageWord> row{VillageModel::kEdge};
    for (std::size_t at = characters.size(); at > 0; at = best[at].from) {
      row.push_back(VillageWordOf(*best[at].word));
    }
    row.insert(row.end(), {VillageModel::kEdge, VillageModel::kNone});
    // From the end to the beginning.
    for (std::size_t i = 0; i + 2 < row.size(); ++i) {
      ++counts_.rows[{row[i + 2], row[i + 1], row[i]}];
    }
  }

  std::vector<std::string> names_;
  std::unordered_map<std::string, SyllableId> ids_;
  std::map<std::string, Word> words_;
  double total_ = 0;
  VillageModel::Counts counts_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 7) {
    std::fprintf(stderr,
                 "make_lexicon COMMON_DICT LIBIME_DICT WORDS OUT_WORDS OUT_VILLAGE SENTENCES...\n");
    return 1;
  }
  const auto model = SentenceModel::Open();
  if (!model) {
    std::fprintf(stderr, "make_lexicon: %s\n", model.error().detail.c_str());
    return 1;
  }
  Words words;
  bool read = words.ReadCommon(argv[1]) && words.ReadLibime(argv[2]) && words.ReadOurs(argv[3]);
  words.Weigh(*model);
  words.CountOurs();
  for (int i = 6; i < argc; ++i) read = read && words.CountSentences(argv[i]);
  if (!read || !words.Write(argv[4]) || !words.WriteVillage(argv[5])) {
    std::fprintf(stderr, "make_lexicon: a dictionary cannot be read or written\n");
    return 1;
  }
  return 0;
}

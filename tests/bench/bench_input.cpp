// How long the keyboard takes: keys to candidates over tables of phrases in each spelling,
// strokes, handwriting; starting the engines, and what memory they take.
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "bench_line.h"
#include "figures.h"
#include "input/ink/ink_model.h"
#include "input/words/input_data.h"
#include "input/words/keyboard_engine.h"

namespace {

using namespace studio;
using namespace studio::bench;

constexpr double kMedianMs = 2, kP99Ms = 16, kInkMs = 50;

const std::string kTables = STUDIO_SOURCE_DIR "/tests/input/";

// A column of a table's rows.
std::vector<std::string> Column(const char* file, int column) {
  std::ifstream in(kTables + file);
  std::vector<std::string> fields;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream row(line);
    std::string field;
    for (int i = 0; i <= column; ++i) std::getline(row, field, '\t');
    fields.push_back(std::move(field));
  }
  return fields;
}

double ResidentMb() {
  std::ifstream in("/proc/self/statm");
  long size = 0, resident = 0;
  in >> size >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

void Type(PhraseEngine& engine, PhraseMode mode, const std::vector<std::string>& lines,
          Samples& samples) {
  for (const std::string& keys : lines) {
    const auto session = engine.Begin(mode);
    for (const char key : keys) {
      if (key == ' ') continue;
      const Stopwatch watch;
      session->Press(key);
      session->Offer();
      samples.Add(watch.Ms());
    }
  }
}

void PrintKeys(const char* name, const Samples& samples) {
  PrintRow(name, samples, "ms",
           HeldTo("2 / 16", samples.Median() < kMedianMs && samples.P99() < kP99Ms));
}

void MeasureKeys(int rounds) {
  PrintHeading("keyboard");
  const double before = ResidentMb();
  const Stopwatch start;
  const auto engine = KeyboardEngine::Open(DefaultInputData());
  const double opened = start.Ms();
  if (!engine->Has(PhraseMode::kPinyin) || !engine->Has(PhraseMode::kStroke)) {
    PrintNote("missing: " + engine->missing());
    return;
  }
  const Stopwatch begin;
  engine->Begin(PhraseMode::kPinyin)->Press('a');
  PrintValue("engine start", opened, "ms");
  PrintValue("first session and key", begin.Ms(), "ms");
  Samples again;
  for (int i = 0; i < 50; ++i) {
    const Stopwatch watch;
    engine->Begin(PhraseMode::kPinyin);
    again.Add(watch.Ms());
  }
  PrintRow("later session", again, "ms");

  const struct {
    const char* name;
    Spelling spelling;
    int column;
  } kinds[] = {{"key, standard, exact", Spelling::kStandard, 1},
               {"key, southern, exact", Spelling::kSouthern, 1},
               {"key, southern, accented", Spelling::kSouthern, 2},
               {"key, wide, accented", Spelling::kWide, 2}};
  for (const auto& kind : kinds) {
    engine->SetSpelling(kind.spelling);
    Samples samples;
    for (int round = 0; round < rounds; ++round) {
      for (const char* file : {"phrases_open.tsv", "villages_open.tsv"}) {
        Type(*engine, PhraseMode::kPinyin, Column(file, kind.column), samples);
      }
    }
    PrintKeys(kind.name, samples);
  }
  engine->SetSpelling(Spelling::kSouthern);
  Samples sentence, strokes;
  for (int round = 0; round < rounds; ++round) {
    Type(*engine, PhraseMode::kPinyin, {"cunkoudeludenghuailelianggexingqi"}, sentence);
    Type(*engine, PhraseMode::kStroke, Column("stroke_keys.tsv", 1), strokes);
  }
  PrintKeys("key, a long sentence", sentence);
  PrintKeys("key, strokes", strokes);
  PrintValue("memory of the engine", ResidentMb() - before, "MB", "resident");
}

void MeasureInk(int rounds) {
  PrintHeading("handwriting");
  const double before = ResidentMb();
  const Stopwatch start;
  const auto model = InkModel::Open(kInkModel, DefaultInputData());
  if (!model) {
    PrintNote("missing: " + model.error().detail);
    return;
  }
  PrintValue("model open", start.Ms(), "ms");
  Samples samples;
  for (int round = 0; round < rounds; ++round) {
    for (const std::string& text : Column("ink_strokes.txt", 1)) {
      const Ink whole = InkFromText(text).value();
      Ink drawn;
      for (const InkStroke& stroke : whole) {
        drawn.push_back(stroke);
        const Stopwatch watch;
        model->Rank(drawn);
        samples.Add(watch.Ms());
      }
    }
  }
  PrintRow("after a stroke", samples, "ms", HeldTo("50", samples.P99() < kInkMs));
  PrintValue("memory of the model", ResidentMb() - before, "MB", "resident, shared file pages");
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"Keys and strokes to candidates"};
  int rounds = 5;
  line.Number("--rounds", rounds, "times over the tables", 1, 100'000);
  line.Read(argc, argv);
  MeasureKeys(rounds);
  MeasureInk(rounds);
  return 0;
}

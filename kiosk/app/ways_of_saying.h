// The means by which somebody can say a thing here, hand over tables, or reach the county. A null
// one is not built in or not set up; the pages show it as unavailable, and everything else works.
// Main thread; outlive the screens.
#pragma once

#include "app/camera.h"
#include "app/county_files.h"
#include "app/county_questions.h"
#include "app/ink_recogniser.h"
#include "app/link_control.h"
#include "app/phrase_engine.h"
#include "app/roster_files.h"
#include "app/voice_recorder.h"

namespace studio {

struct WaysOfSaying {
  PhraseEngine* phrases = nullptr;
  InkRecogniser* ink = nullptr;
  VoiceRecorder* voice = nullptr;
  Camera* camera = nullptr;
  RosterFiles* tables = nullptr;
  LinkControl* link = nullptr;
  CountyFiles* county = nullptr;
  CountyQuestions* questions = nullptr;
};

}  // namespace studio

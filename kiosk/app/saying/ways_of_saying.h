// The means by which somebody can say a thing here, hand over tables, or reach the county. A null
// one is not built in or not set up; the pages show it as unavailable, and everything else works.
// Main thread; outlive the screens.
#pragma once

#include "app/saying/camera.h"
#include "app/saying/ink_recogniser.h"
#include "app/saying/phrase_engine.h"
#include "app/saying/speaker.h"
#include "app/saying/voice_recorder.h"

namespace studio {

class CountyFiles;
class CountyQuestions;
class KeptPhotos;
class LinkControl;
class RosterFiles;
class SentenceRecordings;
class YearFiles;

struct WaysOfSaying {
  PhraseEngine* phrases = nullptr;
  InkRecogniser* ink = nullptr;
  VoiceRecorder* voice = nullptr;
  Camera* camera = nullptr;
  RosterFiles* tables = nullptr;
  LinkControl* link = nullptr;
  CountyFiles* county = nullptr;
  CountyQuestions* questions = nullptr;
  KeptPhotos* photos = nullptr;
  YearFiles* year = nullptr;
  Speaker* speaker = nullptr;  // reads pages aloud
  SentenceRecordings* recordings = nullptr;
};

}  // namespace studio

// What the command line says of a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include "media/media_sources.h"

namespace studio {

struct TerminalOptions {
  std::filesystem::path data;
  std::string printer = "none";              // none, file:PATH, device:PATH
  std::string proxy;                         // "http://host:port"; empty: none
  std::uint32_t attachment_kbit_per_s = 0;   // that photos and voices may take; 0: no limit
  std::chrono::milliseconds switch_step{0};  // of who has one switch (KeyRing); 0: nobody
  CameraSource camera;
  MicrophoneSource microphone;
  SpeechSink speech;
  std::filesystem::path exchange;    // a folder besides USB sticks; empty: none
  std::filesystem::path input_data;  // of the keyboard; empty: where it was built or installed
  // For tests, which cannot wait as a village can. 0: as CountyLinkOptions has it.
  std::chrono::milliseconds longest_wait{0};  // between two tries of the county, whoever asks
  std::chrono::seconds silence_timeout{0};    // of an answer that does not come
  std::filesystem::path free_percent;         // a file that says how much of the disk is free
  std::chrono::milliseconds storage_checks_apart{0};  // 0: as StorageWatch has it
  std::filesystem::path turns;  // a file for how long each turn of a script took; empty: none
};

}  // namespace studio

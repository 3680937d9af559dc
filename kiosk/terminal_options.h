// What the command line says of a terminal.
#pragma once

#include <filesystem>
#include <string>

#include "media/media_sources.h"

namespace studio {

struct TerminalOptions {
  std::filesystem::path data;
  std::string printer = "none";  // none, file:PATH, device:PATH
  std::string proxy;             // "http://host:port"; empty: none
  CameraSource camera;
  MicrophoneSource microphone;
  std::filesystem::path exchange;    // a folder for tables, besides USB sticks; empty: none
  std::filesystem::path input_data;  // of the keyboard; empty: where it was built or installed
};

}  // namespace studio

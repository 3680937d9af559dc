// What was said and photographed with a request: listened to where it stands, looked at large on a
// tap, or said not to lie here any more.
#pragma once

#include <string>

#include "app/desk/request_attachments.h"
#include "ui/kit/frame.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class DeskRequestAdded {
 public:
  explicit DeskRequestAdded(const ScreenParts& parts) : parts_(parts), things_(parts.ways) {}

  void Show(const RequestBody& body) { things_.Show(body); }
  // 0: there is nothing of the kind.
  float Height(const Frame& frame, float width) const;
  void Draw(Frame& frame, Rect area);
  bool Busy() const { return things_.voice().Busy(); }
  void Stop();  // sound

 private:
  bool HasRow() const;
  float RowHeight(const Frame& frame) const;
  float ProblemHeight(const Frame& frame, const std::string& words, float width) const;
  std::string Problem() const;  // empty: none
  void DrawVoice(Frame& frame, Rect place);
  void DrawPhoto(Frame& frame, const Rect& thumb, std::size_t index);
  void Enlarge(std::size_t index);

  ScreenParts parts_;
  RequestAttachments things_;
};

}  // namespace studio

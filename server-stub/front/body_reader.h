// The body of a request as it comes, by the framing that its head told.
#pragma once

#include <memory>
#include <string>

#include "server/front/request_head.h"

namespace county {

class BodyReader {
 public:
  enum class State { kMore, kWhole, kTooLarge, kMalformed };

  BodyReader(const RequestHead& head, std::size_t most);
  ~BodyReader();
  BodyReader(const BodyReader&) = delete;
  BodyReader& operator=(const BodyReader&) = delete;

  // Takes from the front of `bytes` what is the body's and leaves the rest.
  State Take(std::string& bytes);
  std::size_t size() const;
  std::string Body();  // once it is whole

 private:
  struct Chunks;
  State TakeChunks(std::string& bytes);

  const std::size_t length_;
  std::string body_;
  std::unique_ptr<Chunks> chunks_;  // nullptr: its length was told
};

}  // namespace county

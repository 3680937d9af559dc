#include "server/clerk/shown_output.h"

#include "shared/base/shown_text.h"

namespace county {

ShownOutput::ShownOutput(std::ostream& stream) : stream_(stream), below_(stream.rdbuf(this)) {}

ShownOutput::~ShownOutput() {
  sync();
  stream_.rdbuf(below_);
}

// A character of several bytes never holds a line break or a tab, so that none is parted.
ShownOutput::int_type ShownOutput::overflow(int_type byte) {
  if (traits_type::eq_int_type(byte, traits_type::eof())) return traits_type::not_eof(byte);
  const char one = traits_type::to_char_type(byte);
  if (one != '\n' && one != '\t') {
    line_ += one;
    return byte;
  }
  return PassOn() && !traits_type::eq_int_type(below_->sputc(one), traits_type::eof())
             ? byte
             : traits_type::eof();
}

int ShownOutput::sync() { return PassOn() ? below_->pubsync() : -1; }

bool ShownOutput::PassOn() {
  const std::string shown = studio::ShownText(line_);
  line_.clear();
  const auto size = static_cast<std::streamsize>(shown.size());
  return below_->sputn(shown.data(), size) == size;
}

}  // namespace county

// Text put into a page of HTML, in an element or between an attribute's double quotes.
#pragma once

#include <string>
#include <string_view>

namespace county {

std::string Html(std::string_view text);
// One <p> for each line that is not empty.
std::string HtmlParagraphs(std::string_view text);

}  // namespace county

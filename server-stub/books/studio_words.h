// What a studio's manager says of its year: of what members wrote up there (待审核), and that its
// people have looked the year through and stand by it (封账). The county's people have the last
// word on any deed (DeedBook::Enter), and grades are theirs (YearBook::Close).
#pragma once

#include <string>
#include <vector>

#include "server/books/deed_book.h"
#include "shared/bodies/review_bodies.h"

namespace county {

class StudioWords {
 public:
  StudioWords(Ledger& ledger, DeedBook& book) : ledger_(ledger), book_(book) {}

  // Inside the ledger's transaction, each; `studio` is the terminal's. What came of it, for the
  // ledger's listing.
  //
  // "confirmed 3", "sent back 1", and "; not counted: DEED: …" for each that was not.
  std::string Take(const studio::ReviewBody& body, StudioId studio);
  // "closed", "opened again", or "not counted: …".
  std::string Take(const studio::YearClosingBody& body, StudioId studio);

  // Numbers of those that have not closed it, in order.
  std::vector<StudioId> NotClosed(int year) const;

 private:
  std::string ManagerFault(const std::string& by, StudioId said, StudioId studio) const;
  std::string Review(const std::string& id, const studio::ReviewBody& body);
  bool HasClosed(StudioId studio, int year) const;

  Ledger& ledger_;
  DeedBook& book_;
};

}  // namespace county

// Counts for the demo's release: the numbers of a city's parent-support project (DESIGN 1), as tally frames with
// proper tags of invented parents. The server can't tell them from others: only the demo and tests may send them.
#pragma once

#include "tests/support/person.h"

namespace bredvid::support {

struct TallyPlan {
  std::uint32_t parents = 0;
  std::uint32_t dialogues = 0;
  std::uint32_t visits = 0;
  std::uint32_t phone_calls = 0;
  std::uint32_t meetings = 0;
  /// parent-days with at least one contact; fewer when the period has not had so many days
  std::uint32_t occasions = 0;
};

/// 15 parents in all, 5 of whom chose the association; 343 dialogues, 55 visits, 113 phone calls, 27 meetings; 440
/// occasions.
inline constexpr TallyPlan kMunicipalityPlan{10, 229, 37, 75, 18, 294};
inline constexpr TallyPlan kAssociationPlan{5, 114, 18, 38, 9, 146};

/// Sends the plan as this supporter, on days from the open span's first to yesterday (or today, when it began today).
/// Returns how many tallies the server took.
std::size_t send_tallies(Person& supporter, const TallyPlan& plan);

}  // namespace bredvid::support

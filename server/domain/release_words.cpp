// Every word and sentence of a release. They are part of the format: change none, add a new format number instead.
#include <iterator>

#include "server/domain/release_text.h"

namespace bredvid::domain {
namespace {

using wire::Scope;

constexpr Definition kDefinitions[] = {
    {"contacts", "Everything that was counted as a contact. A contact with both parents counts once.",
     "Allt som har räknats som en kontakt. En kontakt med båda föräldrarna räknas en gång."},
    {"occasions",
     "One parent on one day with at least one contact. Dialogues, visits and phone calls together are more than the "
     "occasions, because a parent can have several of them on one day.",
     "En förälder en dag med minst en kontakt. Dialoger, besök och telefonsamtal är tillsammans fler än tillfällena, "
     "eftersom en förälder kan ha flera av dem samma dag."},
    {"persons", "Different parents with at least one of what is counted, in the whole time that the release covers.",
     "Olika föräldrar med minst en av det som räknas, under hela den tid som publiceringen gäller."},
    {"dialogue", "A day on which messages were written in a conversation.",
     "En dag då meddelanden skrevs i en konversation."},
    {"email", "An e-mail conversation on a day.", "En mejlväxling en dag."},
    {"phone", "A phone call.", "Ett telefonsamtal."},
    {"call", "A call in the app.", "Ett samtal i appen."},
    {"visit", "A visit or a meeting in person.", "Ett besök eller möte på plats."},
    {"meeting", "A meeting with social services or others to which the parent was accompanied.",
     "Ett möte med socialtjänsten eller andra där föräldern hade sällskap."},
    {"group", "A group meeting.", "En gruppträff."},
    {"first_contact", "Assignments, by whether the parent was contacted by the day that was due.",
     "Uppdrag, efter om föräldern kontaktades senast den dag som var bestämd."},
    {"not_carried_out", "Assignments that were not carried out.", "Uppdrag som inte blev genomförda."},
    {"closing", "Supports that ended, by how they ended.", "Stöd som har avslutats, efter hur de avslutades."},
    {"conversations", "Supports that ended, by how many conversations they had.",
     "Stöd som har avslutats, efter hur många samtal de hade."},
    {"daily_week", "Weeks in which a parent had contact every day.", "Veckor då en förälder hade kontakt varje dag."},
    {"wellbeing_first", "How parents said that they felt at the first conversation, if they wanted to say.",
     "Hur föräldrar sa att de mådde vid det första samtalet, om de ville säga det."},
    {"wellbeing_last", "How parents said that they felt at the last conversation, if they wanted to say.",
     "Hur föräldrar sa att de mådde vid det sista samtalet, om de ville säga det."},
    {"experience", "How parents said that the support had been for them, at its end, if they wanted to say.",
     "Hur föräldrar sa att stödet hade varit för dem, när det avslutades, om de ville säga det."},
};

constexpr Definition kHalfYear{"half_year", "The sum of the periods that began in this half of the year.",
                               "Summan av de perioder som började under det här halvåret."};
constexpr Definition kYear{"year", "The sum of the periods that began in this year.",
                           "Summan av de perioder som började under det här året."};

constexpr const char* kConversations[] = {"0", "1 to 2", "3 to 5", "6 or more"};

}  // namespace

const char* value_name(wire::Series series, std::size_t value) {
  if (value == 0) return "all";
  // "1-2" would be a date to a spreadsheet.
  if (series == wire::Series::conversations) return kConversations[value - 1];
  return wire::kSeries[static_cast<std::size_t>(series) - 1].values[value - 1];
}

std::vector<Definition> definitions(Scope scope) {
  std::vector<Definition> all(std::begin(kDefinitions), std::end(kDefinitions));
  if (scope == Scope::half_year) all.push_back(kHalfYear);
  if (scope == Scope::year) all.push_back(kYear);
  return all;
}

std::string why_withheld(Scope scope, Level told, const ReleaseRule& rule) {
  const std::string k = std::to_string(rule.k);
  if (told == Level::nothing) {
    const std::string few = "Fewer than " + k + " parents, or none";
    if (scope == Scope::span) return few + ". What was counted waits for the half-year and the year.";
    const std::string hidden = few + ", or it would show what a release of a period withheld.";
    return scope == Scope::half_year ? hidden + " What was counted waits for the year." : hidden;
  }
  const std::string few = "A group rests on fewer than " + k + " parents";
  return scope == Scope::span ? few + "." : few + ", or it would show what a release of a period withheld.";
}

std::string rule_sentence(Scope scope, const ReleaseRule& rule) {
  const std::string k = std::to_string(rule.k);
  std::string text =
      "Every group rests on at least " + k + " parents, or the table is made coarser until it does, or withheld. ";
  if (scope != Scope::span)
    text += "A sum is shown only where no group of fewer parents can be computed from it and the releases before it. ";
  if (rule.round_to <= 1) return text + "Counts are exact.";
  return text + "Counts are rounded to the nearest " + std::to_string(rule.round_to) + ".";
}

}  // namespace bredvid::domain

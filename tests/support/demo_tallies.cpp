#include "tests/support/demo_tallies.h"

#include <algorithm>

#include "server/domain/calendar.h"

namespace bredvid::support {
namespace {

struct Parent {
  SecretBytes count_secret;
  std::vector<Day> days;  // the days on which there is contact
  std::size_t next = 0;
};

std::vector<Parent> invent_parents(const TallyPlan& plan, const wire::Span& span) {
  const std::uint32_t last = std::max(span.first_day.value, today().value - 1);
  const std::uint32_t length = last - span.first_day.value + 1;
  std::vector<Parent> parents(plan.parents);
  for (std::uint32_t p = 0; p < plan.parents; ++p) {
    parents[p].count_secret = randomness().secret(circle::kCountSecretSize);
    const std::uint32_t share = plan.occasions / plan.parents + (p < plan.occasions % plan.parents ? 1 : 0);
    const std::uint32_t wanted = std::min(share, length);
    for (std::uint32_t i = 0; i < wanted; ++i)
      parents[p].days.push_back(Day{span.first_day.value + i * length / wanted});
  }
  return parents;
}

Key32 key_from(const Bytes& bytes) {
  Key32 key{};
  std::ranges::copy(bytes, key.begin());
  return key;
}

}  // namespace

std::size_t send_tallies(Person& supporter, const TallyPlan& plan) {
  const wire::Span span = supporter.spans().at(0);
  const auto year = static_cast<std::uint32_t>(domain::date_of(span.first_day).year);
  std::vector<Parent> parents = invent_parents(plan, span);
  std::size_t sent = 0;
  const auto send = [&](wire::Contact contact, std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      // Every parent gets some of every kind, so that each group rests on all of them.
      Parent& parent = parents[i % plan.parents];
      const Day day = parent.days[parent.next++ % parent.days.size()];
      const auto tags = circle::tally_tags(parent.count_secret, span.span_id.value, day.value, year);
      wire::Tally tally{{},
                        {},
                        span.span_id,
                        wire::Counted::of(contact),
                        {{key_from(tags.tag), key_from(tags.day_tag), key_from(tags.year_tag)}}};
      randomness().fill(tally.tally_id.bytes);
      static_cast<void>(supporter.request(std::move(tally)));
      ++sent;
    }
  };
  send(wire::Contact::dialogue, plan.dialogues);
  send(wire::Contact::visit, plan.visits);
  send(wire::Contact::phone, plan.phone_calls);
  send(wire::Contact::meeting, plan.meetings);
  return sent;
}

}  // namespace bredvid::support

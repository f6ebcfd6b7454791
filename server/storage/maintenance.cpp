// What happens with time alone: things expire, a span is opened when none is, stray keys go.
#include "server/base/log.h"
#include "server/domain/calendar.h"
#include "server/domain/tally.h"
#include "server/domain/upkeep.h"
#include "server/storage/assignment_store.h"
#include "server/storage/attachment_store.h"
#include "server/storage/circle_store.h"
#include "server/storage/door_store.h"
#include "server/storage/handlers.h"
#include "server/storage/slip_store.h"
#include "server/storage/tally_store.h"
#include "server/storage/waiting_store.h"

namespace bredvid::storage {

namespace {

domain::Upkeep upkeep_of(Context& c) {
  Query row = c.db.query("SELECT last_seen, hold_until FROM upkeep");
  if (!row.next()) return {};
  return {{row.small(0)}, {row.small(1)}};
}

/// Looks at the calendar; true: it is not believed yet, and nothing may be deleted.
bool calendar_jumped(Context& c, Day today) {
  const domain::Upkeep before = upkeep_of(c);
  const domain::Upkeep now = domain::seen(before, today);
  if (now != before) {
    c.db.run("INSERT OR REPLACE INTO upkeep (only_row, last_seen, hold_until) VALUES (1, ?, ?)", now.last_seen,
             now.hold_until);
  }
  const bool held = domain::holds(now, today);
  if (held && now.hold_until != before.hold_until)
    log::write(log::Level::warning, "calendar_jumped_nothing_expires_for_a_week");
  return held;
}

}  // namespace

bool calendar_holds(Context& c, Day today) {
  return domain::holds(upkeep_of(c), today);
}

StoreResult handle(Context& c, const domain::Maintain& r) {
  const Day today = domain::stockholm_day(r.now);
  domain::Maintained done;
  give_back_overdue(c, r.now, done.queues);
  if (!calendar_jumped(c, today)) {
    done.envelopes_expired = c.circles->delete_expired(c.db, today);
    done.attachments_expired = delete_old_attachments(c, today);
    done.slips_removed = delete_old_slips(c, today);
    done.ids_removed = delete_old_tally_ids(c, today);
    done.assignments_removed = delete_old_assignments(c, today);
    done.places_removed = delete_old_places(c, today, done.queues);
    c.scrub = done.assignments_removed + done.places_removed > 0;
  }

  auto spans = open_spans(c);
  if (spans.empty()) {
    const auto opened = open_span(c, domain::first_span({}, today, c.settings.span_days));
    if (!opened) return std::unexpected(opened.error());
    done.spans_changed = true;
  } else if (!keys_fit(c, spans.front())) {
    log::write(log::Level::error, "span_key_missing_counting_restarts",
               {{"span", static_cast<std::uint64_t>(spans.front().span_id.value)}});
    restart_span(c, spans.front(), today);
    done.spans_changed = true;
  } else if (const KeyName year = KeyName::of_year(domain::year_of(spans.front())); !c.keys->exists(year)) {
    // Counted by a version that knew no years: from now on they are counted.
    if (const auto made = c.keys->create(year); !made) return std::unexpected(made.error());
  }
  done.spans = open_spans(c);
  c.after_commit.push_back([keys = c.keys, used = keys_in_use(c, done.spans.front())] { keys->destroy_all_but(used); });
  return done;
}

}  // namespace bredvid::storage

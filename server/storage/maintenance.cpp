// What happens with time alone: things expire, a span is opened when none is, stray keys go.
#include "server/base/log.h"
#include "server/domain/calendar.h"
#include "server/domain/tally.h"
#include "server/storage/circle_store.h"
#include "server/storage/handlers.h"
#include "server/storage/slip_store.h"
#include "server/storage/tally_store.h"

namespace bredvid::storage {

StoreResult handle(Context& c, const domain::Maintain& r) {
  const Day today = domain::stockholm_day(r.now);
  domain::Maintained done;
  done.envelopes_expired = delete_expired(c, today);
  done.slips_removed = delete_old_slips(c, today);
  done.ids_removed = delete_old_tally_ids(c, today);

  auto spans = open_spans(c);
  if (spans.empty()) {
    const auto opened = open_span(c, domain::first_span({}, today, c.settings.span_days));
    if (!opened) return std::unexpected(opened.error());
    done.spans_changed = true;
  } else if (!c.keys->exists(spans.front().span_id)) {
    log::write(log::Level::error, "span_key_missing_counting_restarts",
               {{"span", static_cast<std::uint64_t>(spans.front().span_id.value)}});
    restart_span(c, spans.front(), today);
    done.spans_changed = true;
  }
  done.spans = open_spans(c);
  c.after_commit.push_back([keys = c.keys, open = done.spans.front().span_id] { keys->destroy_all_but(open); });
  return done;
}

}  // namespace bredvid::storage

// What an operator may ask of a database that is open: by the server on its control socket, or by the command
// itself when no server runs. The same code answers both.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/config.h"
#include "server/app/programmes.h"
#include "server/base/clock.h"
#include "server/domain/connection.h"
#include "server/domain/store.h"

namespace bredvid::app {

/// Register a staff slip that the command has made. The server never sees its secret, only the redeem token.
struct SlipOrder {
  wire::OrgKind kind{};
  /// empty: the only organisation of that kind
  std::string organisation_name;
  wire::Role role{wire::Role::supporter};
  std::uint32_t days = 7;
  Selector selector;
  Secret32 token;
  /// what coordinators will call whoever uses it
  std::string label;
};
struct SlipDone {
  std::string organisation_name;
  Day expires;
};

struct ReleaseOrder {
  std::optional<Day> until;
};
struct ReleaseDone {
  std::vector<ReleaseId> releases;
  std::uint32_t run_on = 0;
};

/// Gives `request` to the store and waits for the answer. Not on a thread of the store.
[[nodiscard]] domain::StoreResult ask(domain::Store& store, domain::StoreRequest request);

/// config_bad (no such organisation, or several of that kind), slip_selector_taken, bad_expiry.
[[nodiscard]] OperatorResult<SlipDone> register_slip(domain::Store& store, const Clock& clock, SlipOrder order);

/// nothing_due, config_bad (`until` lies outside of the open period). `spans`, when given, gets the spans open
/// afterwards.
[[nodiscard]] OperatorResult<ReleaseDone> publish(domain::Store& store, const Clock& clock, const ReleaseOrder& order,
                                                  std::vector<wire::Span>* spans = nullptr);

/// Makes the configured organisations that are not in the database yet, and opens a span when none is open.
[[nodiscard]] OperatorResult<void> prepare(domain::Store& store, const Clock& clock, const Config& config);

/// What connections hand to staff: the configured programmes (in the order of `config.organisations`) by the ids that
/// the organisations have in the database. After prepare.
[[nodiscard]] OperatorResult<std::shared_ptr<const domain::Programmes>> programmes_by_organisation(
    domain::Store& store, const Config& config, const Programmes& programmes);

}  // namespace bredvid::app

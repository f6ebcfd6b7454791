#include "server/app/operator_work.h"

#include <algorithm>
#include <future>

#include "server/app/civil_date.h"
#include "server/domain/calendar.h"

namespace bredvid::app {
namespace {

std::string_view kind_name(wire::OrgKind kind) {
  return kind == wire::OrgKind::municipality ? "municipality" : "association";
}

/// The reply of the kind expected; the store's contract promises no other one.
template <class Reply>
OperatorResult<Reply> ask_for(domain::Store& store, domain::StoreRequest request, const std::string& subject) {
  domain::StoreResult result = ask(store, std::move(request));
  if (!result) return operator_fail(result.error().code, subject);
  if (auto* reply = std::get_if<Reply>(&*result)) return std::move(*reply);
  return operator_fail(ErrorCode::internal, subject);
}

OperatorResult<domain::OrganisationRow> find_organisation(domain::Store& store, wire::OrgKind kind,
                                                          const std::string& named) {
  auto listed = ask_for<domain::Organisations>(store, domain::ListOrganisations{}, "organisations");
  if (!listed) return std::unexpected(listed.error());
  std::vector<domain::OrganisationRow> fitting;
  for (const auto& row : listed->organisations) {
    if (row.organisation.kind == kind && (named.empty() || row.organisation.name == named)) fitting.push_back(row);
  }
  if (fitting.size() == 1) return fitting.front();
  const std::string what =
      fitting.empty() ? "there is no such organisation: " : "there are several, name one with --org-name: ";
  return operator_fail(ErrorCode::config_bad, what + (named.empty() ? std::string(kind_name(kind)) : named));
}

}  // namespace

domain::StoreResult ask(domain::Store& store, domain::StoreRequest request) {
  std::promise<domain::StoreResult> promise;
  auto answer = promise.get_future();
  store.submit(std::move(request), [&promise](domain::StoreResult result) { promise.set_value(std::move(result)); });
  return answer.get();
}

OperatorResult<SlipDone> register_slip(domain::Store& store, const Clock& clock, SlipOrder order) {
  const auto organisation = find_organisation(store, order.kind, order.organisation_name);
  if (!organisation) return std::unexpected(organisation.error());
  const Instant now = clock.now();
  const Day expires{domain::stockholm_day(now).value + order.days};
  domain::MakeOperatorSlip request{
      organisation->organisation_id, order.selector, std::move(order.token), order.role, expires, now,
      std::move(order.label)};
  const auto made = ask_for<domain::Done>(store, std::move(request), "slip");
  if (!made) return std::unexpected(made.error());
  return SlipDone{organisation->organisation.name, expires};
}

OperatorResult<ReleaseDone> publish(domain::Store& store, const Clock& clock, const ReleaseOrder& order,
                                    std::vector<wire::Span>* spans) {
  const Instant now = clock.now();
  const std::string subject = order.until ? "--until " + format_date(*order.until) : "release";
  auto published = ask_for<domain::Published>(store, domain::PublishDue{now, order.until}, subject);
  if (!published) return std::unexpected(published.error());
  if (spans != nullptr) *spans = published->spans;
  return ReleaseDone{std::move(published->releases), published->run_on};
}

OperatorResult<void> prepare(domain::Store& store, const Clock& clock, const Config& config) {
  auto listed = ask_for<domain::Organisations>(store, domain::ListOrganisations{}, "organisations");
  if (!listed) return std::unexpected(listed.error());
  for (const wire::Organisation& wanted : config.organisations) {
    const auto same = [&](const domain::OrganisationRow& row) { return row.organisation == wanted; };
    if (std::ranges::any_of(listed->organisations, same)) continue;
    auto made = ask_for<domain::OrganisationMade>(
        store, domain::MakeOrganisation{wanted.kind, wanted.name, wanted.hours, wanted.opening},
        "organisation " + wanted.name);
    if (!made) return std::unexpected(made.error());
  }
  domain::OpenDoors doors;
  for (std::size_t i = 0; i < config.organisations.size(); ++i) {
    if (config.organisations[i].open_door)
      doors.organisations.push_back({config.organisations[i].name, {static_cast<std::uint16_t>(i + 1)}});
  }
  auto opened = ask_for<domain::Done>(store, std::move(doors), "organisations");
  if (!opened) return std::unexpected(opened.error());
  auto maintained = ask_for<domain::Maintained>(store, domain::Maintain{clock.now()}, "maintenance");
  if (!maintained) return std::unexpected(maintained.error());
  return {};
}

OperatorResult<std::shared_ptr<const domain::Programmes>> programmes_by_organisation(domain::Store& store,
                                                                                     const Config& config,
                                                                                     const Programmes& programmes) {
  auto listed = ask_for<domain::Organisations>(store, domain::ListOrganisations{}, "organisations");
  if (!listed) return std::unexpected(listed.error());
  auto all = std::make_shared<domain::Programmes>();
  for (const domain::OrganisationRow& row : listed->organisations) {
    for (std::size_t i = 0; i < config.organisations.size(); ++i) {
      if (config.organisations[i].name == row.organisation.name) (*all)[row.organisation_id] = programmes.at(i);
    }
  }
  return all;
}

}  // namespace bredvid::app

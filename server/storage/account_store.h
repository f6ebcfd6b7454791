// Organisations, accounts and devices, for the other aggregates' files. Internal to storage/.
#pragma once

#include <optional>

#include "server/storage/context.h"

namespace bredvid::storage {

struct Account {
  AccountId account_id;
  OrganisationId organisation_id;
  wire::Role role{};
  wire::Organisation organisation;
};

[[nodiscard]] std::optional<Account> account_of(Context& c, const DeviceId& device);
[[nodiscard]] std::optional<wire::Organisation> organisation_of(Context& c, OrganisationId id);
/// organisation_full.
[[nodiscard]] Outcome<AccountId> make_account(Context& c, OrganisationId organisation, wire::Role role, Day today);
void make_device(Context& c, AccountId account, const domain::NewDevice& device, Day today);
/// True when its device id or its share's id is taken.
[[nodiscard]] bool device_exists(Context& c, const domain::NewDevice& device);
/// True when the device is registered with exactly these keys and this share.
[[nodiscard]] bool same_device(Context& c, const domain::NewDevice& device);
/// passkey_store.cpp
[[nodiscard]] std::vector<webauthn::Passkey> passkeys_of(Context& c, AccountId account);
/// Every circle of the device, with where it stands.
[[nodiscard]] std::vector<wire::Circle> circles_of(Context& c, const DeviceId& device);

}  // namespace bredvid::storage

// Everything that crosses the line to JavaScript, without WebAssembly in it: a call is a number and bytes, the answer
// is bytes. So the same tests run natively. abi.cpp puts the three exported functions around it.
//
// Arguments and results are in the TLS presentation language (crypto/tls_codec), listed at each number below. Text,
// names and blobs are opaque<V>; ids are opaque[16], keys opaque[32]; a handle is a uint32.
//   answer = uint8 0 || result                       done
//            uint8 1 || opaque code<V> || uint32 detail   failed; code is a name of schema/error_codes.csv
// Arguments that can't be read are not_allowed, a handle that is not (any more) one of the right kind is state_bad.
//
// Objects live in the session under handles until `dispose`; all of them wipe themselves. One thread.
#pragma once

#include <map>
#include <memory>
#include <variant>

#include "crypto/circle/circle.h"
#include "crypto/circle/vault.h"

namespace bredvid::bindings {

// A number, once given, never changes its meaning while a client of the same release runs it.
enum class Call : std::uint8_t {
  random = 1,              // uint32 size -> opaque
  slip_new = 2,            // uint8 form -> Slip{opaque text, uint32 selector, token[32], psk_id[16]}
  slip_parse = 3,          // opaque text -> Slip
  login_new = 4,           // -> seed[32], public_key[32]
  login_public = 5,        // seed[32] -> public_key[32]
  sign_enrol = 6,          // seed[32], challenge[32], device[16] -> signature[64]
  sign_login = 7,          // the same
  dispose = 9,             // handle ->
  stretch = 10,            // opaque pin, opaque salt -> handle
  share_auth = 11,         // handle -> [32]
  vault_unlock = 12,       // handle of stretch, opaque share -> handle
  vault_seal = 13,         // handle, opaque place, opaque plain -> opaque
  vault_open = 14,         // handle, opaque place, opaque sealed -> opaque
  wait_key = 15,           // -> public_key[32], private_key[32]
  door_seal = 16,          // opaque door text, wait[16], public_key[32], opaque slip text -> opaque
  door_open = 17,          // opaque door text, wait[16], private_key[32], opaque sealed -> opaque slip text
  chunk_seal = 18,         // key[32], uint32 index, uint8 last, opaque plain -> opaque
  chunk_open = 19,         // key[32], uint32 index, uint8 last, opaque sealed -> opaque plain
  circle_create = 20,      // circle, member, device, uint8 role, opaque name -> handle
  circle_join = 21,        // opaque slip text, circle, opaque sealed, device, opaque name, uint32 day -> handle, Commit
  circle_restore = 22,     // handle of vault, opaque place, opaque sealed -> handle
  circle_seal = 23,        // handle, handle of vault, opaque place -> opaque
  circle_facts = 24,       // handle -> circle, member, device, uint64 epoch, uint8 active, uint8 in_doubt,
                           // uint8 thread_lost, optional<circle> restarted_from
  circle_send = 25,        // handle, Content -> Outgoing{content[16], uint64 epoch, opaque blob}
  circle_receive = 26,     // handle, uint8 kind, uint64 epoch, opaque blob -> Event<V>
  circle_make_slip = 27,   // handle, uint8 form, uint8 role, uint32 expires, uint32 now, optional<member>, content[16],
                           // uint64 ms -> Slip, Outgoing, Package<V>
  circle_live_slips = 28,  // handle -> LiveSlip<V>{selector, role, expires, optional<member>, uint8 mine}
  circle_expired = 29,     // handle, uint32 day -> uint32<V>
  circle_refresh = 30,     // handle, uint32 day -> Package<V>{uint32 selector, opaque sealed}
  circle_remove = 31,      // handle, member, uint32 day -> Commit{uint64 epoch, opaque, Package<V>, device<V>}
  circle_update = 32,      // handle, uint32 day -> Commit
  circle_pending = 33,     // handle -> optional<Commit>
  circle_accepted = 34,    // handle -> Event<V>
  circle_rejected = 35,    // handle ->
  circle_members = 36,     // handle -> Member<V>{member, role, opaque name, device<V>, uint8 countable}
  circle_tags = 37,        // handle, member, uint32 span, day, year -> tag[32], day_tag[32], year_tag[32]
  circle_words = 38,       // handle -> opaque<V>, three
  circle_recover = 39,     // handle, uint32 unseen_max, uint32 day -> Commit
  circle_afresh = 40,      // handle of the circle before, circle, device -> handle of the new one
  circle_doubt = 41,       // handle ->
};
// Content: uint8 type (content.h), content[16], uint64 ms, then the type's own struct; of a slip_made and slip_revoked
// only the selector, of a hello nothing, because the circle knows the rest.

class Session {
 public:
  explicit Session(Random& random) : random_(random) {}

  // The answer as described above; never fails.
  [[nodiscard]] SecretBytes call(std::uint32_t number, ByteView arguments);

  using Object = std::variant<SecretBytes, circle::Vault, circle::Circle>;  // SecretBytes: a stretched PIN

 private:
  friend struct Calls;

  Random& random_;
  std::map<std::uint32_t, Object> objects_;
  std::uint32_t last_handle_ = 0;
};

}  // namespace bredvid::bindings

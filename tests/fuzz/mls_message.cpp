// Every structure of RFC 9420: the first byte says which, the rest is one of it.
#include "crypto/mls/message.h"
#include "crypto/mls/ratchet_tree.h"
#include "tests/fuzz/fuzz.h"

namespace bredvid::fuzz {

void run(ByteView input) {
  using namespace mls;
  if (input.empty()) return;
  const ByteView rest = input.subspan(1);
  switch (input[0]) {
    case 0:
      return check_one_form<MlsMessage>(rest);
    case 1:
      return check_one_form<PublicMessage>(rest);
    case 2:
      return check_one_form<PrivateMessage>(rest);
    case 3:
      return check_one_form<Welcome>(rest);
    case 4:
      return check_one_form<GroupInfo>(rest);
    case 5:
      return check_one_form<KeyPackage>(rest);
    case 6:
      return check_one_form<AuthenticatedContent>(rest);
    case 7:
      return check_one_form<Commit>(rest);
    case 8:
      return check_one_form<Proposal>(rest);
    case 9:
      return check_one_form<LeafNode>(rest);
    case 10:
      return check_one_form<GroupSecrets>(rest);
    case 11:
      return check_one_form<GroupContext>(rest);
    case 12:
      return check_one_form<PreSharedKeyId>(rest);
    case 13:
      return check_one_form<RequiredCapabilities>(rest);
    default:
      return;
  }
}

}  // namespace bredvid::fuzz

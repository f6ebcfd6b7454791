// Where members sit in the tree, kept beside all implementations by RFC 9420 7.7 and 7.8: who is added takes the
// leftmost blank leaf, the tree shrinks from the right. Needed to stay clear of what ts-mls gets wrong (README.md).

const ts_mls_join_leaves = 4;   // from 5 on ts-mls may take a valid tree for an invalid one when it joins

const width = (leaves) => 2 ** Math.ceil(Math.log2(Math.max(...leaves) + 1));

// The occupied leaves after some left and `added` came, ascending.
export function leaves_after(places, removed, added) {
  const gone = removed.map((m) => places.get(m.identity));
  const leaves = new Set([...places.values()].filter((leaf) => !gone.includes(leaf)));
  for (let i = 0; i < added; i += 1) {
    let leaf = 0;
    while (leaves.has(leaf)) leaf += 1;
    leaves.add(leaf);
  }
  return [...leaves].sort((a, b) => a - b);
}

// The same members in the order that everybody reported must sit where they sat.
export function seats(before, leaves, identities) {
  const after = new Map(identities.map((identity, i) => [identity, leaves[i]]));
  const moved = identities.find((identity) => before.has(identity) && before.get(identity) !== after.get(identity));
  return { after, moved };
}

// ts-mls derives one secret too many when the root is blank: there must be somebody in both halves (7.4, 12.4.1).
function both_halves(leaves) {
  const half = width(leaves) / 2;
  return leaves.length === 1 || (leaves.some((leaf) => leaf < half) && leaves.some((leaf) => leaf >= half));
}

// Whether all who are in the group after such a change can be expected to follow it. kinds: of those who are added.
export function fits(world, removed, kinds) {
  const staying = world.members.filter((m) => !removed.includes(m)).map((m) => m.kind);
  const leaves = leaves_after(world.places, removed, kinds.length);
  if (leaves.length === 0) return false;
  if (kinds.includes('ts-mls') && width(leaves) > ts_mls_join_leaves) return false;
  return ![...staying, ...kinds].includes('ts-mls') || both_halves(leaves);
}

// Whether a member may come back by external commit. core-crypto reckons an UpdatePath with the leaf that the Remove has
// just blanked, so it follows only when that very leaf is taken again (12.4.2, 12.4.3.2).
export function fits_again(world, member) {
  const leaves = leaves_after(world.places, [member], 1);
  const same = leaves.includes(world.places.get(member.identity));
  return fits(world, [member], [member.kind]) && (same || world.members.every((m) => m.kind !== 'core-crypto'));
}

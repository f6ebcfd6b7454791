/** The ways in: reading a slip, choosing a name and a PIN, unlocking. */
import type { OpenOrganisation, Role, SlipView } from './api';
import type { CryptoCore, Vault } from './crypto_port';
import type { Demand } from './demand';
import { codeOf, expectFrame, Failure } from './errors';
import type { Secrets } from './enrol';
import { checkName } from './messages';
import { checkPin, openVault, SALT_BYTES, SHARE_BYTES } from './pin';
import type { DeviceHeader, Store, StoreRow } from './ports';
import { ME } from './records';
import { slipTexts } from './slip_link';

/** door: it is a poster's code, and these take people who come by it */
export interface OpenedSlip {
  text: string; selector: number; circleId: string | null; role: Role; organisation: SlipView['organisation'];
  door: { expiresDay: number; organisations: OpenOrganisation[] } | null;
}

/** Looks at every slip of a link with the server. Nothing is used up. */
export async function lookAtSlips(core: CryptoCore, demand: Demand, textOrLink: string): Promise<OpenedSlip[]> {
  const parsed = slipTexts(textOrLink).map((text) => {
    const slip = core.slipParse(text);
    if (!slip.ok) throw new Failure(slip.code, slip.group);
    return slip.slip;
  });
  const opened: OpenedSlip[] = [];
  for (const { text, selector, token } of parsed) {
    const answer = await demand.ask({ type: 'slip_open', selector, token });
    if (answer.type === 'door_info') {
      const { expires: expiresDay, organisations } = answer;
      opened.push({ text, selector, role: 'parent', organisation: organisations[0]!.organisation, circleId: null, door: { expiresDay, organisations } });
      continue;
    }
    const { role, organisation, circle_slip } = expectFrame(answer, 'slip_info');
    opened.push({ text, selector, role, organisation, circleId: circle_slip?.circle_id ?? null, door: null });
  }
  return opened;
}

export function viewOf(slips: OpenedSlip[]): SlipView {
  const [first] = slips;
  if (!first) throw new Failure('slip_unknown');
  return { role: first.role, organisation: first.organisation, door: first.door?.organisations ?? null, circle: first.circleId !== null,
    more: slips.length - 1 };
}

export interface Opened { vault: Vault; header: DeviceHeader; secrets: Secrets; rows: StoreRow[] }

/** A new device. The first transaction (made by the caller) stores everything that a join needs to go on. */
export async function newDevice(core: CryptoCore, name: string, pin: string): Promise<Opened & { name: string }> {
  const cleanName = checkName(name);
  const cleanPin = checkPin(pin);
  const share = core.randomBytes(SHARE_BYTES);
  const salt = core.randomBytes(SALT_BYTES);
  const { vault, secrets } = await openVault(core, cleanPin, salt, () => Promise.resolve(share));
  return { name: cleanName, vault, secrets, rows: [], header: { version: 1, deviceId: core.newId(), shareId: core.newId(), salt, share } };
}

/** The server's half of the storage key. pin_wrong: detail is the number of tries that are left. */
async function fetchShare(demand: Demand, shareId: string, shareAuth: Uint8Array): Promise<Uint8Array> {
  const answer = await demand.ask({ type: 'share_get', share_id: shareId, share_auth: shareAuth });
  return expectFrame(answer, 'share').share;
}

export const shareIdOf = ({ shareId, deviceId }: DeviceHeader): string => shareId ?? deviceId;

export async function unlockDevice(core: CryptoCore, demand: Demand, store: Store, pin: string): Promise<Opened> {
  const header = await store.header();
  if (!header) throw new Failure('storage_evicted');
  const { share, salt } = header;
  const { vault, secrets } = await openVault(core, checkPin(pin), salt,
    (shareAuth) => (share ? Promise.resolve(share) : fetchShare(demand, shareIdOf(header), shareAuth)))
    .catch(async (error: unknown) => {
      // remembered, so that the next start says it at once and asks for no PIN
      if (codeOf(error).code === 'share_destroyed') await store.commit([], { ...header, destroyed: true });
      throw error;
    });
  try {
    const rows = await store.rows();
    const me = rows.find((row) => row.table === 'profile' && row.key === ME);
    if (!me) throw new Failure('storage_evicted');
    // While a join is under way the server cannot judge the PIN: the record that opens does.
    checkKey(vault, me, share !== null);
    return { vault, header, secrets, rows };
  } catch (error) {
    vault.dispose();
    throw error;
  }
}

function checkKey(vault: Vault, { table, key, value }: StoreRow, joining: boolean): void {
  try {
    vault.open(`${table}:${key}`, value);
  } catch (error) {
    if (joining && codeOf(error).code === 'state_bad') throw new Failure('pin_wrong');
    throw error;
  }
}

/** The browser's own window for passkeys (W3C Web Authentication), behind the domain's AskAuthenticator. */
import type { AskAuthenticator, PasskeyAnswer, PasskeyView, Result } from '../domain/api';

/** IANA's COSE algorithms in the order of our liking: EdDSA, ES256, and RS256 for desks that have nothing else. */
const ALGORITHMS = [-8, -7, -257];
/** A person may have to look for a key; the server waits longer. */
const TIMEOUT_MS = 300_000;

const refused = (code: string): Result<PasskeyAnswer> => ({ ok: false, code, detail: 0 });
const plain = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;
const taken = (buffer: ArrayBuffer | null) => new Uint8Array(buffer ?? new ArrayBuffer(0));

async function create({ challenge, rpId, userId }: PasskeyView, name: string): Promise<PasskeyAnswer | null> {
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: plain(challenge), rp: { id: rpId, name: rpId }, user: { id: plain(userId), name, displayName: name },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })), attestation: 'none', timeout: TIMEOUT_MS,
      authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
    },
  });
  if (!(made instanceof PublicKeyCredential) || !(made.response instanceof AuthenticatorAttestationResponse)) return null;
  return { kind: 'create', clientData: taken(made.response.clientDataJSON), attestation: taken(made.response.attestationObject) };
}

async function signIn({ challenge, rpId, credentials }: PasskeyView): Promise<PasskeyAnswer | null> {
  const got = await navigator.credentials.get({
    publicKey: {
      challenge: plain(challenge), rpId, userVerification: 'required', timeout: TIMEOUT_MS,
      allowCredentials: credentials.map((id) => ({ type: 'public-key', id: plain(id) })),
    },
  });
  if (!(got instanceof PublicKeyCredential) || !(got.response instanceof AuthenticatorAssertionResponse)) return null;
  const { clientDataJSON, authenticatorData, signature, userHandle } = got.response;
  return { kind: 'sign_in', credential: taken(got.rawId), clientData: taken(clientDataJSON), authData: taken(authenticatorData),
    signature: taken(signature), userHandle: taken(userHandle) };
}

/** NotAllowedError is all that a browser says for "cancelled", "too late" and "not known here": pages may not learn which. */
const CODES: Record<string, string> = {
  NotAllowedError: 'passkey_cancelled', AbortError: 'passkey_cancelled', SecurityError: 'passkey_forbidden',
  NotSupportedError: 'passkey_none', ConstraintError: 'passkey_none', InvalidStateError: 'passkey_none', UnknownError: 'passkey_none',
};

export const askAuthenticator: AskAuthenticator = async (wanted, name) => {
  if (typeof PublicKeyCredential === 'undefined') return refused('passkey_none');
  try {
    const answer = wanted.kind === 'create' ? await create(wanted, name) : await signIn(wanted);
    return answer ? { ok: true, value: answer } : refused('passkey_none');
  } catch (error) {
    return refused((error instanceof DOMException ? CODES[error.name] : undefined) ?? 'passkey_none');
  }
};
